import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ManualClock } from '../clock.ts'
import { silentLogger } from '../logger.ts'
import type { ConnectionState } from './connection.ts'
import { AmiConnection } from './connection.ts'
import type { AmiEvent } from './events.ts'
import { ScriptedServer, phoneSystem, secret, until } from './scripted-server.ts'

let server: ScriptedServer
let clock: ManualClock
let connection: AmiConnection
let events: AmiEvent[]
let states: ConnectionState[]

function connect(changes: Partial<{ host: string; port: number; password: string }> = {}): void {
  const address = { host: '127.0.0.1', port: server.port, username: 'ringback', password: secret, ...changes }
  connection = new AmiConnection({ ...address, clock, logger: silentLogger, random: () => 0 })
  events = []
  states = []
  connection.onEvent((event) => events.push(event))
  connection.onState((state) => states.push(state))
  connection.start()
}

const phase = (wanted: ConnectionState['phase']) => until(() => connection.state.phase === wanted)

beforeEach(async () => {
  clock = new ManualClock(1_800_000_000_000)
  server = await ScriptedServer.listen()
})

afterEach(async () => {
  await connection.stop()
  await server.close()
})

describe('a connection to a phone system', () => {
  it('signs in and tells the events in order', async () => {
    connect()
    await phase('live')
    expect(states.map((state) => state.phase)).toEqual(['connecting', 'signing in', 'catching up', 'live'])
    for (let i = 0; i < 1000; i++) server.send(`Event: Hangup\r\nUniqueid: ${i}\r\nCallerIDName: A: b: c\r\n\r\n`)
    await until(() => events.length === 1001)
    expect(events.slice(1).map((event) => event.get('uniqueid'))).toEqual(
      Array.from({ length: 1000 }, (_, i) => `${i}`),
    )
    expect(events.at(-1)?.get('CallerIDName')).toBe('A: b: c')
  })

  it('tells the calls that go on before it is live', async () => {
    const told: string[] = []
    server.follow({
      answer: (action) =>
        phoneSystem(action)?.replace('\r\n\r\n', '\r\n\r\nEvent: CoreShowChannel\r\nUniqueid: 1.1\r\n\r\n') ?? null,
    })
    connect()
    connection.onEvent((event) => told.push(event.event))
    connection.onState((state) => told.push(state.phase))
    await phase('live')
    expect(told.slice(-3)).toEqual(['CoreShowChannel', 'CoreShowChannelsComplete', 'live'])
    expect(connection.mayListCalls).toBe(true)
  })

  it('goes on without the list of calls where the user may not see it', async () => {
    server.follow({
      answer: (action) =>
        action.get('action') === 'CoreShowChannels'
          ? 'Response: Error\r\nMessage: Permission denied'
          : phoneSystem(action),
    })
    connect()
    await phase('live')
    expect(connection.mayListCalls).toBe(false)
  })

  it('answers an action with what the phone system says, errors too', async () => {
    connect()
    await phase('live')
    const [ping, other] = await Promise.all([connection.action({ Action: 'Ping' }), connection.action({ Action: 'X' })])
    expect(ping).toMatchObject({ ok: true })
    expect(ping.get('ping')).toBe('Pong')
    expect(other).toMatchObject({ ok: false, message: 'Invalid/unknown command' })
  })

  it('lets no value smuggle in an action', async () => {
    connect({ password: `${secret}\r\n` })
    await phase('live')
    await connection.action({ Action: 'Ping\r\n\r\nAction: Command\r\nCommand: core stop now\0', 'Y\r\nAction': 'z' })
    expect(server.received).not.toMatch(/^action: command/im)
    expect(server.received).not.toContain('\0')
    expect(server.actions.filter((action) => action.get('action')?.startsWith('Ping'))).toHaveLength(1)
  })

  it('rejects actions while nobody is signed in, and those that are never answered', async () => {
    connect()
    await expect(connection.action({ Action: 'Ping' })).rejects.toThrow('lost')
    await phase('live')
    server.follow({ answer: () => null })
    const asked = expect(connection.action({ Action: 'Getvar' })).rejects.toMatchObject({
      problem: { code: 'no-answer' },
    })
    await clock.advance(10_000)
    await asked
  })

  it('connects again after 1, 2, 4 … 60 s, and at once quickly when it was live for a minute', async () => {
    connect()
    await phase('live')
    const waits: number[] = []
    for (let i = 0; i < 8; i++) {
      server.dropAll()
      await phase('waiting')
      expect(connection.state.problem?.code).toBe('lost')
      waits.push((connection.state.retryAt ?? 0) - clock.now())
      await clock.advance(waits.at(-1) ?? 0)
      await phase('live')
    }
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 60, 60].map((seconds) => seconds * 1000))
    for (let second = 0; second < 60; second++) {
      await clock.advance(1000)
      await connection.action({ Action: 'Ping' })
    }
    server.dropAll()
    await phase('waiting')
    expect((connection.state.retryAt ?? 0) - clock.now()).toBe(1000)
  })

  it('finds a line that has died within 45 s', async () => {
    connect()
    await phase('live')
    server.follow({ answer: () => null })
    await clock.advance(45_000)
    expect(states.some((state) => state.problem?.code === 'lost')).toBe(true)
  })

  it('tells what came before the end before it tells the end', async () => {
    connect()
    await phase('live')
    let hangups = 0
    const atTheEnd: number[] = []
    connection.onEvent((event) => (hangups += event.event === 'Hangup' ? 1 : 0))
    connection.onState((state) => state.phase === 'waiting' && atTheEnd.push(hangups))
    server.send('Event: Hangup\r\n\r\n'.repeat(500))
    await until(() => hangups > 0)
    server.dropAll()
    await phase('waiting')
    expect(atTheEnd).toEqual([500])
  })

  it('keeps on when a listener fails', async () => {
    connect()
    connection.onEvent(() => {
      throw new Error('not understood')
    })
    await phase('live')
    server.send('Event: Hangup\r\n\r\nEvent: Newchannel\r\n\r\n')
    await until(() => events.at(-1)?.event === 'Newchannel')
  })

  it('tells nothing any more once it is stopped', async () => {
    connect()
    await phase('live')
    await connection.stop()
    const told = states.length
    await clock.advance(300_000)
    expect(states).toHaveLength(told)
    expect(connection.state).toMatchObject({ phase: 'off', problem: null })
    expect(server.connections).toBe(1)
    await until(() => server.actions.some((action) => action.get('action') === 'logoff'))
  })
})

describe('a phone system that cannot be used is told apart:', () => {
  it('a wrong password, tried again no sooner than after 30 s', async () => {
    connect({ password: 'wrong' })
    await phase('waiting')
    expect(connection.state.problem?.code).toBe('wrong-password')
    expect((connection.state.retryAt ?? 0) - clock.now()).toBeGreaterThanOrEqual(30_000)
    expect(JSON.stringify(states)).not.toContain('wrong"')
  })

  it('a user who is signed in elsewhere', async () => {
    server.follow({ answer: () => 'Response: Error\r\nMessage: Login Already In Use' })
    connect()
    await phase('waiting')
    expect(connection.state.problem?.code).toBe('in-use')
  })

  it('a port where nothing listens', async () => {
    const other = await ScriptedServer.listen()
    const { port } = other
    await other.close()
    connect({ port })
    await phase('waiting')
    expect(connection.state.problem?.code).toBe('refused')
  })

  it('a port that is none', async () => {
    connect({ port: 70_000 })
    await phase('waiting')
    expect(connection.state.problem?.code).toBe('unreachable')
  })

  it('a host that nobody knows', async () => {
    connect({ host: 'no such host.invalid' })
    await phase('waiting')
    expect(connection.state.problem?.code).toBe('unknown-host')
  })

  it('a host that never greets', async () => {
    server.follow({ greeting: null })
    connect()
    await until(() => server.connections === 1)
    // Second by second, since the next attempt begins soon after.
    while (!states.some((state) => state.problem)) await clock.advance(1000)
    expect(connection.state.problem?.code).toBe('not-ami')
  })

  it('a host that greets as something else', async () => {
    server.follow({ greeting: 'SSH-2.0-OpenSSH_9.2\r\n' })
    connect()
    await phase('waiting')
    expect(connection.state.problem?.code).toBe('not-ami')
    expect(connection.state.problem?.message).toContain('SSH-2.0-OpenSSH_9.2')
  })

  it('a host that hangs up at once', async () => {
    server.follow({ greeting: null })
    connect()
    await until(() => server.connections === 1)
    server.dropAll()
    await phase('waiting')
    expect(connection.state.problem?.code).toBe('full')
  })
})
