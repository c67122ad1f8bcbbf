/** Why nobody could be reached just now, where somebody tries it out: nothing is tried again by itself there. */
type Sentence = readonly [message: string, remedy: string]

export const reach = {
  'nobody-listens': [
    'The text service refuses the connection.',
    'Check the address, and whether a firewall keeps this PC from it. Then check again.',
  ],
  'name-unknown': [
    'The address of the text service is not known here.',
    'Check that this PC is online, and how the address is spelled. Then check again.',
  ],
  silent: [
    'The text service does not answer.',
    'Check that this PC is online; a firewall or a proxy may swallow what it sends. Then check again.',
  ],
  'cut-off': ['The connection to the text service broke off.', 'Check that this PC is online. Then check again.'],
  'not-trusted': [
    'The text service shows a certificate that this PC does not trust.',
    'Check the date of this PC, and whether security software looks into its connections. Then check again.',
  ],
  'no-answer-of-its-own': [
    'What answers there is no text service, or one in trouble.',
    'Check the address, and the network of this PC (a sign-in page, a proxy). Then check again.',
  ],
  'phone-system-lost': [
    'The connection to the phone system broke off.',
    'Check the network and whether the phone system is running. Then check again.',
  ],
} satisfies Record<string, Sentence>
