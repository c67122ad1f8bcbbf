import type { LiveCall } from '../../../electron/contract/view-models.ts'
import { plural } from './plural.ts'

type States = Record<LiveCall['direction'], Record<LiveCall['state'], string>>

/** The test call. */
export const setupCall = {
  lead: 'Take a mobile phone, call your office and let it ring until it stops, or hang up. Nothing is sent; you see here how Ringback understands the call.',
  region: 'Calls, as Ringback sees them',
  waiting: 'Waiting for your call …',
  live: {
    inbound: { ringing: 'Ringing:', waiting: 'Waiting in line:', talking: 'Somebody picked up:' },
    outbound: { ringing: 'The office calls:', waiting: 'The office calls:', talking: 'The office talks with:' },
    inside: { ringing: 'Inside, ringing:', waiting: 'Inside, ringing:', talking: 'Inside, talking:' },
  } satisfies States,
  to: (line: string) => `to ${line}`,
  seconds: (count: number) => plural(count, 'second', 'seconds'),
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
  leadMissing: 'Something is left to do. You can start all the same: what is missing stands here and in Settings.',
  phone: 'Phone system',
  phoneMissing: 'No phone system is connected yet, so Ringback sees no calls.',
  textingMissing: 'Nothing is set up yet, so no text goes out.',
  from: (number: string) => `Texts leave from ${number}.`,
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
