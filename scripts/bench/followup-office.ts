/** An office's inbox with very many follow-ups, and the parts of the engine that text, for the benchmark. */
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { Automation } from '../../electron/engine/followup/automation.ts'
import { setTurn } from '../../electron/engine/followup/turn.ts'
import { Dispatcher } from '../../electron/engine/outbox/dispatcher.ts'
import { ReplyPoller } from '../../electron/engine/replies/poller.ts'
import { readFollowUpSettings } from '../../electron/engine/settings/follow-up-settings.ts'
import { saveSection } from '../../electron/engine/settings/settings.ts'
import { openStore } from '../../electron/engine/store/database.ts'
import type { Store } from '../../electron/engine/store/database.ts'
import { systemClock as clock } from '../../telephony/clock.ts'
import { silentLogger as logger } from '../../telephony/logger.ts'
import { parseNumber } from '../../telephony/phone-number.ts'
import type { Gateway } from '../../telephony/sms/gateway.ts'
import { createTwilioGateway } from '../../telephony/sms/twilio/twilio-gateway.ts'

export const account = { accountSid: `AC${'0'.repeat(32)}`, authToken: 'the lab’s own', from: '+12125550100' }
const hour = 60 * 60 * 1000

export class BenchOffice {
  readonly store: Store
  readonly gateway: Gateway
  readonly automation: Automation
  readonly dispatcher: Dispatcher
  readonly #poller: ReplyPoller
  readonly #folder: string

  private constructor(store: Store, folder: string, baseUrl: string, gapPerText: number) {
    this.store = store
    this.#folder = folder
    const twilio = createTwilioGateway({ ...account, baseUrl, clock, logger })
    this.gateway = twilio
    const parts = { store, clock, logger, gateway: () => twilio }
    this.#poller = new ReplyPoller(parts)
    this.automation = new Automation(parts)
    this.dispatcher = new Dispatcher({
      ...parts,
      settings: () => this.settings(),
      live: () => new Set(),
      replies: this.#poller,
      automation: this.automation,
      gapPerText,
    })
  }

  /** `gapPerText`: ms between two texts of the sender. */
  static async open(baseUrl: string, gapPerText: number): Promise<BenchOffice> {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'ringback-bench-'))
    const store = await openStore({ file: path.join(folder, 'inbox.sqlite'), clock, logger })
    await store.write(async (work) => {
      const now = clock.now()
      await saveSection(work, 'business', { name: 'Oak Dental', timeZone: 'America/Chicago' }, now)
      await saveSection(work, 'texting', { kind: 'twilio', accountSid: account.accountSid, from: account.from }, now)
      await saveSection(work, 'follow-up', { delaySeconds: 0, secondOn: false, thirdOn: false }, now)
      await setTurn(work, 0, now)
    })
    return new BenchOffice(store, folder, baseUrl, gapPerText)
  }

  settings() {
    return readFollowUpSettings(this.store.db, { hasPassword: true, hasToken: true })
  }

  /** Missed calls whose first texts are due at `dueAt`, one of each number. Resolves to the texts' ids. */
  async plan(numbers: readonly string[], dueAt: number): Promise<string[]> {
    const now = clock.now()
    const ids: string[] = []
    for (let from = 0; from < numbers.length; from += 500) {
      const each = numbers.slice(from, from + 500).map((number) => ({
        number,
        contact: randomUUID(),
        conversation: randomUUID(),
        call: randomUUID(),
        followUp: randomUUID(),
        message: randomUUID(),
      }))
      ids.push(...each.map(({ message }) => message))
      const calledAt = Math.min(dueAt, now)
      await this.store.write(async ({ db }) => {
        await db
          .insertInto('contact')
          .values(each.map(({ contact: id, number }) => ({ id, number, created_at: now })))
          .execute()
        await db
          .insertInto('conversation')
          .values(
            each.map(({ conversation: id, contact }) => ({
              id,
              contact_id: contact,
              state: 'waiting',
              last_activity_at: now,
            })),
          )
          .execute()
        await db
          .insertInto('call')
          .values(
            each.map(({ call: id, conversation, number }) => ({
              id,
              linkedid: id,
              conversation_id: conversation,
              direction: 'inbound',
              caller_number: number,
              party: number,
              line: account.from,
              outcome: 'missed',
              reason: 'no-answer',
              started_at: calledAt - 20_000,
              ended_at: calledAt,
              legs: '[]',
            })),
          )
          .execute()
        await db
          .insertInto('follow_up')
          .values(
            each.map(({ followUp: id, conversation, call }) => ({
              id,
              conversation_id: conversation,
              call_id: call,
              state: 'running',
              started_at: now,
              step: 1,
              steps: 1,
            })),
          )
          .execute()
        await db
          .insertInto('message')
          .values(
            each.map(({ message: id, conversation, followUp }) => ({
              id,
              conversation_id: conversation,
              direction: 'out',
              author: 'auto',
              body: 'Hi, this is Oak Dental. Sorry we missed your call!',
              state: 'queued',
              follow_up_id: followUp,
              step: 1,
              created_at: now,
              at: now,
            })),
          )
          .execute()
        await db
          .insertInto('outbox')
          .values(
            each.map(({ message }) => ({ message_id: message, state: 'queued', due_at: dueAt, planned_at: dueAt })),
          )
          .execute()
      })
    }
    return ids
  }

  async start(): Promise<void> {
    await this.automation.start()
    await this.dispatcher.start()
    this.#poller.start()
    await this.#poller.pollNow()
  }

  /** The product pauses itself after thirty automatic texts in ten minutes; here they count as an hour old. */
  async ageAttempts(): Promise<void> {
    await this.store.write(({ db }) =>
      db
        .updateTable('attempt')
        .set((eb) => ({ started_at: eb('started_at', '-', hour) }))
        .where('id', '>', (eb) => eb.selectFrom('attempt').select(eb(eb.fn.max('id'), '-', 100).as('id')))
        .where('started_at', '>', clock.now() - hour / 2)
        .where('end', 'is not', null)
        .execute(),
    )
  }

  async close(): Promise<void> {
    await this.dispatcher.stop()
    await this.#poller.stop()
    this.automation.stop()
    await this.store.close()
    rmSync(this.#folder, { recursive: true, force: true })
  }
}

/** So many different numbers that may be texted, of the block that is kept for stories (555-01xx). */
export function mobileNumbers(count: number): string[] {
  const found: string[] = []
  for (let area = 201; area < 990 && found.length < count; area += 1) {
    if (!parseNumber(`+1${area}5550100`, 'US').ok) continue
    for (let last = 0; last < 100 && found.length < count; last += 1) {
      const number = `+1${area}55501${String(last).padStart(2, '0')}`
      const parsed = parseNumber(number, 'US')
      if (number !== account.from && parsed.ok && parsed.country === 'US' && parsed.kind !== 'toll-free')
        found.push(number)
    }
  }
  return found
}
