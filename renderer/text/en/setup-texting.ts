import { list } from '../../../electron/contract/text/locale.ts'

export const setupTexting = {
  title: 'Connect texting',
  leads: {
    twilio: 'Texts leave through your own Twilio account, from a number your callers can write back to.',
    asterisk: 'Texts leave through your own phone system, whose provider must carry them. No text service is needed.',
    none: 'Ringback follows your calls and shows what it would text. You can connect texting later, in Settings.',
  },
  way: 'How texts leave',
  ways: { twilio: 'Through Twilio', asterisk: 'Through our own phone system', none: 'Not yet: watch only' },
  own: {
    trunk: 'Your trunk',
    trunkHelp: 'As the phone system calls the way to your provider, like PJSIP/trunk.',
    trunksSeen: (trunks: string[]) => `Ringback has seen ${list(trunks)}.`,
    numbers: 'How your provider wants numbers',
    styles: { plus: 'With a plus: +15305550141', digits: 'Digits only: 15305550141' },
    /** The check's own names for what it tries (telephony/sms/asterisk/check.ts). */
    checks: ['Send texts', 'Your trunk', 'Receive texts', 'Texts while Ringback is off'],
    limits: 'What such texts cannot do',
    limitList: [
      'Nobody learns whether a text arrived: “Sent” is the last word.',
      'If the connection breaks in the very moment of sending, you are asked to check that text.',
      'Up to 756 plain characters, fewer with emoji; no pictures.',
    ],
    forPerson: 'For your PBX person',
    steps: (context: string) => [
      'Your provider must take texts as SIP MESSAGE, and your Asterisk be 16.20, 18.6 or newer.',
      'In manager.conf, Ringback’s user: write = originate,reporting,message and read = call,agent,dialplan,user',
      `In pjsip.conf, the trunk’s endpoint: message_context = ${context}`,
      'In extensions.conf, the lines below; then reload all three.',
    ],
  },
  sid: 'Account SID',
  token: 'Auth token',
  from: 'Your texting number',
  fromHelp: 'With country code, like +1 530 555 0100, or a messaging service (MG…).',
  other: 'Use an API key, or another provider than Twilio',
  key: 'API key',
  keyHelp: 'Leave empty to sign in with the auth token. A key can be withdrawn by itself.',
  keySecret: 'Secret of the API key',
  badKey: 'The SID of an API key starts with SK.',
  baseUrl: 'Address of a Twilio-compatible provider',
  baseUrlHelp: 'Leave empty for Twilio itself. SignalWire: https://SPACE.signalwire.com/api/laml',
  badUrl: 'An address starts with http:// or https://.',
  /** The check's own names for what it tries (telephony/sms/twilio/check.ts). */
  checks: ['Sign in to Twilio', 'Texting number', 'Registration with carriers', 'Automatic answers'],
  suspect: {
    accountSid: 'This account and token were not accepted.',
    apiKey: 'This key and its secret were not accepted.',
    authToken: 'This account and token were not accepted.',
    from: 'No texts can be sent from this number.',
    trunk: 'The phone system has no such trunk.',
    baseUrl: 'Something else answers here.',
  },
  where: 'Where to find these',
  whereSteps: [
    'Sign in at twilio.com and open the Console.',
    'Account SID and Auth Token stand on its first page, under Account Info.',
    'Your number stands under Phone Numbers, Active numbers. It must be allowed to send texts.',
  ],
  kept: 'The token is kept on this PC only.',
}
