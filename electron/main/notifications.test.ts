import { beforeEach, describe, expect, it } from 'vitest'
import { ManualClock } from '../../telephony/clock.ts'
import type { ToastChoices } from '../contract/pc-settings.ts'
import { Notifier } from './notifications.ts'
import type { Toast } from './notifications.ts'
import { usualToasts } from './toast-choices.ts'
import { healthWith, part } from '../contract/testing.ts'
import { listeningLogger } from './testing.ts'

const minute = 60_000
const reply = { conversationId: 'c1', messageId: 'm1', from: 'Dana Kowalski', preview: 'Can somebody come?' }
const trouble = healthWith({ phoneSystem: part('trouble', 'The phone system does not answer.') })

let clock: ManualClock
let shown: Toast[]
let done: string[]
let reading: string | null
let supported: boolean
let locked: boolean
let choices: ToastChoices
let notifier: Notifier
let logged: ReturnType<typeof listeningLogger>['logged']

beforeEach(() => {
  clock = new ManualClock(0)
  shown = []
  done = []
  reading = null
  supported = true
  locked = false
  choices = usualToasts
  const log = listeningLogger()
  logged = log.logged
  notifier = new Notifier({
    shelf: { supported: () => supported, show: (toast) => void shown.push(toast), clear: () => void (shown = []) },
    clock,
    logger: log.logger,
    choices: () => choices,
    isRead: (id) => id === reading,
    isLocked: () => locked,
    open: (id) => void done.push(`open ${id}`),
    callBack: (id) => void done.push(`call back ${id}`),
    answer: (id, body) => void done.push(`answer ${id}: ${body}`),
  })
})

describe('a reply', () => {
  it('is shown with who wrote what, and opens its conversation', () => {
    notifier.replyReceived(reply)
    expect(shown).toMatchObject([{ title: 'Dana Kowalski', body: 'Can somebody come?' }])
    shown[0]?.click()
    expect(done).toEqual(['open c1'])
  })

  it('can be answered in the toast', () => {
    notifier.replyReceived(reply)
    shown[0]?.reply?.('On our way')
    expect(done).toEqual(['answer c1: On our way'])
  })

  it('in the conversation being read is not shown, and the log says why', () => {
    reading = 'c1'
    notifier.replyReceived(reply)
    expect(shown).toEqual([])
    expect(logged).toEqual([{ event: 'toast.left-out', facts: { kind: 'reply', why: 'being read' } }])
  })

  it('in another conversation is shown', () => {
    reading = 'c2'
    notifier.replyReceived(reply)
    expect(shown).toHaveLength(1)
  })

  it('leaves neither name nor words in the log', () => {
    notifier.replyReceived(reply)
    expect(JSON.stringify(logged)).not.toMatch(/Dana|somebody/)
  })
})

describe('replies one after the other', () => {
  const from = (who: string) => notifier.replyReceived({ ...reply, conversationId: who, from: who })

  it('are told together some seconds later, with how many there are and of whom', async () => {
    for (const who of ['Ann', 'Ben', 'Ben', 'Cem', 'Dee', 'Eve', 'Flo']) from(who)
    expect(shown.map(({ title }) => title)).toEqual(['Ann'])
    await clock.advance(4000)
    expect(shown.slice(1)).toMatchObject([{ title: '6 new replies', body: 'From Ben, Cem, Dee, and 2 more' }])
    shown[1]?.click()
    expect(done).toEqual(['open null'])
  })

  it('of one conversation take the place of each other, and tell the last words', async () => {
    notifier.replyReceived(reply)
    notifier.replyReceived({ ...reply, preview: 'Hello?' })
    notifier.replyReceived({ ...reply, preview: 'Please call.' })
    await clock.advance(4000)
    expect(shown).toMatchObject([
      { place: 'c1', body: 'Can somebody come?' },
      { place: 'c1', body: 'Please call.' },
    ])
  })

  it('count on in one toast until somebody has seen it, and not faster than it can be read', async () => {
    for (let second = 0; second < 12; second += 1) {
      for (const who of ['Ann', 'Ben']) from(who)
      await clock.advance(1000)
    }
    expect(shown.map(({ title }) => title)).toEqual(['Ann', '7 new replies', '15 new replies', '23 new replies'])
    expect(new Set(shown.slice(1).map(({ place }) => place)).size).toBe(1)
    shown.at(-1)?.gone?.()
    await clock.advance(minute)
    from('Cem')
    expect(shown.at(-1)).toMatchObject({ title: 'Cem' })
  })

  it('are not added to those of long ago where the desktop does not tell that a toast is gone', async () => {
    for (const who of ['Ann', 'Ben', 'Cem']) from(who)
    await clock.advance(5000)
    expect(shown.at(-1)).toMatchObject({ title: '2 new replies' })
    await clock.advance(2 * minute)
    from('Dee')
    expect(shown.at(-1)).toMatchObject({ title: 'Dee' })
  })

  it('leave out a conversation that has been opened meanwhile', async () => {
    from('Ann')
    from('Ben')
    reading = 'Ben'
    await clock.advance(4000)
    expect(shown.map(({ title }) => title)).toEqual(['Ann'])
    reading = null
    from('Cem')
    expect(shown.map(({ title }) => title)).toEqual(['Ann', 'Cem'])
  })
})

it('a desktop without toasts is said so in the log', () => {
  supported = false
  notifier.replyReceived(reply)
  expect(shown).toEqual([])
  expect(logged).toEqual([{ event: 'toast.left-out', facts: { kind: 'reply', why: 'not supported here' } }])
})

it('a missed call without a text says why there is none', () => {
  notifier.callMissed({ conversationId: null, from: 'Number withheld', reason: 'The number is withheld.' })
  expect(shown).toMatchObject([{ title: 'Missed call: Number withheld' }])
  expect(shown[0]?.body).toContain('The number is withheld.')
  shown[0]?.click()
  expect(done).toEqual(['open null'])
})

it('closing the window is explained once a run', () => {
  notifier.windowClosed()
  notifier.windowClosed()
  expect(shown).toHaveLength(1)
})

describe('an engine that is away', () => {
  const stopped = { state: 'stopped', message: 'The inbox file is damaged.' } as const

  it('is told after half a minute, with what it said', async () => {
    notifier.engineChanged(stopped)
    await clock.advance(30_000)
    expect(shown).toMatchObject([{ title: 'Ringback is not working', body: 'The inbox file is damaged.' }])
  })

  it('is not told when it is back by then', async () => {
    notifier.engineChanged(stopped)
    notifier.engineChanged({ state: 'starting', message: null })
    notifier.engineChanged({ state: 'running', message: null })
    await clock.advance(10 * minute)
    expect(shown).toEqual([])
  })
})

it('what could not be done is told with what to do, and opens its conversation', () => {
  notifier.refused({ code: 'not-ready', message: 'The engine is starting.', remedy: 'Try again.' }, 'c1')
  expect(shown).toMatchObject([{ title: 'The engine is starting.', body: 'Try again.' }])
  shown[0]?.click()
  expect(done).toEqual(['open c1'])
})

describe('trouble with a connection', () => {
  it('is told after two minutes, once', async () => {
    notifier.healthChanged(trouble)
    await clock.advance(2 * minute - 1)
    expect(shown).toEqual([])
    notifier.healthChanged(trouble)
    await clock.advance(1)
    expect(shown).toHaveLength(1)
    expect(shown[0]?.body).toContain('The phone system does not answer.')
    await clock.advance(60 * minute)
    expect(shown).toHaveLength(1)
  })

  it('that mends itself in time is not told', async () => {
    notifier.healthChanged(trouble)
    await clock.advance(minute)
    notifier.healthChanged(healthWith())
    await clock.advance(10 * minute)
    expect(shown).toEqual([])
  })

  it('goes on counting while it tries to come back', async () => {
    notifier.healthChanged(trouble)
    await clock.advance(minute)
    notifier.healthChanged(healthWith({ phoneSystem: part('working') }))
    await clock.advance(minute)
    expect(shown).toHaveLength(1)
  })

  it('that was told is told to be over', async () => {
    notifier.healthChanged(trouble)
    await clock.advance(2 * minute)
    notifier.healthChanged(healthWith())
    expect(shown.map(({ title }) => title)).toEqual(['Ringback does not see your calls', 'Ringback works again'])
  })

  it('of both connections is told for each', async () => {
    notifier.healthChanged(healthWith({ phoneSystem: part('trouble'), texting: part('trouble') }))
    await clock.advance(2 * minute)
    expect(shown).toHaveLength(2)
  })
})

describe('what is not wanted', () => {
  const noReplies = { ...usualToasts, kinds: { ...usualToasts.kinds, reply: false, trouble: false } }
  const missed = { conversationId: 'c1', from: 'Pat Lee', reason: 'It is a landline.' }

  it('is not shown, and the log says why; the other kinds are', () => {
    choices = noReplies
    notifier.replyReceived(reply)
    notifier.callMissed(missed)
    expect(shown.map(({ title }) => title)).toEqual(['Missed call: Pat Lee'])
    expect(logged[0]).toEqual({ event: 'toast.left-out', facts: { kind: 'reply', why: 'turned off' } })
  })

  it('of trouble leaves the end of the trouble out, too', async () => {
    choices = noReplies
    notifier.healthChanged(trouble)
    await clock.advance(3 * minute)
    notifier.healthChanged(healthWith())
    expect(shown).toEqual([])
  })

  it.each([
    ['all', [undefined, undefined]],
    ['replies', [undefined, true]],
    ['none', [true, true]],
  ] as const)('as sound, with "%s" chosen, is left out', (sound, silent) => {
    choices = { ...usualToasts, sound }
    notifier.replyReceived(reply)
    notifier.callMissed(missed)
    expect(shown.map((toast) => toast.silent)).toEqual(silent)
  })
})

it('a reply and a missed call can be called back from the toast', () => {
  notifier.replyReceived(reply)
  notifier.callMissed({ conversationId: 'c2', from: 'Pat Lee', reason: 'It is a landline.' })
  notifier.callMissed({ conversationId: null, from: 'Withheld', reason: 'The caller withheld the number.' })
  for (const toast of shown) for (const { run } of toast.actions ?? []) run()
  expect(done).toEqual(['call back c1', 'call back c2'])
})

describe('while the window is locked', () => {
  it('toasts say that something came, and nothing of whom or what; what stood there goes', async () => {
    notifier.replyReceived(reply)
    locked = true
    notifier.locked()
    expect(shown).toEqual([])
    notifier.replyReceived({ ...reply, conversationId: 'c2' })
    await clock.advance(5000)
    notifier.callMissed({ conversationId: 'c1', from: '(530) 555-0101', reason: 'Blocked.' })
    notifier.healthChanged(healthWith({ texting: part('trouble', 'The number (530) 555-0199 is off.') }))
    await clock.advance(120_000)
    notifier.healthChanged(healthWith({ texting: part('ok', 'Texts leave from (530) 555-0199.') }))
    notifier.refused({ code: 'not-allowed', message: 'Dana Kowalski wants no texts.' }, 'c1')
    expect(shown).toHaveLength(5)
    expect(JSON.stringify(shown)).not.toMatch(/Dana|come|555|Blocked/)
    expect(shown.flatMap(({ reply: field, actions }) => [field, actions].filter(Boolean))).toEqual([])
    shown[1]?.click()
    expect(done).toEqual(['open c1'])
  })
})
