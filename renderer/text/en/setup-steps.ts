import type { LiveCall } from '../../../electron/contract/view-models.ts'

type States = Record<LiveCall['direction'], Record<LiveCall['state'], string>>

/** The test call. */
export const setupCall = {
  lead: 'Take a mobile phone, call your office and let it ring until it stops, or hang up. Nothing is sent; you see here how Ringback understands the call.',
  leadTexts:
    'Take a mobile phone, call your office and let it ring until it stops, or hang up. You see here how Ringback understands the call, and your phone gets the text.',
  region: 'Calls, as Ringback sees them',
  waiting: 'Waiting for your call…',
  nothingShows:
    'It rings, and nothing shows here? Then Ringback’s user needs read = call,agent,dialplan in manager.conf.',
  live: {
    inbound: { ringing: 'Ringing:', waiting: 'Waiting in line:', talking: 'Somebody picked up:' },
    outbound: { ringing: 'The office calls:', waiting: 'The office calls:', talking: 'The office talks with:' },
    inside: { ringing: 'Inside, ringing:', waiting: 'Inside, ringing:', talking: 'Inside, talking:' },
  } satisfies States,
  to: (line: string) => `to ${line}`,
  getsText: 'Right: this caller gets your text.',
  wouldText: 'Right: this caller would get a text.',
  wouldTextLater: 'Right: this caller would get a text, once texting is set up in the next steps.',
  noText: (reason: string) => `This caller would get no text. ${reason}`,
  notMissed: {
    inbound: 'Right: somebody answered, so no text goes out. Call once more and let it ring.',
    outbound: 'A call that the office made: Ringback sends no text because of it.',
  },
  without: 'Go on without a call',
}

/** The last page. */
export const setupStart = {
  lead: 'From now on Ringback watches your calls, also while its window is closed.',
  almost: 'Almost ready',
  leadMissing: 'Something is still missing. You can start anyway and do it later in Settings.',
  phone: 'Phone system',
  phoneMissing: 'No phone system is connected yet, so Ringback sees no calls.',
  textingMissing: 'Nothing is set up yet, so no text goes out.',
  from: (number: string) => `Texts are sent from ${number}.`,
  nameMissing: 'A text must say who writes: the name of your business is missing.',
  name: (name: string) => `Texts are signed by ${name}.`,
  goThere: 'Do this now',
  next: 'What happens next',
  nextList: [
    'When nobody picks up, the caller gets your text within a minute. What they reply shows in the inbox.',
    'Closing the window leaves Ringback in the tray. There you can pause it at any time.',
    'Everything can be changed in Settings.',
  ],
}
