/** The office that the lab's PBX belongs to: its phones, and the numbers that people outside dial. */

/** Desk phones; nobody has plugged in the last one. */
export const deskPhones = ['101', '102', '103', '104', '105'] as const
export const unpluggedPhone = '105'
export type DeskPhone = (typeof deskPhones)[number]

/** A number outside that calls can be forwarded to. */
export const mobileNumber = '15305550999'

/** As Asterisk names the way in and out. */
export const trunkEndpoint = 'PJSIP/trunk'

/**
 * Which dialplan the PBX has: a short one of its own, or one built the way FreePBX builds them, with its contexts
 * (`from-trunk`, `from-internal`, `ext-group` …), subroutines and Local channels.
 */
export type OfficeKind = 'plain' | 'freepbx-like'

/** The context that desk phones call from. */
export function insideContext(office: OfficeKind): string {
  return office === 'plain' ? 'internal' : 'from-internal'
}

/** What one number does when it is dialled, for people. */
export const officeNumbers: Readonly<Record<string, string>> = {
  '15305550101': 'rings 101',
  '15305550105': 'rings 105, which nobody plugged in',
  '15305550110': 'rings 101, 102 and 103 together',
  '15305550111': 'rings 101, then 102, then 103',
  '15305550120': 'a queue for 101 and 102',
  '15305550121': 'a queue for 101 and 102 behind Local channels',
  '15305550130': 'rings 101, then voicemail',
  '15305550140': 'a menu: 1 rings 101',
  '15305550150': 'follow me: 101 and 102 behind Local channels',
  '15305550160': `forwarded over the trunk to ${mobileNumber}`,
  '15305550170': 'an announcement, then 101',
  '15305550171': 'an announcement before the call is answered (early media), then 101',
  '15305550180': 'an announcement that the office is closed',
  '15305550190': 'rings 101, the caller hears music meanwhile',
}

/** The same for the FreePBX-like office. */
const freepbxLikeNumbers: Readonly<Record<string, string>> = {
  '5305550201': 'rings 101',
  '5305550202': 'rings 102',
  '5305550205': 'rings 105, which nobody plugged in',
  '5305550210': 'a ring group: 101, 102 and 103 together',
  '5305550211': 'a hunt group: 101, 102 and 103 in turn, behind Local channels',
  '5305550212': 'a ring group behind Local channels that make way',
  '5305550213': `a ring group: 101, and ${mobileNumber}, which must press 1`,
  '5305550220': 'a queue for 101 and 102 behind Local channels',
  '5305550221': 'a queue for 101 and 102 in turn',
  '5305550222': 'a queue for 101, then voicemail',
  '5305550223': 'a queue that nobody serves',
  '5305550224': 'a queue for 105, which nobody plugged in',
  '5305550225': 'a queue for 101 that the caller enters unanswered',
  '5305550230': 'rings 101, then voicemail',
  '5305550231': 'voicemail at once',
  '5305550240': 'a menu: 1 rings 101, 2 the ring group',
  '5305550250': `follow me (FollowMe): 101, then ${mobileNumber}, who must accept`,
  '5305550251': `follow me: 101 and ${mobileNumber}, who must press 1`,
  '5305550260': `forwarded over the trunk to ${mobileNumber}`,
  '5305550270': 'closed: an announcement',
  '5305550271': 'an announcement, then the ring group',
  '5305550280': 'tells every caller that it is busy',
  '5305550282': 'hangs up on every caller',
  '5305550283': 'a conference room',
  '5305550284': 'rings 105, then 101',
  '5305550285': 'rings 101, then 102, then voicemail',
  '5305550287': 'a ring group of phones with mailboxes of their own: 101 and 102',
  '5305550286': 'rings 101 and 102; who answers must press 1',
}

/** The numbers that people outside can dial, and what each does. */
export function numbersOf(office: OfficeKind): Readonly<Record<string, string>> {
  return office === 'plain' ? officeNumbers : freepbxLikeNumbers
}

/** AMI users. `ringback` has the rights that the product asks for; the others have more, fewer or none. */
export const amiUsers = {
  ringback: { read: 'call,agent,dialplan', write: 'originate,reporting' },
  /** May hang up calls as well, which Ringback does when a call back is cancelled. */
  hangsup: { read: 'call,agent,dialplan', write: 'call,originate,reporting' },
  /** May send texts through the trunk, and hears at once of those that come. */
  texts: { read: 'call,agent,dialplan,user', write: 'originate,reporting,message' },
  callonly: { read: 'call', write: '' },
  recorder: { read: 'all', write: '' },
  /** With what lets Ringback ask for fewer events and see what happens to the phone system itself. */
  full: { read: 'call,agent,dialplan,system', write: 'originate,reporting,system' },
  nothing: { read: '', write: '' },
  /** May only sign in from an address that nobody here has. */
  elsewhere: { read: 'call', write: '', permit: '192.0.2.1/255.255.255.255' },
} as const
export type AmiUser = keyof typeof amiUsers
