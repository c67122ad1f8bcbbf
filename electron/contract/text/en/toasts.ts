import { list, number } from '../locale.ts'
import { plural } from './plural.ts'

/** Notifications of the desktop. */
export const toasts = {
  trouble: {
    phoneSystem: 'Ringback does not see your calls',
    texting: 'Ringback cannot send texts',
    engine: 'Ringback is not working',
  },
  mended: 'Ringback works again',
  well: 'Calls are seen and texts go out.',
  missed: (from: string) => `Missed call: ${from}`,
  noText: (reason: string) => `No text was sent. ${reason}`,
  closed: 'Ringback keeps watching your calls',
  closedBody: 'It stays in the tray. Quit it there if you want it to stop.',
  reply: 'Reply',
  replies: (count: number) => plural(count, 'new reply', 'new replies'),
  /** Who wrote; so many more are not named. */
  from: (names: string[], more: number) => `From ${list(more > 0 ? [...names, `${number(more)} more`] : names)}`,
}
