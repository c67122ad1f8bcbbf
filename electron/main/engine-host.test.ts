import { beforeEach, describe, expect, it } from 'vitest'
import { ManualClock } from '../../telephony/clock.ts'
import type { FromEngine, ToEngine } from '../contract/engine-port.ts'
import { ok } from '../contract/result.ts'
import { EngineHost } from './engine-host.ts'
import type { EngineProcess } from './engine-host.ts'
import { listeningLogger } from './testing.ts'

/** An engine process as the test wants it. */
class FakeEngine implements EngineProcess {
  readonly heard: ToEngine[] = []
  killed = false
  pid = undefined
  /** It says that it lives whenever it is asked. */
  lives = true
  #message: (message: FromEngine) => void = () => {}
  #exit: (code: number) => void = () => {}

  postMessage(message: ToEngine): void {
    if (message.kind !== 'ping') this.heard.push(message)
    else if (this.lives) this.#message({ kind: 'alive' })
  }

  on(event: 'message' | 'exit', listener: ((message: FromEngine) => void) | ((code: number) => void)): void {
    if (event === 'message') this.#message = listener as (message: FromEngine) => void
    else this.#exit = listener as (code: number) => void
  }

  kill(): boolean {
    this.killed = true
    return true
  }

  says(message: FromEngine): void {
    this.#message(message)
  }

  ends(code: number): void {
    this.#exit(code)
  }
}

let clock: ManualClock
let engines: FakeEngine[]
let told: { name: string; payload: unknown }[]
let password: string | null
let host: EngineHost
let logged: ReturnType<typeof listeningLogger>['logged']

beforeEach(() => {
  clock = new ManualClock(0)
  engines = []
  told = []
  password = 'first'
  const log = listeningLogger()
  logged = log.logged
  host = new EngineHost({
    fork() {
      const engine = new FakeEngine()
      engines.push(engine)
      return engine
    },
    start: { profileFolder: '/profile', demo: false },
    speech: () => ({ language: 'en', locale: 'en-US' }),
    secrets: () => ({ pbxPassword: password, gatewayToken: null }),
    clock,
    logger: log.logger,
    emit: (name, payload) => void told.push({ name, payload }),
  })
})

/** The one that was started last. */
const engine = () => {
  const last = engines.at(-1)
  if (!last) throw new Error('no engine was started')
  return last
}
const states = () =>
  told.flatMap(({ name, payload }) => (name === 'engine:state' ? [(payload as { state: string }).state] : []))

/** A host with a running engine. */
function running(): void {
  host.start()
  engine().says({ kind: 'ready' })
}

describe('a starting engine', () => {
  it('is given its folder and the stored secrets', () => {
    host.start()
    expect(engine().heard).toEqual([
      {
        kind: 'start',
        speech: { language: 'en', locale: 'en-US' },
        profileFolder: '/profile',
        demo: false,
        secrets: { pbxPassword: 'first', gatewayToken: null },
      },
    ])
  })

  it('is asked what was asked before it was begun', () => {
    void host.request('health:get', undefined)
    host.start()
    expect(engine().heard.map(({ kind }) => kind)).toEqual(['start', 'request'])
  })

  it('is asked at once, and answers when it is ready', async () => {
    host.start()
    const answer = host.request('health:get', undefined)
    const asked = engine().heard.at(-1)
    expect(asked).toMatchObject({ kind: 'request', command: 'health:get' })
    engine().says({ kind: 'ready' })
    engine().says({ kind: 'answer', id: asked?.kind === 'request' ? asked.id : NaN, result: ok('well') })
    expect(await answer).toEqual(ok('well'))
    expect(states()).toEqual(['starting', 'running'])
  })

  it('is waited for by nobody when it takes long', async () => {
    host.start()
    const answer = host.request('health:get', undefined)
    await clock.advance(2000)
    expect(await answer).toMatchObject({ ok: false, failure: { code: 'not-ready' } })
  })

  it('tells those who wait already why it cannot start', async () => {
    host.start()
    const answer = host.request('health:get', undefined)
    engine().says({
      kind: 'failed',
      failure: { code: 'not-ready', message: 'The inbox file is damaged.' },
      damaged: true,
    })
    expect(await answer).toMatchObject({ ok: false, failure: { message: 'The inbox file is damaged.' } })
  })

  it('that cannot start says why, in every answer, and is not started over and over', async () => {
    host.start()
    const failure = { code: 'not-ready', message: 'The inbox file is damaged.', remedy: 'Restore a backup.' } as const
    engine().says({ kind: 'failed', failure, damaged: false })
    const answer = await host.request('health:get', undefined)
    expect(answer).toMatchObject({ ok: false, failure: { message: 'The inbox file is damaged. Restore a backup.' } })
    await clock.advance(3_600_000)
    expect(engines).toHaveLength(1)
  })
})

describe('a damaged inbox', () => {
  beforeEach(() => {
    host.start()
    const failure = { code: 'not-ready', message: 'The inbox file is damaged.' } as const
    engine().says({ kind: 'failed', failure, damaged: true })
  })

  it('can still be asked which backups there are, and nothing else', async () => {
    expect(host.state()).toMatchObject({ state: 'stopped', damaged: true })
    expect(await host.request('health:get', undefined)).toMatchObject({ ok: false })
    void host.request('backups:list', undefined)
    expect(engine().heard.at(-1)).toMatchObject({ kind: 'request', command: 'backups:list' })
  })

  it('is replaced by a backup, one at a time', async () => {
    const restored = host.restore('a.sqlite')
    expect(engine().heard.at(-1)).toMatchObject({ kind: 'restore', name: 'a.sqlite' })
    expect(await host.restore('b.sqlite')).toMatchObject({ ok: false })
    engine().says({ kind: 'ready' })
    engine().says({ kind: 'restored', result: ok({ aside: null }) })
    expect(await restored).toEqual(ok({ aside: null }))
    expect(host.state()).toMatchObject({ state: 'running', message: null })
  })

  it('an engine that dies meanwhile is told of, and starts again', async () => {
    const restored = host.restore('a.sqlite')
    engine().ends(1)
    expect(await restored).toMatchObject({ ok: false })
  })
})

describe('a running engine', () => {
  beforeEach(running)

  it('answers each request with its own answer', async () => {
    const first = host.request('conversations:get', { id: 'a' })
    const second = host.request('conversations:get', { id: 'b' })
    const requests = engine().heard.filter((message) => message.kind === 'request')
    for (const { id, input } of requests.toReversed()) {
      engine().says({ kind: 'answer', id, result: ok((input as { id: string }).id) })
    }
    expect(await Promise.all([first, second])).toEqual([ok('a'), ok('b')])
  })

  it('passes events and log lines on', () => {
    engine().says({ kind: 'event', name: 'badge:changed', payload: { needsReply: 3 } })
    engine().says({ kind: 'log', level: 'info', event: 'pbx.signed-in', facts: { host: 'pbx' } })
    expect(told.at(-1)).toEqual({ name: 'badge:changed', payload: { needsReply: 3 } })
    expect(logged.at(-1)).toEqual({ event: 'pbx.signed-in', facts: { host: 'pbx' } })
  })

  it('that does not answer in a minute leaves no request hanging', async () => {
    const answer = host.request('health:get', undefined)
    await clock.advance(60_000)
    expect(await answer).toMatchObject({ ok: false, failure: { code: 'not-ready' } })
  })
})

describe('an engine that dies', () => {
  beforeEach(running)

  it('fails what was asked, and says so', async () => {
    const answer = host.request('health:get', undefined)
    engine().ends(139)
    expect(await answer).toMatchObject({ ok: false, failure: { code: 'not-ready' } })
    expect(states().at(-1)).toBe('stopped')
    expect(logged.at(-1)).toMatchObject({ event: 'engine.died', facts: { code: 139 } })
  })

  it('is started again after a second, with today’s secrets', async () => {
    password = 'changed'
    engine().ends(1)
    await clock.advance(999)
    expect(engines).toHaveLength(1)
    await clock.advance(1)
    expect(engines).toHaveLength(2)
    expect(engine().heard[0]).toMatchObject({ secrets: { pbxPassword: 'changed' } })
  })

  it('again and again is given more time, a minute at most', async () => {
    const waits: number[] = []
    for (let deaths = 0; deaths < 9; deaths++) {
      const count = engines.length
      engine().ends(1)
      const from = clock.now()
      while (engines.length === count) await clock.advance(500)
      waits.push((clock.now() - from) / 1000)
    }
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 60, 60, 60])
  })

  it('after a calm minute is started as quickly as the first time', async () => {
    engine().ends(1)
    await clock.advance(1000)
    engine().says({ kind: 'ready' })
    await clock.advance(61_000)
    engine().ends(1)
    await clock.advance(1000)
    expect(engines).toHaveLength(3)
  })
})

describe('an engine that hangs', () => {
  /** It stands still for so long, in seconds. */
  const silent = async (seconds: number) => {
    engine().lives = false
    await clock.advance(seconds * 1000)
  }

  it('is ended after half a minute without a sign of life, told of since when, and started again', async () => {
    running()
    await clock.advance(600_000)
    expect(engines).toHaveLength(1)
    const answer = host.request('health:get', undefined)
    await silent(29)
    expect(engine().killed).toBe(false)
    await silent(6)
    expect(engine().killed).toBe(true)
    engine().ends(9)
    expect(await answer).toMatchObject({ ok: false, failure: { code: 'not-ready' } })
    expect(host.state()).toMatchObject({ state: 'stopped', since: 605_000 })
    expect(host.state().message).toContain('no sign of life for 30 s')
    expect(logged).toContainEqual({ event: 'engine.hung', facts: { state: 'running', silentSeconds: 30 } })
    await clock.advance(1000)
    engine().says({ kind: 'ready' })
    expect(host.state()).toMatchObject({ state: 'running', since: 636_000 })
    expect(host.state().away).toEqual({ why: 'hung', from: 605_000, to: 636_000 })
  })

  it('for a while only, or says something else, is left alone', async () => {
    running()
    for (let at = 0; at < 10; at += 1) {
      await silent(29)
      engine().says({ kind: 'event', name: 'badge:changed', payload: { needsReply: at } })
    }
    expect(engine().killed).toBe(false)
  })

  it('is not taken for hanging where the PC slept, or main stood still itself', async () => {
    running()
    // The clock is hours later, and no beat was done in between.
    clock.jumpTo(8 * 3_600_000)
    await silent(25)
    expect(engine().killed).toBe(false)
    engine().says({ kind: 'alive' })
    await clock.advance(5000)
    expect(engine().killed).toBe(false)
  })

  it('has a quarter of an hour to open, upgrade or restore an inbox, and twice that the next time', async () => {
    host.start()
    await silent(14 * 60)
    expect(engine().killed).toBe(false)
    await silent(70)
    expect(engine().killed).toBe(true)
    engine().ends(9)
    await clock.advance(1000)
    await silent(29 * 60)
    expect(engine().killed).toBe(false)
    engine().lives = true
    engine().says({ kind: 'ready' })
    void host.restore('a.sqlite')
    // A PC that was too slow for the one is too slow for the other.
    await silent(29 * 60)
    expect(engine().killed).toBe(false)
  })

  it('is not waited for when the app quits', async () => {
    running()
    const stopped = host.stop()
    await silent(8)
    await stopped
    await clock.advance(3_600_000)
    expect(engines).toHaveLength(1)
  })
})

describe('when the app quits', () => {
  it('the engine is asked to finish and waited for', async () => {
    running()
    let stopped = false
    const stop = host.stop().then(() => (stopped = true))
    expect(engine().heard.at(-1)).toEqual({ kind: 'stop' })
    await clock.advance(3000)
    expect(stopped).toBe(false)
    engine().ends(0)
    await stop
    await clock.advance(3_600_000)
    expect(engines).toHaveLength(1)
    expect(states().at(-1)).toBe('running')
  })

  it('a stuck engine is ended', async () => {
    running()
    const stop = host.stop()
    await clock.advance(8000)
    await stop
    expect(engine().killed).toBe(true)
  })

  it('an engine that has just died is not started again', async () => {
    running()
    engine().ends(1)
    await host.stop()
    await clock.advance(3_600_000)
    expect(engines).toHaveLength(1)
  })
})
