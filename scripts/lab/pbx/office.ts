/** The office that the lab's PBX belongs to: its phones, and the numbers that people outside dial. */

/** Desk phones; nobody has plugged in the last one. */
export const deskPhones = ['101', '102', '103', '104', '105'] as const
export const unpluggedPhone = '105'
export type DeskPhone = (typeof deskPhones)[number]

/** A number outside that calls can be forwarded to. */
export const mobileNumber = '15305550999'

/** As Asterisk names the way in and out. */
export const trunkEndpoint = 'PJSIP/trunk'

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

/** AMI users. `ringback` has the rights that the product asks for; the others have more, fewer or none. */
export const amiUsers = {
  ringback: { read: 'call,agent,dialplan', write: 'originate,reporting' },
  /** May hang up calls as well, which Ringback does when a call back is cancelled. */
  hangsup: { read: 'call,agent,dialplan', write: 'call,originate,reporting' },
  callonly: { read: 'call', write: '' },
  recorder: { read: 'all', write: '' },
  /** With what lets Ringback ask for fewer events and see what happens to the phone system itself. */
  full: { read: 'call,agent,dialplan,system', write: 'originate,reporting,system' },
  nothing: { read: '', write: '' },
} as const
export type AmiUser = keyof typeof amiUsers
