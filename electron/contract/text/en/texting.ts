/**
 * What carries texts, and a check of it, have to say, by telephony's codes: why texts fail or stand still, what could
 * not be read, and what a check found.
 */
type Sentence = readonly [message: string, remedy: string | null]
type From = { from: string }

const signIn = 'Check the account and its token in Settings → Texting, and that the account is active at twilio.com.'
const sender = 'Check the number of the office in Settings → Texting and at twilio.com, then press “Try now”.'
const registration =
  'Finish the registration of the number at twilio.com (Messaging → Regulatory Compliance), then press “Try now”.'
const call = 'Call this person instead.'
const shorten = 'Change the text and send it again.'
const later = 'Send it again later, or call this person.'
const register = 'Register it at twilio.com (Messaging → Regulatory Compliance), then check again.'
const unfinished = 'Carriers may drop texts until it is done. Look at twilio.com (Messaging → Regulatory Compliance).'
const ask = 'Tell the person who looks after your phone system.'

/** By Twilio's error codes. */
const twilio = {
  10001: ['The Twilio account is not active.', signIn],
  20003: ['Twilio did not accept the account and its token, or the account is suspended.', signIn],
  20005: ['The Twilio account is not active.', signIn],
  20006: ['Twilio refused access for this account.', signIn],
  20008: ['These are Twilio’s test credentials; no real text is sent with them.', signIn],
  20403: ['Twilio refused access for this account.', signIn],
  20404: ['Twilio does not know this account.', signIn],
  30002: ['The Twilio account is suspended.', signIn],
  70051: [
    'The Twilio key may not send texts.',
    'Give the key the right to send messages at twilio.com, then press “Try now”.',
  ],
  21212: ['The office’s texting number is not valid.', sender],
  21603: ['The office’s texting number is missing.', sender],
  21606: ['The office’s texting number cannot send texts from this account.', sender],
  21607: ['The office’s texting number cannot be used as a sender.', sender],
  21611: [
    'Too many texts wait at Twilio for the office’s number.',
    'Ringback goes on by itself in an hour. Nothing is lost meanwhile.',
  ],
  21659: ['The office’s texting number is not a number of this Twilio account.', sender],
  21660: ['The office’s texting number belongs to another Twilio account.', sender],
  21661: ['The office’s texting number cannot send texts.', sender],
  21701: ['Twilio does not know this messaging service.', sender],
  21703: ['The messaging service has no number to send from.', sender],
  21704: ['The messaging service has no number that can reach this recipient.', sender],
  21705: ['The messaging service is not valid.', sender],
  30024: ['The carriers do not know the office’s texting number yet.', registration],
  30032: ['The office’s toll-free number is not verified, so that carriers drop its texts.', registration],
  30033: ['The carriers suspended the campaign of the office’s texting number.', registration],
  30034: ['The office’s texting number is not registered, so that carriers drop its texts.', registration],
  30035: [
    'The office’s texting number is still being set up at Twilio.',
    'Ringback tries again by itself in a day. Press “Try now” once it is done.',
  ],
  30023: ['The daily limit of texts is reached.', 'Ringback goes on by itself after midnight Pacific time.'],
  30027: [
    'The daily limit of texts to one carrier is reached.',
    'Ringback goes on by itself after midnight Pacific time.',
  ],
  21610: ['This person asked for no texts.', 'Call them, or ask them to text START to the office.'],
  21211: ['Twilio says that this is no valid phone number.', 'Check the number.'],
  21214: ['This number cannot be reached.', call],
  21217: ['Twilio says that this is no valid phone number.', 'Check the number.'],
  21408: [
    'Texts to this country are switched off in the Twilio account.',
    'Switch the country on at twilio.com (Messaging → Geo permissions) if you want it.',
  ],
  21608: [
    'A Twilio trial account can only text numbers that were verified first.',
    'Verify the number at twilio.com, or upgrade the account.',
  ],
  21612: ['This number cannot be reached from the office’s texting number.', call],
  21614: ['This number cannot receive texts.', call],
  21635: ['This is a landline that cannot receive texts.', call],
  30003: ['The phone is switched off or out of reach.', later],
  30004: ['The carrier or this person blocks the text.', call],
  30005: ['The carrier does not know this number any more.', call],
  30006: ['This is a landline, or its carrier takes no texts.', call],
  21602: ['The text is empty.', shorten],
  21604: ['The text has no recipient.', 'Check the number.'],
  21617: ['The text is too long.', shorten],
  21618: ['Twilio does not accept what the text contains.', shorten],
  21619: ['The text is empty.', shorten],
  21620: ['Twilio does not accept a picture address in the text.', shorten],
  21623: ['Twilio does not accept the pictures of the text.', shorten],
  30007: ['The carrier took the text for spam and dropped it.', 'Word it differently, or call this person.'],
  30019: ['The text is too large for the carrier.', shorten],
  30001: ['Too many texts waited for the office’s number, and this one was dropped.', later],
  30008: ['The carrier did not deliver the text and did not say why.', later],
  30009: ['A part of the text was lost on the way.', later],
  30017: ['The carrier was too busy to deliver the text.', later],
  30022: ['Texts went out faster than the carriers allow.', later],
  30410: ['The carrier did not answer in time.', later],
  30450: ['Twilio held the text back because of unusual traffic to this area.', later],
  30500: ['Twilio could not deliver the text because of a fault of its own.', later],
} satisfies Record<number, Sentence>

/** The rest, by code. */
const said = {
  unlisted: ({ number }: { number: string }) => [
    'Twilio did not deliver the text.',
    `Look up code ${number} at twilio.com/docs/api/errors, or call this person.`,
  ],
  'access-refused': () => ['Twilio refused access.', signIn],
  'cancelled-there': () => ['The text was canceled at Twilio.', later],
  'failed-there': () => ['The text was not delivered, and nobody said why.', later],
  'no-account': () => [
    'The account is not a Twilio account.',
    'Copy the “Account SID” from twilio.com; it starts with AC.',
  ],
  'no-token': () => ['The token of the Twilio account is missing.', 'Enter it in Settings → Texting.'],
  'unsafe-address': () => [
    'The address of the SMS provider is not safe.',
    'It must start with https://, because the token is sent to it.',
  ],
  'not-permitted': () => [
    'The phone system does not let Ringback send texts.',
    'Add message to the write line of Ringback’s user in manager.conf (write = originate,reporting,message), run “manager reload”, and press Check in Settings → Texting.',
  ],
  'no-messaging': () => [
    'The phone system cannot send texts: its part for SIP messages is not loaded.',
    'Load the module res_pjsip_messaging (modules.conf), or send texts through a text service instead.',
  ],
  'no-trunk': ({ trunk }: { trunk: string }) => [
    `The phone system knows no PJSIP trunk called “${trunk}”.`,
    'Correct the trunk’s name in Settings → Texting; “pjsip show endpoints” lists them.',
  ],
  'refused-by-phone-system': () => [
    'The phone system refused the text.',
    'Ask who looks after the phone system, or call this person.',
  ],
  'no-number': () => ['This is no number that can be texted.', 'Call instead.'],
  'too-long': ({ most }: { most: number }) => [
    `This text is too long for the phone system: it takes ${most} characters, fewer with letters beyond plain English.`,
    'Shorten it, or send it as two texts.',
  ],
  'no-connection': () => ['No connection to Twilio.', 'Check that this PC is online. Ringback tries again by itself.'],
  'more-slowly': () => ['Twilio asked to go more slowly.', 'Ringback tries again by itself.'],
  'something-else': () => [
    'Something other than Twilio answered.',
    'Check the network of this PC (a sign-in page, a proxy), and the address in Settings → Texting.',
  ],
  'not-told': () => ['Nobody said whether the text was taken.', 'Ringback looks for it before it asks you.'],
  'not-readable': () => ['The text service gave no usable answer.', 'Ringback tries again by itself.'],
  'question-refused': ({ number }: { number: string }) => [
    `Twilio refused the question (${number}).`,
    'Ringback tries again by itself.',
  ],
  'not-connected': () => [
    'The phone system is not connected.',
    'Ringback connects by itself; Settings → Phone system says what is in the way.',
  ],
  'phone-system-silent': () => [
    'The phone system did not answer.',
    'Ringback tries again by itself; Settings → Phone system says what is in the way.',
  ],
  'trunk-unreachable': ({ trunk }: { trunk: string }) => [
    `The phone system could not pass the text on to the trunk “${trunk}”.`,
    'Ringback keeps the texts and tries again by itself. Check that the trunk is registered and reachable.',
  ],
  'not-set-up': () => ['Texting is not set up yet.', 'Set it up in Settings.'],
  'picture-not-fetched': () => ['A picture could not be fetched.', 'Ringback tries again by itself.'],

  demo: () => ['The demo office sends its texts inside this PC only.', null],
  'signed-in': () => ['Twilio accepted the account and its token.', null],
  'numbers-not-shown': () => ['This key may not look at the numbers of the account.', null],
  'not-our-number': ({ from }: From) => [
    `${from} is not a number of this Twilio account.`,
    'Copy one from twilio.com → Phone Numbers, with + and country code.',
  ],
  'cannot-text': ({ from }: From) => [`${from} cannot send texts.`, 'Choose a number at twilio.com that has “SMS”.'],
  'number-ready': ({ from }: From) => [`${from} can send and receive texts.`, null],
  'service-empty': () => [
    'The messaging service has no number to send from.',
    'Add one at twilio.com (Messaging → Services → Sender Pool).',
  ],
  'service-unknown': () => [
    'Twilio does not know this messaging service.',
    'Copy its SID from twilio.com (Messaging → Services); it starts with MG.',
  ],
  'service-not-shown': () => ['This key may not look at the messaging service.', null],
  'service-ready': () => ['Twilio picks a number of the messaging service for each text.', null],
  'service-answers-unknown': () => ['Look at twilio.com whether the messaging service answers texts by itself.', null],
  'demo-answers': () => [
    'Twilio’s demo message still answers every text to this number.',
    'At twilio.com, open the number and empty the address under “A message comes in”.',
  ],
  'another-hears': () => ['Texts to this number also go to another service.', null],
  'nobody-else-answers': () => ['Nobody but Ringback answers texts to this number.', null],
  'no-registration-needed': () => ['Only numbers of the United States have to be registered with the carriers.', null],
  'no-campaign': () => [
    'The number belongs to no registered campaign, so that carriers in the United States drop its texts.',
    register,
  ],
  'service-without-campaign': () => [
    'The number’s messaging service has no registered campaign, so that carriers in the United States drop its texts.',
    register,
  ],
  'campaign-approved': () => ['The carriers know the number: its campaign is approved.', null],
  'campaign-unfinished': () => ['The registration of the number is not finished yet.', unfinished],
  'campaign-refused': () => [
    'The registration of the number was refused or suspended, so that carriers drop its texts.',
    register,
  ],
  'toll-free-verified': () => ['The toll-free number is verified.', null],
  'toll-free-unfinished': () => ['The verification of the toll-free number is not finished yet.', unfinished],
  'toll-free-unverified': () => ['The toll-free number is not verified, so that carriers drop its texts.', register],
  'registration-not-told': () => [
    'Your provider does not tell whether the number is registered. Carriers drop an unregistered US number’s texts.',
    null,
  ],

  'may-send': () => ['The phone system lets Ringback send texts.', null],
  'trunk-not-shown': ({ trunk }: { trunk: string }) => [
    `Whether there is a trunk called “${trunk}” this user may not know.`,
    null,
  ],
  'trunk-ready': ({ trunk }: { trunk: string }) => [
    `Texts leave through “${trunk}”. Whether your provider takes them, your first text shows.`,
    null,
  ],
  'too-old': ({ version }: { version: string }) => [
    `This is Asterisk ${version}, which cannot send texts to a number.`,
    'It takes 16.20, 18.6, or newer.',
  ],
  'dialplan-not-shown': () => [
    'This user may not look at the dialplan. The first text shows whether it is right.',
    null,
  ],
  'kept-not-readable': () => [
    'Texts that come while Ringback is not connected are lost, a STOP too: this user may not read those kept.',
    'Add reporting to the user’s write line in manager.conf, and run “manager reload”.',
  ],
  'no-lines': ({ from, context, ours }: From & { context: string; ours: string }) => [
    `Texts to ${from} do not reach Ringback: the dialplan’s context “${context}” has no line for them.`,
    `Add the lines shown here to extensions.conf, message_context = ${ours} to the trunk’s endpoint, and run “dialplan reload” and “pjsip reload”.`,
  ],
  'lines-found': ({ from }: From) => [`The dialplan hands texts to ${from} on to Ringback.`, null],
  'lines-found-and-kept': ({ from }: From) => [
    `The dialplan hands texts to ${from} on to Ringback. They show at once if the user’s read line has user, else within some seconds.`,
    null,
  ],
  'texts-kept': () => ['The phone system keeps texts until Ringback has fetched them.', null],
  'texts-not-kept': () => [
    'Texts that come while Ringback is not connected are lost, a STOP too: the dialplan does not keep them.',
    'Use all of the lines shown here.',
  ],
} satisfies Record<string, (facts: never) => Sentence>

/** What a banner says instead of words that only who looks after the phone system knows. */
const plain = {
  'not-permitted': ['The phone system does not let Ringback send texts.', ask],
  'no-messaging': ['The phone system cannot send texts.', ask],
  'no-trunk': ['The phone system does not know the way by which texts shall leave.', ask],
  'trunk-unreachable': ['The phone system cannot pass texts on right now. They are kept.', ask],
} satisfies Record<string, Sentence>

/** Within the form that a remedy names, it says this instead. */
const inForm: Record<string, string> = {
  [signIn]: 'Check the account and its token, and that the account is active at twilio.com.',
  [sender]: 'Check the number here and at twilio.com.',
  [registration]: 'Finish the registration of the number at twilio.com (Messaging → Regulatory Compliance).',
  [said['no-token']()[1]]: 'Enter it here.',
  [said['something-else']()[1]]: 'Check the network of this PC (a sign-in page, a proxy), and the address here.',
  [said['not-permitted']()[1]]:
    'Add message to the write line of Ringback’s user in manager.conf (write = originate,reporting,message), run “manager reload”, and check again.',
  [said['no-trunk']({ trunk: '' })[1]]: 'Correct the trunk’s name; “pjsip show endpoints” lists them.',
  [said['not-connected']()[1]]: 'Connect the phone system first, in Settings → Phone system.',
}

export const texting = {
  twilio,
  said,
  plain,
  inForm,
  /** The gateways, inside a sentence. */
  gateways: { Demo: 'the demo office', Twilio: 'Twilio', 'your phone system': 'your phone system' },
  /** The steps of the check, by gateway. */
  steps: {
    Demo: { 'sign-in': 'Texts' },
    Twilio: {
      'sign-in': 'Sign in to Twilio',
      number: 'Texting number',
      registration: 'Registration with carriers',
      answers: 'Automatic answers',
    },
    'your phone system': {
      'sign-in': 'Send texts',
      trunk: 'Your trunk',
      answers: 'Receive texts',
      replies: 'Texts while Ringback is off',
    },
  },
}
