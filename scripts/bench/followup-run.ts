/** One part of the follow-up benchmark in a process of its own: `followup-run.ts PART URL COUNT`. Prints JSON. */
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout as rest } from 'node:timers/promises'
import { onPhoneCallEnded } from '../../electron/engine/call-ended.ts'
import { silentLogger as logger } from '../../telephony/logger.ts'
import { systemClock as clock } from '../../telephony/clock.ts'
import { account, BenchOffice, mobileNumbers } from './followup-office.ts'

const [part = '', url = '', many = '0'] = process.argv.slice(2)
const count = Number(many)
/** Ms between two texts in the part that works a backlog off. */
const gap = 10
const parts: Record<string, () => Promise<object>> = { verdict, backlog, waiting }
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

/** A backlog that is due: how long it takes, and how the event loop fares. */
async function backlog(): Promise<object> {
  const office = await BenchOffice.open(url, gap)
  const numbers = mobileNumbers(count)
  await office.plan(numbers, clock.now())
  const delay = monitorEventLoopDelay({ resolution: 1 })
  const startedAt = performance.now()
  await office.start()
  delay.enable()
  let left = numbers.length
  while (left > 0 && performance.now() - startedAt < 590_000) {
    await rest(150)
    await office.ageAttempts()
    const rows = await office.store.db
      .selectFrom('outbox')
      .select((eb) => eb.fn.countAll<number>().as('rows'))
      .execute()
    left = rows[0]?.rows ?? 0
  }
  delay.disable()
  const seconds = (performance.now() - startedAt) / 1000
  const sent = await office.store.db
    .selectFrom('message')
    .select((eb) => eb.fn.countAll<number>().as('rows'))
    .where('provider_id', 'is not', null)
    .executeTakeFirstOrThrow()
  await office.close()
  const ms = (nanoseconds: number) => Math.round(nanoseconds / 1e4) / 100
  return {
    due: numbers.length,
    sent: sent.rows,
    left,
    seconds: Math.round(seconds * 10) / 10,
    perSecond: Math.round((sent.rows / seconds) * 10) / 10,
    allowedPerSecond: 1000 / gap,
    delayMs: { p50: ms(delay.percentile(50)), p99: ms(delay.percentile(99)), max: ms(delay.max) },
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
  const used = process.cpuUsage(before)
  const percent = ((used.user + used.system) / 1000 / (performance.now() - startedAt)) * 100
  await office.close()
  return { waiting: count, percentOfACore: Math.round(percent * 100) / 100 }
}
