/**
 * Fetches pictures after their texts are in the inbox: what waits stands in rows, so that a restart goes on. Providers
 * list pictures later than the text at times; then they are asked for again, for some two days.
 */
import type { Clock } from '../../../telephony/clock.ts'
import type { Logger } from '../../../telephony/logger.ts'
import { GatewayError } from '../../../telephony/sms/gateway.ts'
import type { Gateway } from '../../../telephony/sms/gateway.ts'
import type { Store } from '../store/database.ts'
import { fetchPictures } from './fetch-text.ts'

const second = 1000
const minute = 60 * second
const hour = 60 * minute
/** Before another try, ms; after the last one it is given up. */
const waits = [10 * second, 30 * second, 2 * minute, 10 * minute, 30 * minute, 2 * hour, 8 * hour, 24 * hour, 24 * hour]
/** With another gateway than the text came through, or none: it may be set up again. */
const withoutGateway = hour
const atOnce = 20

export interface PictureFetcherOptions {
  store: Store
  /** Null while none is set up. */
  gateway: () => Gateway | null
  /** Where the pictures lie. */
  folder: string
  clock: Clock
  logger: Logger
}

interface Job {
  messageId: string
  conversationId: string
  gateway: string | null
  providerId: string | null
  media: number
  tries: number
}

export class PictureFetcher {
  readonly #options: PictureFetcherOptions
  #wake: () => void = () => {}
  #current: Promise<void> | null = null
  #again = false
  #stopped = false

  constructor(options: PictureFetcherOptions) {
    this.#options = options
  }

  start(): void {
    this.poke()
  }

  /** A text with pictures may have come in. */
  poke(): void {
    if (this.#stopped) return
    this.#wake()
    if (this.#current) {
      this.#again = true
      return
    }
    this.#again = false
    this.#current = this.#look()
      .catch((error: unknown) => {
        this.#options.logger.error('pictures.not-looked', { error: String(error) })
        this.#sleep(minute)
      })
      .finally(() => {
        this.#current = null
        if (this.#again) this.poke()
      })
  }

  /** Waits for the picture that is being fetched. */
  async stop(): Promise<void> {
    this.#stopped = true
    this.#wake()
    await this.#current
  }

  #sleep(ms: number): void {
    if (!this.#stopped) this.#wake = this.#options.clock.after(ms, () => this.poke())
  }

  async #look(): Promise<void> {
    const { store, clock } = this.#options
    const jobs = await store.db
      .selectFrom('picture_fetch')
      .innerJoin('message', 'message.id', 'picture_fetch.message_id')
      .select([
        'message.id as messageId',
        'message.conversation_id as conversationId',
        'message.gateway',
        'message.provider_id as providerId',
        'message.media',
        'picture_fetch.tries',
      ])
      .where('picture_fetch.due_at', '<=', clock.now())
      .orderBy('picture_fetch.due_at', 'desc')
      .limit(atOnce)
      .execute()
    for (const job of jobs) {
      if (this.#stopped) return
      await this.#fetch(job)
    }
    if (jobs.length === atOnce) this.#again = true
    const next = await store.db.selectFrom('picture_fetch').select('due_at').orderBy('due_at').executeTakeFirst()
    if (next) this.#sleep(Math.max(second, next.due_at - clock.now()))
  }

  async #fetch(job: Job): Promise<void> {
    const { store, logger, folder } = this.#options
    const gateway = this.#options.gateway()
    if (!gateway?.pictures || gateway.account !== job.gateway || job.providerId === null) {
      await this.#later(job, withoutGateway, job.tries)
      return
    }
    const text = { messageId: job.messageId, providerId: job.providerId }
    const from = { db: store.db, pictures: gateway.pictures, folder }
    let retryAfter = 0
    try {
      const listed = await fetchPictures(text, from, async (picture) => {
        await store.write(async (work) => {
          const row = { ...picture, message_id: job.messageId }
          await work.db
            .insertInto('picture')
            .values(row)
            .onConflict((conflict) => conflict.doNothing())
            .execute()
          work.touched(job.conversationId)
        })
      })
      if (listed >= job.media) {
        await this.#finish(job)
        return
      }
    } catch (error) {
      retryAfter = (error instanceof GatewayError ? error.retryAfterMs : null) ?? 0
      logger.warn('pictures.not-fetched', { message: job.messageId, tries: job.tries + 1, error: String(error) })
    }
    const wait = waits[job.tries]
    if (wait === undefined) await this.#finish(job)
    else await this.#later(job, Math.max(wait, retryAfter), job.tries + 1)
  }

  async #later(job: Job, ms: number, tries: number): Promise<void> {
    const { store, clock } = this.#options
    await store.write(({ db }) =>
      db
        .updateTable('picture_fetch')
        .set({ due_at: clock.now() + ms, tries })
        .where('message_id', '=', job.messageId)
        .execute(),
    )
  }

  async #finish(job: Job): Promise<void> {
    await this.#options.store.write(async (work) => {
      await work.db.deleteFrom('picture_fetch').where('message_id', '=', job.messageId).execute()
      work.touched(job.conversationId)
    })
  }
}
