import net from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ManualClock } from '../clock.ts'
import { silentLogger } from '../logger.ts'
import type { ConnectionState } from './connection.ts'
import { AmiConnection } from './connection.ts'
import type { AmiEvent } from './events.ts'
import { ScriptedServer, phoneSystem, secret, until } from './scripted-server.ts'
import { selfSigned } from './self-signed.ts'
import { Wire } from './wire.ts'

let server: ScriptedServer
let clock: ManualClock
let connection: AmiConnection
let events: AmiEvent[]
let states: ConnectionState[]

function connect(changes: Partial<{ host: string; port: number; password: string; tls: boolean }> = {}): void {
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
    expect(connection.state).toMatchObject({ caughtUp: true, permissions: { reporting: true } })
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
    expect(connection.state).toMatchObject({ caughtUp: false, permissions: { reporting: false } })
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
    const early = connection.action({ Action: 'Ping' })
    await expect(early).rejects.toMatchObject({ problem: { code: 'not-connected' }, nothingSent: true })
    await phase('live')
    server.follow({ answer: () => null })
    const asked = expect(connection.action({ Action: 'Getvar' })).rejects.toMatchObject({
      nothingSent: false,
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

  it('finds a line that has died within 45 s, and says since when', async () => {
    const wire = await Wire.to(server.port)
    connect({ port: wire.port })
    await phase('live')
    await clock.advance(5000)
    server.send('Event: Hangup\r\n\r\n')
    await until(() => events.at(-1)?.event === 'Hangup')
    const heardAt = clock.now()
    wire.freeze()
    const problems = () => states.flatMap(({ problem }) => problem?.code ?? [])
    for (let second = 0; second < 45 && problems().length === 0; second++) await clock.advance(1000)
    expect(problems()).toEqual(['lost'])
    expect(connection.state.since).toBe(heardAt)
    await wire.close()
  })

  describe('after the PC slept for hours', () => {
    const slept = 8 * 3600_000
    let heardAt: number

    async function sleep(): Promise<void> {
      connect()
      await phase('live')
      await clock.advance(1000)
      server.send('Event: Before\r\n\r\n')
      await until(() => events.at(-1)?.event === 'Before')
      heardAt = clock.now()
      await clock.advance(1000)
      clock.jumpTo(clock.now() + slept)
    }

    it('takes an event from before for no sign of life', async () => {
      await sleep()
      server.follow({ answer: () => null })
      server.send('Event: Late\r\n\r\n')
      await until(() => events.at(-1)?.event === 'Late')
      expect(connection.aliveAt).toBe(heardAt)
      server.dropAll()
      await phase('waiting')
      expect(connection.state.since).toBe(heardAt)
    })

    it('says when it is stopped since when nothing was heard', async () => {
      await sleep()
      await connection.stop()
      expect(connection.state.since).toBe(heardAt)
    })

    it('asks at once whether the line is still there, and knows then that it told everything', async () => {
      await sleep()
      server.send('Event: Late\r\n\r\n')
      await until(() => connection.aliveAt === clock.now())
      server.dropAll()
      await phase('waiting')
      expect(connection.state.since).toBe(clock.now())
    })

    it('takes the answer to a ping from before for no sign of life', async () => {
      let answer = () => {}
      server.follow({
        answer: (action) => {
          if (action.get('action') !== 'Ping') return phoneSystem(action)
          const id = action.get('actionid')
          answer = () => server.send(`Response: Success\r\nActionID: ${id}\r\nPing: Pong\r\n\r\n`)
          return null
        },
      })
      connect()
      await phase('live')
      heardAt = clock.now()
      await clock.advance(15_000)
      await until(() => server.actions.some((action) => action.get('action') === 'Ping'))
      const pings = () => server.actions.filter((action) => action.get('action') === 'Ping').length
      clock.jumpTo(clock.now() + slept)
      answer()
      await until(() => pings() === 2)
      expect(connection.aliveAt).toBe(heardAt)
      answer()
      await until(() => connection.aliveAt === clock.now())
    })
  })

  it('finds a phone system that falls silent while it is asked what goes on', async () => {
    server.follow({ answer: (action) => (action.get('action') === 'login' ? phoneSystem(action) : null) })
    connect()
    await phase('catching up')
    await clock.advance(45_000)
    expect(states.some(({ problem }) => problem?.code === 'no-answer')).toBe(true)
  })

  it('does not wait for the next attempt when somebody wants it now', async () => {
    connect()
    connection.tryNow()
    await phase('live')
    connection.tryNow()
    server.dropAll()
    await phase('waiting')
    connection.tryNow()
    await phase('live')
    expect(server.connections).toBe(2)
    await clock.advance(5000)
    expect(server.connections).toBe(2)
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

  it('keeps on when somebody who hears how it is doing fails', async () => {
    connect()
    connection.onState(() => {
      throw new Error('not mine')
    })
    const later: string[] = []
    connection.onState((state) => later.push(state.phase))
    await phase('live')
    server.dropAll()
    await phase('waiting')
    expect(later).toContain('live')
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

describe('what the user may see and do', () => {
  const offers = (...names: string[]) => names.map((name) => `${name}: it (Priv: any)`).join('\r\n')

  it('is read from the list of commands, and events that nobody needs are filtered where that is permitted', async () => {
    server.follow({
      answer: (action) =>
        action.get('action') === 'ListCommands'
          ? `Response: Success\r\n${offers('Ping', 'CoreShowChannels', 'Filter')}`
          : phoneSystem(action),
    })
    connect()
    await phase('live')
    expect(connection.state.permissions).toMatchObject({ reporting: true, originate: false, system: true })
    const asked = server.actions.map((action) => action.get('action'))
    expect(asked).not.toContain('Originate')
    expect(server.actions.find((action) => action.get('action') === 'Filter')?.get('filter')).toMatch(
      /^!\^Event: \(VarSet/,
    )
  })

  it('asks for nothing that is not offered', async () => {
    server.follow({
      answer: (action) =>
        action.get('action') === 'ListCommands'
          ? `Response: Success\r\n${offers('Ping', 'QueueStatus')}`
          : phoneSystem(action),
    })
    connect()
    await phase('live')
    const asked = server.actions.map((action) => action.get('action'))
    expect(asked).toEqual(['login', 'ListCommands', 'Events', 'QueueStatus'])
    expect(connection.state).toMatchObject({ caughtUp: false, permissions: { reporting: false } })
  })

  it('is learnt from the events that come, and from those that should have come', async () => {
    connect()
    await phase('live')
    const call = 'Uniqueid: 1.1\r\nChannelState: 4\r\nExten: 5305550101'
    server.send(`Event: Newchannel\r\nPrivilege: call,all\r\n${call}\r\n\r\n`)
    await until(() => connection.state.permissions.call === true)
    expect(connection.state.permissions).toMatchObject({ dialplan: null, agent: null })
    server.send(`Event: Hangup\r\nPrivilege: call,all\r\n${call}\r\n\r\n`)
    await until(() => connection.state.permissions.dialplan === false)
    server.send(`Event: Newexten\r\nPrivilege: dialplan,all\r\nApplication: Queue\r\nUniqueid: 1.2\r\n\r\n`)
    server.send('Event: Hangup\r\nPrivilege: call,all\r\nUniqueid: 1.2\r\n\r\n')
    await until(() => connection.state.permissions.agent === false)
    expect(connection.state.permissions.dialplan).toBe(true)
  })

  it('does not include calls when calls come and go without an event', async () => {
    let calls = 0
    server.follow({
      answer: (action) =>
        action.get('action') === 'CoreStatus'
          ? `Response: Success\r\nCoreCurrentCalls: ${calls++}`
          : phoneSystem(action),
    })
    connect()
    await phase('live')
    for (let seconds = 0; seconds < 60 && connection.state.permissions.call === null; seconds += 5) {
      await clock.advance(5000)
      await connection.action({ Action: 'Ping' })
    }
    expect(connection.state.permissions.call).toBe(false)
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

  it('a password that was right before', async () => {
    connect()
    await phase('live')
    server.follow({ answer: () => 'Response: Error\r\nMessage: Authentication failed' })
    server.dropAll()
    await phase('waiting')
    connection.tryNow()
    await until(() => connection.state.problem?.code === 'sign-in-changed')
    expect((connection.state.retryAt ?? 0) - clock.now()).toBeGreaterThanOrEqual(30_000)
  })

  it('a phone system that bans this PC after wrong passwords', async () => {
    connect({ password: 'wrong' })
    await phase('waiting')
    server.follow({ greeting: '' })
    connection.tryNow()
    await until(() => server.connections === 2)
    server.dropAll()
    await until(() => connection.state.problem?.code === 'banned')
    expect((connection.state.retryAt ?? 0) - clock.now()).toBeGreaterThanOrEqual(30_000)
  })

  it('a phone system that says it shuts down', async () => {
    connect()
    await phase('live')
    server.send('Event: Shutdown\r\nPrivilege: system,all\r\nShutdown: Cleanly\r\nRestart: True\r\n\r\n')
    await until(() => events.at(-1)?.event === 'Shutdown')
    server.dropAll()
    await phase('waiting')
    expect(connection.state.problem?.code).toBe('restarting')
    server.follow({ answer: () => 'Response: Error\r\nMessage: Asterisk is shutting down' })
    connection.tryNow()
    await phase('waiting')
    expect(connection.state.problem?.code).toBe('restarting')
  })

  it('a phone system that closes the connection and does not listen: tried every few seconds for some minutes', async () => {
    const wire = await Wire.to(server.port)
    connect({ port: wire.port })
    await phase('live')
    await wire.close()
    await phase('waiting')
    expect(connection.state.problem?.code).toBe('lost')
    const codes = new Set<string>()
    const waits: number[] = []
    for (const start = clock.now(); clock.now() - start < 200_000;) {
      const wait = (connection.state.retryAt ?? 0) - clock.now()
      if (connection.state.problem?.code === 'restarting') waits.push(wait)
      await clock.advance(wait)
      await phase('waiting')
      codes.add(connection.state.problem?.code ?? '')
    }
    expect([...codes]).toEqual(['restarting', 'refused'])
    expect(Math.max(...waits)).toBeLessThanOrEqual(5000)
  })

  it('a user who is signed in elsewhere', async () => {
    server.follow({ answer: () => 'Response: Error\r\nMessage: Login Already In Use' })
    connect()
    await phase('waiting')
    expect(connection.state.problem?.code).toBe('in-use')
    expect((connection.state.retryAt ?? 0) - clock.now()).toBeGreaterThanOrEqual(30_000)
  })

  it('a user whose own sign-in of before is not noticed as gone yet: tried again soon', async () => {
    connect()
    await phase('live')
    server.follow({ answer: () => 'Response: Error\r\nMessage: Login Already In Use' })
    server.dropAll()
    await phase('waiting')
    connection.tryNow()
    await until(() => connection.state.phase === 'waiting' && connection.state.problem?.code === 'still-in-use')
    expect((connection.state.retryAt ?? 0) - clock.now()).toBeLessThanOrEqual(5000)
  })

  it('a phone system that restarts, and hangs up while encryption is being agreed on', async () => {
    await server.close()
    server = await ScriptedServer.listen({}, selfSigned())
    const { port } = server
    connect({ port, tls: true })
    await phase('live')
    await server.close()
    await phase('waiting')
    const rude = net.createServer((socket) => socket.destroy())
    await new Promise<void>((resolve) => rude.listen(port, '127.0.0.1', resolve))
    connection.tryNow()
    await until(() => connection.state.phase === 'waiting' && connection.state.problem?.code !== 'lost')
    expect(connection.state.problem?.code).toBe('restarting')
    await new Promise((resolve) => rude.close(resolve))
    server = await ScriptedServer.listen()
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
    expect(connection.state.problem?.code).toBe('bad-address')
  })

  it('a host that nobody knows', async () => {
    connect({ host: 'no-such-host.invalid' })
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
    expect(connection.state.problem?.facts.detail).toContain('SSH-2.0-OpenSSH_9.2')
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
