import * as dbus from '@jellybrick/dbus-next'
import type { Message } from '@jellybrick/dbus-next'
import { beforeEach, describe, expect, it } from 'vitest'
import { LinuxToasts } from './linux-toasts.ts'
import type { Toast } from './notifications.ts'

let abilities: string[]
let sent: unknown[][]
let done: string[]
let hear: (message: unknown) => void
let toasts: LinuxToasts

beforeEach(async () => {
  abilities = ['body', 'body-markup', 'actions', 'inline-reply']
  sent = []
  done = []
  const bus = {
    on: (_: string, listener: (message: never) => void) => void (hear = listener as typeof hear),
    async call({ member, body }: Message) {
      if (member === 'GetCapabilities') return { body: [abilities] }
      if (member === 'CloseNotification') done.push(`close ${String(body[0])}`)
      if (member !== 'Notify') return { body: [] }
      sent.push(body)
      const replaces = body[1] as number
      return { body: [replaces === 0 ? sent.length : replaces] }
    },
  }
  toasts = await LinuxToasts.over(dbus, bus as never, '/icon.png', () => ({ open: 'Open', reply: 'Reply' }))
})

const toast = (change: Partial<Toast> = {}): Toast => ({
  title: 'Pat Lee',
  body: 'Is <b>9</b> & 10 free?',
  click: () => void done.push('click'),
  reply: (words) => void done.push(`reply ${words}`),
  actions: [{ label: 'Call back', run: () => void done.push('call back') }],
  ...change,
})
const signal = (member: string, ...body: unknown[]) =>
  hear({ interface: 'org.freedesktop.Notifications', member, body })

describe('a toast on Linux', () => {
  it('has the app’s name and icon, the buttons, a field to answer in, and no markup of others', async () => {
    await toasts.show(toast())
    const [app, replaces, icon, title, body, actions] = sent[0] ?? []
    expect([app, replaces, icon, title]).toEqual(['Ringback', 0, '/icon.png', 'Pat Lee'])
    expect(body).toBe('Is &lt;b&gt;9&lt;/b&gt; &amp; 10 free?')
    expect(actions).toEqual(['default', 'Open', 'inline-reply', 'Reply', '0', 'Call back'])
  })

  it('tells what was done with it, and of one that is gone nothing', async () => {
    for (let shown = 0; shown < 4; shown += 1) await toasts.show(toast({ gone: () => void done.push('gone') }))
    signal('ActionInvoked', 1, 'default')
    signal('NotificationClosed', 1, 2)
    signal('ActionInvoked', 2, '0')
    signal('NotificationReplied', 3, 'Yes')
    signal('ActionInvoked', 99, 'default')
    signal('NotificationClosed', 4, 1)
    signal('ActionInvoked', 4, 'default')
    expect(done).toEqual(['click', 'call back', 'reply Yes', 'gone'])
  })

  it('of the same place takes the place of the one before, even when both come at once', async () => {
    await Promise.all([toasts.show(toast({ place: 'c1' })), toasts.show(toast({ place: 'c1', title: 'Pat Lee (2)' }))])
    await toasts.show(toast({ place: 'c2' }))
    expect(sent.map((body) => body[1])).toEqual([0, 1, 0])
  })

  it('has no buttons where the daemon has none, and plain words where it reads no markup', async () => {
    abilities = ['body']
    await toasts.show(toast())
    expect(sent[0]?.slice(4, 6)).toEqual(['Is <b>9</b> & 10 free?', []])
  })

  it('asks for no sound where none is wanted', async () => {
    await toasts.show(toast({ silent: true }))
    await toasts.show(toast())
    const hints = sent.map((body) => body[6] as Record<string, { value: unknown }>)
    expect(hints.map((hint) => hint['suppress-sound']?.value)).toEqual([true, undefined])
  })
})

it('takes away all that stand there', async () => {
  await toasts.show(toast({ place: 'a' }))
  const last = toasts.show(toast({ place: 'b' }))
  await toasts.clear()
  await last
  expect(done).toEqual(['close 1', 'close 2'])
  signal('ActionInvoked', 2, 'default')
  expect(done).toHaveLength(2)
})

it('takes away, too, what only the desktop’s list still shows, and leaves what somebody closed', async () => {
  for (let shown = 0; shown < 53; shown += 1) await toasts.show(toast())
  signal('NotificationClosed', 51, 1)
  signal('NotificationClosed', 52, 2)
  await toasts.clear()
  const closed = new Set(done.map((what) => Number(what.replace('close ', ''))))
  expect([1, 2, 3, 51, 53].filter((id) => !closed.has(id))).toEqual([])
  expect(closed.has(52)).toBe(false)
})
