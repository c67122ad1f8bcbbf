import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { ManualClock } from '../../../telephony/clock.ts'
import { silentLogger } from '../../../telephony/logger.ts'
import { commands } from '../../contract/commands.ts'
import { refusedInput } from '../../contract/refused-input.ts'
import { wordingCommands } from '../followup/commands.ts'
import { defaultsOf } from '../settings/sections.ts'
import { readSection, saveSection } from '../settings/settings.ts'
import { openStore } from '../store/database.ts'
import type { Store } from '../store/database.ts'
import { hoursCommands } from './commands.ts'
import { office } from './testing.ts'

/** A Friday, 18:30 in Chicago. */
const now = Date.UTC(2026, 10, 28, 0, 30)
const clock = new ManualClock(now)
let folder: string
let store: Store
let changes: number

const context = () => ({ store, clock, settingsChanged: () => void (changes += 1) })

beforeEach(async () => {
  changes = 0
  folder = mkdtempSync(join(tmpdir(), 'ringback-hours-'))
  store = await openStore({ file: join(folder, 'inbox.sqlite'), clock, logger: silentLogger })
})

afterEach(async () => {
  await store.close()
  rmSync(folder, { recursive: true, force: true })
})

test('hours are saved with their zone, and told of', async () => {
  const hours = office('8:00-17:00', {}, 'America/Denver')
  expect(await hoursCommands['settings:save-hours'](hours, context())).toMatchObject({ ok: true })
  expect((await readSection(store.db, 'hours')).week.fri).toEqual([{ from: '08:00', to: '17:00' }])
  expect((await readSection(store.db, 'business')).timeZone).toBe('America/Denver')
  expect(changes).toBe(1)
})

test('a zone that does not exist changes nothing', async () => {
  const hours = office('8:00-17:00', {}, 'Mars/Olympus')
  expect(await hoursCommands['settings:save-hours'](hours, context())).toMatchObject({ ok: false })
  expect(await readSection(store.db, 'hours')).toEqual(defaultsOf('hours'))
})

test('hours that contradict themselves are refused at the border, with the day', () => {
  const hours = office('8:00-12:00 11:00-17:00')
  const parsed = commands['settings:save-hours'].input.safeParse(hours)
  expect(parsed.error && refusedInput(parsed.error).message).toBe('Monday: Two of these overlap.')
})

test('quiet hours run from an earlier to a later time', () => {
  const ask = (from: string, to: string) =>
    commands['settings:save-quiet-hours'].input.safeParse({ from, to, byState: true }).success
  expect([ask('08:00', '21:00'), ask('08:00', '24:00'), ask('21:00', '08:00'), ask('9', '21:00')]).toEqual([
    true,
    true,
    false,
    false,
  ])
})

test('what hours mean is told before they are saved', async () => {
  expect(await hoursCommands['hours:explain'](office('8:00-17:00'), context())).toEqual({
    ok: true,
    value: { state: 'closed', opensAt: Date.UTC(2026, 10, 30, 14, 0), morningAt: Date.UTC(2026, 10, 30, 15, 0) },
  })
})

test('the table of states comes with its date', async () => {
  const told = await hoursCommands['hours:states'](undefined, context())
  if (!told.ok) throw new Error(told.failure.message)
  expect(told.value.madeOn).toMatch(/^\d{4}-\d\d-\d\d$/)
  expect(told.value.states).toContainEqual({
    name: 'Florida',
    weekdays: '08:00-20:00',
    saturday: '08:00-20:00',
    sunday: '08:00-20:00',
    holidaysOff: false,
    law: 'Fla. Stat. § 501.616(6)(a)',
  })
})

test('texts that cannot be sent are not saved, and the reason is told', async () => {
  await store.write((work) => saveSection(work, 'business', { name: 'Oak Dental' }, now))
  const texts = defaultsOf('texts')
  const closed = { ...texts.steps.second, closed: 'Reply YES to be called tomorrow.' }
  const answer = await wordingCommands['settings:save-texts'](
    { ...texts, steps: { ...texts.steps, second: closed } },
    context(),
  )
  expect(answer).toMatchObject({ ok: false, failure: { code: 'bad-input', message: expect.stringContaining('YES') } })
  expect(await readSection(store.db, 'texts')).toEqual(texts)
})
