/** How the made-up office is doing: well, and in every kind of trouble. */
import type { Health } from '../../../electron/contract/view-models.ts'
import { hour, minute, now } from './moment.ts'

const well = (words: string) => ({ state: 'ok' as const, message: words, remedy: null, since: now - 3 * hour })

export const health: Health = {
  phoneSystem: well('Connected to 192.0.2.10.'),
  texting: well('Texts go out from (530) 555-0100.'),
  inbox: well('All conversations are saved on this PC.'),
  disk: well('There is enough room on this PC’s disk.'),
  clock: well('This PC’s clock agrees with the text service’s.'),
  connection: { retryAt: null, lacks: [] },
  paused: null,
  revision: 1,
}

export const troubled: Health = {
  ...health,
  texting: {
    state: 'trouble',
    message: 'Twilio does not accept the auth token.',
    remedy: 'Copy the token again from the Twilio console into Settings, Texting.',
    since: now - 25 * minute,
  },
  paused: { since: now, until: now + 30 * minute, by: 'staff' },
}

/** Nothing can be stored any more, because the disk is full. */
export const fullDisk: Health = {
  ...health,
  inbox: {
    state: 'trouble',
    message: 'Ringback cannot store calls and texts.',
    remedy:
      'Check that the disk is not full and that your user may write to the data folder (Settings → About names it).',
    because: 'disk',
    since: now - 4 * minute,
  },
  disk: {
    state: 'trouble',
    message: 'The disk of this PC is all but full.',
    remedy: 'Delete what is not needed, or empty the trash. On a full disk Ringback can store no calls and texts.',
    since: now - 25 * minute,
  },
}

/** The phone system is away, and let its user do little. */
export const waiting: Health = {
  ...health,
  phoneSystem: {
    state: 'trouble',
    message: 'The phone system does not answer, so no calls are seen.',
    remedy: 'Tell the person who looks after your phone system.',
    details: {
      message: 'The phone system at 192.0.2.10 does not answer.',
      remedy: 'Check that it is switched on, and the address. A firewall may also be in the way.',
    },
    since: now - 7 * minute,
  },
  connection: { retryAt: now + 40_000, lacks: [] },
}

export const lacking: Health = { ...health, connection: { retryAt: null, lacks: ['dialplan', 'reporting', 'system'] } }

export const unconnected: Health = {
  ...health,
  phoneSystem: { state: 'off', message: 'No phone system is set up.', remedy: 'Connect it in Settings.', since: now },
  texting: { state: 'off', message: 'Texting is not set up.', remedy: 'Connect it in Settings.', since: now },
}
