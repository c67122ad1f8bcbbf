import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ManualClock } from '../../telephony/clock.ts'
import { AppLock } from './app-lock.ts'
import { LockFile } from './lock-file.ts'
import { watchForAbsence } from './lock-watch.ts'
import { listeningLogger } from './testing.ts'

let folder: string
let file: string
let clock: ManualClock
let changes: number
let log: ReturnType<typeof listeningLogger>
let lock: AppLock

const start = () => new AppLock({ file, clock, logger: log.logger, cost: 16, changed: () => void (changes += 1) })

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'ringback-lock-'))
  file = path.join(folder, 'lock.json')
  clock = new ManualClock(1_000_000)
  changes = 0
  log = listeningLogger()
  lock = start()
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const set = (pin: string, current: string | null = null) => lock.set({ pin, minutes: 5, current })
const failure = async (answer: ReturnType<AppLock['open']>) => {
  const result = await answer
  return result.ok ? null : result.failure.message
}

describe('the lock of the window', () => {
  it('is none until a PIN is set, which leaves the window open', async () => {
    lock.lock('asked')
    expect(lock.state()).toBe('none')
    expect(await set('2468')).toMatchObject({ ok: true, value: { state: 'open', minutes: 5, waitMs: 0 } })
  })

  it('opens by the PIN alone, and begins locked at the next start', async () => {
    await set('2468')
    lock = start()
    expect(lock.state()).toBe('locked')
    expect(await failure(lock.open({ pin: '2469' }))).toContain('not the PIN')
    expect(lock.isLocked).toBe(true)
    expect(await failure(lock.open({ pin: '2468' }))).toBeNull()
    expect(lock.state()).toBe('open')
  })

  it('keeps nothing by which the PIN could be read, and its file for this user alone', async () => {
    await set('hunter-2468é')
    await lock.open({ pin: 'hunter' })
    const stored = readFileSync(file, 'utf8')
    expect(stored).not.toContain('hunter')
    expect(JSON.stringify([log.logged, lock.view(), lock.note()])).not.toContain('hunter')
    if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600)
    lock.lock('asked')
    // The same letter, typed in two signs.
    expect(await failure(lock.open({ pin: 'hunter-2468e\u0301' }))).toBeNull()
  })

  it('lets guesses wait, also a hundred at once and over a restart, and forgets them with the right one', async () => {
    await set('2468')
    lock.lock('asked')
    await Promise.all(Array.from({ length: 8 }, (_, guess) => lock.open({ pin: `${guess}` })))
    expect(log.logged.filter(({ event }) => event === 'lock.wrong-pin')).toHaveLength(5)
    lock = start()
    expect(lock.view().waitMs).toBe(30_000)
    expect(await failure(lock.open({ pin: '2468' }))).toContain('Try again in 30 s')
    // A clock that was set back makes nobody wait longer.
    clock.jumpTo(0)
    expect(lock.view().waitMs).toBe(30_000)
    clock.jumpTo(20_000)
    expect(lock.view().waitMs).toBe(10_000)
    lock = start()
    clock.jumpTo(30_000)
    expect(await failure(lock.open({ pin: 'wrong' }))).toContain('Try again in 60 s')
    clock.jumpTo(90_000)
    expect(await failure(lock.open({ pin: '2468' }))).toBeNull()
    lock.lock('asked')
    expect(await failure(lock.open({ pin: 'wrong' }))).toContain('3 more wrong tries')
  })

  it('is changed and removed by whoever knows the PIN', async () => {
    await set('2468')
    expect(await failure(set('1357', 'wrong'))).toContain('not the PIN')
    expect(await failure(set('1357'))).toContain('not the PIN')
    expect(await failure(set('1357', '2468'))).toBeNull()
    expect(await failure(lock.remove({ current: '2468' }))).toContain('not the PIN')
    expect(lock.setMinutes({ minutes: 30 })).toMatchObject({ ok: true, value: { minutes: 30 } })
    expect(await failure(lock.remove({ current: '1357' }))).toBeNull()
    expect(start().state()).toBe('none')
  })

  it('that is removed just when the screen is locked is no lock that nobody can open', async () => {
    await set('2468')
    const removed = lock.remove({ current: '2468' })
    lock.lock('screen')
    expect(await failure(removed)).toBeNull()
    expect([lock.state(), lock.isLocked]).toEqual(['none', false])
  })

  it('stays shut where its file was spoiled, says what to do about it, and is gone with it', async () => {
    await set('2468')
    const whole = readFileSync(file, 'utf8')
    // As a PC leaves it that is switched off, a file cut short, and costs that no PC can pay or scrypt does not know.
    for (const spoiled of [
      '',
      '{',
      whole.slice(0, -9),
      ...['3', '1e15'].map((n) => whole.replace('"cost":16', `"cost":${n}`)),
    ]) {
      writeFileSync(file, spoiled)
      lock = start()
      expect(lock.state()).toBe('locked')
      expect(lock.note()).toBeNull()
      expect(await failure(lock.open({ pin: '2468' }))).toContain('cannot be read')
    }
    rmSync(file)
    expect(start().state()).toBe('none')
  })

  it('leaves nothing half-written beside its file', () => {
    mkdirSync(file)
    expect(() => new LockFile(file).write(JSON.parse('{}') as never)).toThrow()
    expect(readdirSync(folder)).toEqual(['lock.json'])
  })

  it('says so where it cannot be stored, and is not set then', async () => {
    rmSync(folder, { recursive: true })
    writeFileSync(folder, 'in the way')
    expect(await failure(set('2468'))).toContain('could not be stored')
    expect(lock.state()).toBe('none')
  })
})

describe('whoever leaves the PC', () => {
  it('leaves a locked window: after the chosen time, and with the screen or the PC', async () => {
    await set('2468')
    const heard = new Map<string, () => void>()
    let idle = 299
    let screen = () => {}
    const key = watchForAbsence({
      presence: { getSystemIdleTime: () => idle, on: (event, hear) => heard.set(event, hear) },
      clock,
      limit: () => lock.idleLimit(),
      lock: (why) => lock.lock(why),
      hearScreen: (locked) => void (screen = locked),
    })
    await clock.advance(10_000)
    expect(lock.isLocked).toBe(false)
    idle = 300
    // Who types here is there, whatever the system says.
    key()
    await clock.advance(295_000)
    expect(lock.isLocked).toBe(false)
    await clock.advance(10_000)
    expect(lock.isLocked).toBe(true)
    await lock.open({ pin: '2468' })
    screen()
    expect(lock.isLocked).toBe(true)
    for (const event of ['lock-screen', 'suspend']) {
      await lock.open({ pin: '2468' })
      heard.get(event)?.()
      expect(lock.isLocked).toBe(true)
    }
  })
})
