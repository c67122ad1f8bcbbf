import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { commands } from '../contract/commands.ts'
import { firstQuestions } from '../contract/first-questions.ts'
import { fail, ok } from '../contract/result.ts'
import { FirstScreen } from './first-screen.ts'

let folder: string
let file: string
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'ringback-first-'))
  file = path.join(folder, 'first-screen.json')
})
afterEach(() => rmSync(folder, { recursive: true }))

const list = { items: [{ id: 'a', live: true }], counts: {}, nextCursor: null, revision: 7 }
const info = { language: 'es' }
const engine = async (command: string) =>
  ok(command === 'app:info' ? info : command === 'settings:get' ? { configured: true } : list)
/** As the router asks: checked. */
const question = (name: string) => {
  const [command, input] = firstQuestions.find(([one]) => one === name) ?? ['app:info', undefined]
  return commands[command].input.parse(input)
}

it('shows the next start what was there at the end, once, older than all that the engine says', async () => {
  await new FirstScreen(file, '1.0').keep(engine)
  if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600)
  const next = new FirstScreen(file, '1.0')
  expect(next.answer('app:info', question('app:info'))).toEqual(ok(info))
  expect(next.answer('settings:get', question('settings:get'))).toEqual(ok({ configured: true }))
  expect(next.answer('conversations:list', question('conversations:list'))).toEqual(
    ok({ ...list, revision: -1, items: [{ id: 'a', live: false }] }),
  )
  expect(next.answer('conversations:list', question('conversations:list'))).toBeNull()
})

it('answers nothing but the first questions, and nothing once the engine does', async () => {
  await new FirstScreen(file, '1.0').keep(engine)
  const next = new FirstScreen(file, '1.0')
  expect(next.answer('conversations:list', { ...Object(question('conversations:list')), tab: 'all' })).toBeNull()
  expect(next.answer('health:get', undefined)).toBeNull()
  next.forget()
  expect(next.answer('settings:get', undefined)).toBeNull()
})

it('shows nothing of another version, of a broken file, or of an engine that could not answer', async () => {
  await new FirstScreen(file, '1.0').keep(engine)
  expect(new FirstScreen(file, '2.0').isThere).toBe(false)
  await new FirstScreen(file, '1.0').keep(engine)
  await new FirstScreen(file, '1.0').keep(async () => fail('not-ready', 'It is damaged.'))
  expect(new FirstScreen(file, '1.0').isThere).toBe(false)
})

it('shows nothing that is no longer so', async () => {
  const screen = new FirstScreen(file, '1.0')
  await screen.keep(engine)
  screen.outdated()
  expect(new FirstScreen(file, '1.0').isThere).toBe(false)
  const keeping = screen.keep(engine)
  screen.outdated()
  await keeping
  expect(new FirstScreen(file, '1.0').isThere).toBe(false)
})
