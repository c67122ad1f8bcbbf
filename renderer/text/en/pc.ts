import type { ToastKind } from '../../../electron/contract/pc-settings.ts'

/** Settings of this PC: notifications, start, links. */
export const pc = {
  title: 'Notifications',
  lead: 'What Ringback tells you while you work in another window. These settings are for this PC only.',
  kinds: {
    reply: ['New replies', 'Who wrote and what, unless you have that conversation open.'],
    missed: [
      'Missed calls without an automatic text',
      'No text goes to them by itself: somebody should call or write.',
    ],
    trouble: ['Trouble', 'When calls are not seen or texts cannot go out for two minutes, and when that is over.'],
  } satisfies Record<ToastKind, [name: string, help: string]>,
  sound: 'Sound',
  sounds: { all: 'With every notification', replies: 'With new replies only', none: 'Never' },
  quiet:
    'While this PC is set to “Do not disturb”, or is showing a presentation, the system may hold notifications back. The number on the icon still counts.',
  start: 'Open Ringback when I sign in to this PC',
  startHelp: 'It starts in the tray, without its window, and sees calls from then on.',
  links: 'Open phone links with Ringback',
  linksHelp:
    'A click on a phone number in another program (tel: and sms: links) opens the conversation here. Nothing is sent or dialed by itself. The system may ask you once.',
}
