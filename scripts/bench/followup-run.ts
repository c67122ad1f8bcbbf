/** One part of the follow-up benchmark in a process of its own: `followup-run.ts PART URL COUNT`. Prints JSON. */
import { monitorEventLoopDelay } from 'node:perf_hooks'
import type { IntervalHistogram } from 'node:perf_hooks'
import { setTimeout as rest } from 'node:timers/promises'
import { onPhoneCallEnded } from '../../electron/engine/call-ended.ts'
import { silentLogger as logger } from '../../telephony/logger.ts'
import { systemClock as clock } from '../../telephony/clock.ts'
import { account, BenchOffice, mobileNumbers } from './followup-office.ts'

const [part = '', url = '', many = '0'] = process.argv.slice(2)
const count = Number(many)
/** Ms between two texts in the parts that work a backlog off: the rate of a sender is a setting of the dispatcher. */
const gap = 20
const parts: Record<string, () => Promise<object>> = { verdict, bare, backlog, waiting }
const result = await parts[part]?.()
process.stdout.write(`${JSON.stringify(result)}\n`, () => process.exit())

/** Missed calls one after another: when each verdict was there, by number. */
async function verdict(): Promise<object> {
  const office = await BenchOffice.open(url, 0)
  await office.start()
  const verdictAt: Record<string, number> = {}
  const ends = async (number: string, index: number) => {
    const now = clock.now()
    await onPhoneCallEnded(
      {
        linkedid: `bench.${index}`,
        direction: 'inbound',
        callerNumber: number.slice(2),
        callerName: null,
        dialed: account.from.slice(2),
        outcome: 'missed',
        reason: 'no-answer',
        answeredBy: null,
        startedAt: now - 20_000,
        endedAt: now,
        legs: [],
        endUnseen: false,
        partUnseen: false,
        presentationWithheld: false,
      },
      {
        store: office.store,
        clock,
        logger,
        surroundings: async () => ({
          settings: await office.settings(),
          live: new Set<string>(),
          textingReady: true,
          gatewayAhead: null,
          now: clock.now(),
        }),
        missedUntexted: () => {},
        calledBack: () => null,
      },
    )
  }
  for (const [index, number] of mobileNumbers(count).entries()) {
    verdictAt[number] = Date.now()
    await ends(number, index)
    await rest(100)
    if (index % 20 === 19) await office.ageAttempts()
  }
  await rest(500)
  await office.close()
  return { verdictAt }
}

/** What this machine can do at best: a row is stored, a text is asked for, the row is stored again. */
async function bare(): Promise<object> {
  const office = await BenchOffice.open(url, gap)
  const { store, gateway } = office
  const [row] = await office.plan(mobileNumbers(1), clock.now() + 24 * 60 * 60 * 1000)
  const put = (attempts: number) =>
    store.write(({ db }) =>
      db
        .updateTable('outbox')
        .set({ attempts })
        .where('message_id', '=', row ?? '')
        .execute(),
    )
  await gateway.send({ to: '+12015550100', body: 'Warming up' })
  const delay = monitorEventLoopDelay({ resolution: 1 })
  delay.enable()
  const before = process.cpuUsage()
  const texts: Promise<void>[] = []
  for (let text = 0; text < count; text += 1) {
    texts.push(
      put(text)
        .then(() => gateway.send({ to: '+12015550100', body: `Text ${text}` }))
        .then(() => put(-text))
        .then(() => undefined),
    )
    await rest(gap)
  }
  await Promise.all(texts)
  delay.disable()
  const cpu = cpuSince(before)
  await office.close()
  return { texts: count, cpuMsPerText: round(cpu / count), delayMs: delays(delay) }
}

/** A backlog that is due: how long it takes, and how the event loop fares. */
async function backlog(): Promise<object> {
  const office = await BenchOffice.open(url, gap)
  const numbers = mobileNumbers(count)
  await office.plan(numbers, clock.now())
  const delay = monitorEventLoopDelay({ resolution: 1 })
  const startedAt = performance.now()
  const before = process.cpuUsage()
  await office.start()
  delay.enable()
  let left = numbers.length
  while (left > 0 && performance.now() - startedAt < 590_000) {
    await rest(100)
    await office.ageAttempts()
    const rows = await office.store.db
      .selectFrom('outbox')
      .select((eb) => eb.fn.countAll<number>().as('rows'))
      .execute()
    left = rows[0]?.rows ?? 0
  }
  delay.disable()
  const seconds = (performance.now() - startedAt) / 1000
  const cpu = cpuSince(before)
  const sent = await office.store.db
    .selectFrom('message')
    .select((eb) => eb.fn.countAll<number>().as('rows'))
    .where('provider_id', 'is not', null)
    .executeTakeFirstOrThrow()
  await office.close()
  return {
    due: numbers.length,
    sent: sent.rows,
    left,
    seconds: Math.round(seconds * 10) / 10,
    perSecond: Math.round((sent.rows / seconds) * 10) / 10,
    allowedPerSecond: 1000 / gap,
    cpuMsPerText: round(cpu / sent.rows),
    delayMs: delays(delay),
  }
}

/** Very many that wait until tomorrow: what they cost while nothing is due. */
async function waiting(): Promise<object> {
  const office = await BenchOffice.open(url, 1000)
  await office.plan(
    Array.from({ length: count }, (_, index) => `+1530555${String(index).padStart(6, '0')}`),
    clock.now() + 24 * 60 * 60 * 1000,
  )
  await office.start()
  await rest(5000)
  const [before, startedAt] = [process.cpuUsage(), performance.now()]
  await rest(60_000)
  const percent = (cpuSince(before) / (performance.now() - startedAt)) * 100
  await office.close()
  return { waiting: count, percentOfACore: round(percent) }
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}

/** Ms of a core that this process used. */
function cpuSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

function delays(delay: IntervalHistogram): { p50: number; p99: number; max: number } {
  const ms = (nanoseconds: number) => round(nanoseconds / 1e6)
  return { p50: ms(delay.percentile(50)), p99: ms(delay.percentile(99)), max: ms(delay.max) }
}
