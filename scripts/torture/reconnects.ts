/**
 * Plays an office's traffic through a real connection, and cuts that again and again: in the middle of events, of lists,
 * of sign-ins, in order, by reset, or by silence. Calls go on meanwhile. Then compares what was told with what happened.
 */
import { PhoneLink } from '../../electron/engine/phone-link.ts'
import type { EndedCall } from '../../telephony/calls/call.ts'
import { silentLogger } from '../../telephony/logger.ts'
import { callsIn } from './calls-in-traffic.ts'
import { compare } from './comparison.ts'
import type { Comparison } from './comparison.ts'
import { PlayedOffice, readEvent } from './played-office.ts'
import { PlayingServer } from './playing-server.ts'
import type { Rights } from './playing-server.ts'
import { seeded } from './random.ts'
import { CountedClock, resources } from './resources.ts'
import type { Resources } from './resources.ts'
import { makeTraffic } from './traffic.ts'
import type { EventText } from './traffic.ts'

export interface TortureOptions {
  cuts: number
  seed: number
  rights: Rights
  recordings: readonly EventText[][]
}

export interface TortureFigures extends Comparison {
  seed: number
  rights: Rights
  cuts: number
  /** Half-open ones among them, and the longest that one was taken for live, in s. */
  frozen: number
  longestFrozen: number
  connections: number
  events: number
  /** After a tenth of the cuts, and at the end. */
  early: Resources
  late: Resources
  /** Node's own, as of too many listeners. */
  warnings: number
  /** What the connection could not bear. */
  errors: number
}

/** Milliseconds between two events. */
const pace = 300
/** Events between two cuts, on average. */
const between = 120

export async function tortureReconnects(options: TortureOptions): Promise<TortureFigures> {
  const random = seeded(options.seed)
  const traffic = makeTraffic(random, options.recordings, options.cuts * 1.5 * between)
  const events = traffic.map(readEvent)
  const isRead = (index: number) => options.rights !== 'call' || isCallClass(events[index]?.event ?? '')
  const calls = callsIn(traffic, events, isRead)
  const told: EndedCall[] = []
  /** On which connection each event was sent (0: on none), and the last that was told of each connection. */
  const sentOn = new Uint32Array(events.length)
  const lastTold: number[] = []

  const clock = new CountedClock(1_800_000_000_000)
  const office = new PlayedOffice()
  let next = 0
  let warnings = 0
  let errors = 0
  const warned = () => void warnings++
  process.on('warning', warned)

  /** The office goes on by one event; whoever listens is told. */
  const goOn = (): string => {
    const event = events[next]
    if (!event) return ''
    office.play(event, clock.now())
    const text = isRead(next) ? `${traffic[next]}\r\nX-Index: ${next}\r\n\r\n` : ''
    next++
    return text
  }
  const goOnAloud = () => {
    sentOn[next] = server.listened ? server.connections : 0
    server.send(goOn())
  }
  // What nobody needs is dropped before it is told, but whatever came before something that was told has come.
  const wasTold = (index: number) => {
    const connection = sentOn[index] ?? 0
    return connection > 0 && index <= (lastTold[connection] ?? -1)
  }
  let cutInList = false
  const server = await PlayingServer.listen(office, options.rights, {
    now: () => clock.now(),
    beforeChannels() {
      for (let more = random.chance(0.3) ? random.below(4) : 0; more > 0; more--) goOnAloud()
      if (!cutInList) return
      cutInList = false
      server.cut('Event: CoreShowChannel\r\nChann', random.chance(0.5))
    },
  })

  let standing: 'live' | 'waiting' | 'other' = 'other'
  const link = new PhoneLink(
    { host: '127.0.0.1', port: server.port, username: 'ringback', password: 'x', trunks: ['PJSIP/trunk'] },
    {
      clock,
      logger: { ...silentLogger, error: () => void errors++ },
      listeners: {
        ended: (call) => Promise.resolve(void told.push(call)),
        live: () => {},
        gap: () => {},
        event(event) {
          const index = Number(event.get('X-Index') ?? -1)
          if (index >= 0) lastTold[sentOn[index] ?? 0] = index
        },
        health({ state }, { retryAt }) {
          standing = retryAt !== null ? 'waiting' : state === 'ok' ? 'live' : 'other'
        },
      },
    },
  )

  const figures = { cuts: 0, frozen: 0, longestFrozen: 0 }
  let early: Resources | null = null

  async function reconnect(): Promise<void> {
    for (;;) {
      cutInList = random.chance(0.05)
      link.tryNow()
      await until(() => standing === 'live' || standing === 'waiting')
      if (standing === 'live') return
      figures.cuts++
    }
  }

  async function cut(): Promise<void> {
    figures.cuts++
    if (random.chance(0.03)) {
      // Dead without a word: found by the ping that nobody answers, while calls go on.
      server.trickle(1)
      server.freeze()
      figures.frozen++
      const since = clock.now()
      const isLive = () => standing === 'live'
      while (isLive() && clock.now() - since < 120_000) {
        if (random.chance(0.5)) goOnAloud()
        await clock.advance(500)
      }
      figures.longestFrozen = Math.max(figures.longestFrozen, (clock.now() - since) / 1000)
    } else {
      const upTo = random.chance(0.15) ? '' : goOn()
      server.cut(upTo.slice(0, random.below(upTo.length + 1)), random.chance(0.7))
      await until(() => standing === 'waiting')
    }
    for (let more = random.chance(0.2) ? 0 : random.below(40); more > 0; more--) {
      // Nobody hears it, unless the next attempt was due meanwhile.
      goOnAloud()
      await clock.advance(pace)
    }
    await reconnect()
  }

  link.start()
  await until(() => standing === 'live')
  while (next < events.length) {
    // Mostly a call or less passes in between, and now and then some calls from beginning to end.
    const most = random.chance(0.85) ? between : 12 * between
    // The traffic must last for all cuts.
    const fair = (4 * (events.length - next)) / Math.max(1, options.cuts - figures.cuts)
    for (let seen = random.below(Math.min(most, fair)); seen > 0; seen--) {
      goOnAloud()
      if (random.chance(0.7)) server.trickle(random.chance(0.5) ? 1 : random.next())
      await clock.advance(pace)
    }
    if (figures.cuts < options.cuts) await cut()
    if (!early && figures.cuts >= options.cuts / 10) early = resources(clock)
  }
  server.trickle(1)
  // Where calls may not be listed, those of which nothing more is heard are given up after three minutes.
  for (let second = 0; second < 190; second++) await clock.advance(1000)
  await link.stop()
  await server.close()
  const { connections } = server
  process.off('warning', warned)
  await clock.advance(1000)
  const late = resources(clock)
  const comparison = compare(calls, told, wasTold, options.rights)
  const { seed, rights } = options
  return {
    seed,
    rights,
    ...figures,
    connections,
    events: events.length,
    early: early ?? late,
    late,
    warnings,
    errors,
    ...comparison,
  }
}

function isCallClass(name: string): boolean {
  return !/^(?:Newexten|Queue\w*|Agent\w*|Cdr|Cel|RTCP\w*|PeerStatus|ContactStatus|Registry)$/.test(name)
}

/** For the sockets' sake; an end that never comes is an error. */
async function until(condition: () => boolean): Promise<void> {
  const giveUpAt = performance.now() + 20_000
  while (!condition()) {
    if (performance.now() > giveUpAt) throw new Error('the connection does not get on')
    await new Promise((resolve) => setImmediate(resolve))
  }
}
