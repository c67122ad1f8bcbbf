import { beforeEach, describe, expect, it } from 'vitest'
import { commands } from '../contract/commands.ts'
import type { CommandName } from '../contract/commands.ts'
import { fail, ok } from '../contract/result.ts'
import { mayBeAskedLocked, unlessLocked } from './lock-gate.ts'
import { route } from './ipc-router.ts'
import type { MainHandlers, RouterOptions } from './ipc-router.ts'
import type { Sender } from './sender.ts'
import { listeningLogger } from './testing.ts'

const ours: Sender = { url: 'app://ringback/index.html', isMainFrame: true, isOurs: true }

let asked: { by: string; command: string; input: unknown }[]
let options: RouterOptions
let logged: ReturnType<typeof listeningLogger>['logged']

beforeEach(() => {
  asked = []
  const log = listeningLogger()
  logged = log.logged
  const byMain = (command: string) => async (input: unknown) => {
    asked.push({ by: 'main', command, input })
    return ok(undefined)
  }
  options = {
    handlers: new Proxy({}, { get: (_target, command) => byMain(String(command)) }) as MainHandlers,
    engine: async (command, input) => {
      asked.push({ by: 'engine', command, input })
      return ok('answered')
    },
    logger: log.logger,
  }
})

const code = async (sender: Sender, name: unknown, input?: unknown) => {
  const result = await route(sender, name, input, options)
  return result.ok ? 'ok' : result.failure.code
}

describe('a request of a locked window', () => {
  it('is answered only where it opens it: nothing else reaches main or engine', async () => {
    options.isLocked = () => true
    const asks = Object.keys(commands).filter((name) => !mayBeAskedLocked(name as CommandName))
    for (const name of asks) expect(await code(ours, name, {})).toBe('locked')
    expect(asked).toEqual([])
    expect(asks).toContain('app:support-details')
    expect(await code(ours, 'lock:open', { pin: '1' })).toBe('ok')
    expect(await code(ours, 'app:info', undefined)).toBe('ok')
  })

  it('gets no file for what was asked for before, from a dialog that stood open', async () => {
    let isLocked = false
    const choose = unlessLocked(
      async (name: string) => `/stick/${name}`,
      () => isLocked,
    )
    expect(await choose('calls.csv')).toBe('/stick/calls.csv')
    const chosen = choose('everything')
    isLocked = true
    expect(await chosen).toBeNull()
  })
})

describe('a request of the window', () => {
  it('goes to the engine, checked and with its defaults', async () => {
    expect(await route(ours, 'conversations:list', { tab: 'all' }, options)).toEqual(ok('answered'))
    const filter = { line: null, tagIds: [], from: null, to: null }
    expect(asked).toEqual([{ by: 'engine', command: 'conversations:list', input: { tab: 'all', limit: 100, filter } }])
  })

  it('is answered by main when it is main’s', async () => {
    expect(await code(ours, 'app:reading', { conversationIds: [] })).toBe('ok')
    expect(asked).toEqual([{ by: 'main', command: 'app:reading', input: { conversationIds: [] } }])
  })

  it('loses what its schema does not know', async () => {
    await route(ours, 'conversations:get', { id: 'c1', more: 'x' }, options)
    expect(asked[0]?.input).toEqual({ id: 'c1', limit: 60 })
  })

  it('is told of when the engine has done it, and only then', async () => {
    options.done = (command) => void asked.push({ by: 'done', command, input: null })
    await route(ours, 'health:get', undefined, options)
    expect(asked.map(({ by }) => by)).toEqual(['engine', 'done'])
    options.engine = async () => fail('not-ready', 'The engine is starting.')
    await route(ours, 'health:get', undefined, options)
    expect(asked.map(({ by }) => by)).toEqual(['engine', 'done'])
  })
})

describe('refused is', () => {
  it.each<[string, Sender]>([
    ['another page', { ...ours, url: 'https://example.com/' }],
    ['an origin that only begins like ours', { ...ours, url: 'app://ringback.example/index.html' }],
    ['a file', { ...ours, url: 'file:///opt/ringback/index.html' }],
    ['a frame inside the page', { ...ours, isMainFrame: false }],
    ['another window', { ...ours, isOurs: false }],
    ['a frame that is gone', { ...ours, url: null }],
  ])('%s', async (_name, sender) => {
    expect(await code(sender, 'health:get')).toBe('not-allowed')
    expect(logged.map(({ event }) => event)).toEqual(['ipc.sender-refused'])
  })

  it.each([['engine:wipe'], ['toString'], ['__proto__'], ['constructor'], [''], [null], [undefined], [7], [{}]])(
    'the unknown command %j',
    async (name) => {
      expect(await code(ours, name)).toBe('bad-input')
    },
  )

  it.each<[string, unknown]>([
    ['conversations:get', { id: '' }],
    ['conversations:get', 'c1'],
    ['conversations:get', null],
    ['conversations:list', { tab: 'all', limit: 1e9 }],
    ['messages:send', { conversationId: 'c1', messageId: 'not-a-uuid', body: 'hi' }],
    ['messages:send', { conversationId: 'c1', messageId: crypto.randomUUID(), body: ' ' }],
    ['automation:pause', { minutes: 0 }],
    ['settings:save-business', { name: 'Desk', bookingLink: 'javascript:alert(1)' }],
    ['phone-system:save', { host: 'pbx', port: 70_000, username: 'desk' }],
    ['health:get', { surprise: true }],
  ])('%s with %j', async (name, input) => {
    expect(await code(ours, name, input)).toBe('bad-input')
  })
})

it('nothing of what is refused reaches anybody', async () => {
  await route({ ...ours, isOurs: false }, 'health:get', undefined, options)
  await route(ours, 'engine:wipe', undefined, options)
  await route(ours, 'conversations:get', {}, options)
  expect(asked).toEqual([])
})

it('what throws becomes a failure, told in the log only', async () => {
  options.engine = async () => {
    throw new Error('/home/desk/secret path')
  }
  const result = await route(ours, 'health:get', undefined, options)
  expect(result).toMatchObject({ ok: false, failure: { code: 'internal' } })
  expect(JSON.stringify(result)).not.toContain('secret path')
  expect(logged[0]).toMatchObject({ event: 'ipc.failed', facts: { command: 'health:get' } })
})
