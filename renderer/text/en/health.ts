import type { PhonePermission } from '../../../electron/contract/view-models.ts'
import * as dates from '../dates.ts'
import { time } from './time.ts'

export const health = {
  title: 'How Ringback is doing',
  well: 'All well',
  paused: 'Paused',
  look: 'Trouble',
  working: 'Connecting',
  off: 'Not set up',
  unknown: 'Starting',
  phoneSystem: 'Phone system',
  texting: 'Texting',
  inbox: 'Inbox on this PC',
  engine: 'Ringback itself',
  disk: 'Disk',
  clock: 'Clock',
  engineWell: 'It sees calls and sends texts.',
  /** It is back: what had been. */
  engineBack: {
    ended: (_from: number, _now: number) => 'It had stopped by itself and was started again.',
    hung: (from: number, now: number) => `It had given no sign of life ${time.since(from, now)} and was started again.`,
  },
  details: 'Copy details for support',
  detailsCopied: 'Copied. They hold no phone numbers, names or texts.',
  detailsFailed: 'The details could not be copied.',
  states: { ok: 'Working', working: 'Connecting', off: 'Not set up', trouble: 'Trouble' },
  automatic: 'Automatic texts',
  pause: 'Pause',
  pauseFor: 'Pause automatic texts',
  pauseChoices: { 30: '30 minutes', 60: '1 hour', tomorrow: 'Until tomorrow', null: 'Until I resume' },
  resume: 'Resume',
  pausedUntil: (until: number, now: number) =>
    `No automatic texts until ${dates.daysAway(until, now) === 0 ? dates.clockTime(until) : time.upcoming(until, now)}`,
  pausedOpen: 'No automatic texts until you resume',
  pausedBy: {
    brake: 'Unusually many automatic texts went out in a few minutes, so Ringback paused them',
    restore:
      'The inbox was damaged, and a copy took its place. A pause or “Watch only” chosen after that copy is not in it: check your settings first',
  },
  settingsOf: { phone: 'Settings → Phone system', texting: 'Settings → Texting' },
  retryIn: (seconds: number) => (seconds > 0 ? `Next attempt in ${seconds} s.` : 'Trying again…'),
  tryNow: 'Try now',
  more: 'With more rights on the phone system',
  moreBody: 'Whoever looks after it can add these to the lines of Ringback’s user in manager.conf.',
  permissions: {
    call: ['read: call', 'the calls themselves'],
    agent: ['read: agent', 'who waits in a queue, and who gave up there'],
    dialplan: ['read: dialplan', 'whether a call ended in voicemail, a menu or an announcement'],
    reporting: ['write: reporting', 'what became of calls while the connection was gone'],
    originate: ['write: originate', 'calling back from this window'],
    system: ['write: system', 'less traffic, and the list of phones and trunks; not needed otherwise'],
  } satisfies Record<PhonePermission, [permission: string, adds: string]>,
  engineStopped: 'Ringback’s engine has stopped, so no calls are seen and no texts are sent',
  engineStarting: 'Ringback is starting',
  engineRemedy: 'It is started again by itself. If this stays, quit Ringback from the tray and open it again.',
}
