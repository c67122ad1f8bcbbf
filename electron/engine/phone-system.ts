/**
 * The office's phone system as the engine knows it: connected as the settings say, its calls stored when they end and
 * shown while they go on.
 */
import type { EndedCall, LiveCall as TrackedCall } from '../../telephony/calls/call.ts'
import type { Clock } from '../../telephony/clock.ts'
import type { Logger } from '../../telephony/logger.ts'
import type { LiveCall, PartHealth } from '../contract/view-models.ts'
import { noteGap } from './gaps.ts'
import type { InboxView } from './inbox/view.ts'
import { liveNumbers, liveView } from './live-calls.ts'
import { PhoneLink } from './phone-link.ts'
import type { Secrets } from './secrets.ts'
import { readSection } from './settings/settings.ts'
import type { Store } from './store/database.ts'

export interface PhoneSystemOptions {
  store: Store
  clock: Clock
  logger: Logger
  secrets: Secrets
  view(): Promise<InboxView>
  ended(call: EndedCall): Promise<void>
  /** The calls that go on have changed; `conversationIds` are those that look different now. */
  live(calls: LiveCall[], conversationIds: string[]): void
  health(health: PartHealth): void
}

export class PhoneSystem {
  readonly #options: PhoneSystemOptions
  #link: PhoneLink | null = null
  #tracked: TrackedCall[] = []
  #numbers: ReadonlySet<string> = new Set()
  #shown: LiveCall[] = []
  /** One thing after another: connecting anew, notes of gaps, looks at live calls. */
  #turn: Promise<void> = Promise.resolve()

  constructor(options: PhoneSystemOptions) {
    this.#options = options
  }

  /** Numbers (E.164) of outside parties in a call now. */
  readonly numbers = (): ReadonlySet<string> => this.#numbers

  async calls(): Promise<LiveCall[]> {
    return liveView(this.#options.store, this.#tracked, await this.#options.view())
  }

  /** Connects with the settings as they are now, after taking an older connection down. */
  connect(): Promise<void> {
    return this.#after(async () => {
      await this.#disconnect()
      const { store, secrets, clock, logger, health } = this.#options
      const { host, port, username, trunks } = await readSection(store.db, 'phone-system')
      if (host === '') return
      if (secrets.pbxPassword === null) {
        const message = 'The password of the phone system is not known any more.'
        health({ state: 'trouble', message, remedy: 'Type it in again in Settings.', since: clock.now() })
        return
      }
      const address = { host, port, username, password: secrets.pbxPassword, trunks }
      const listeners = {
        ended: (call: EndedCall) => this.#options.ended(call),
        live: (calls: TrackedCall[]) => this.#liveChanged(calls),
        health,
        gap: (change: 'began' | 'ended', at: number) => void this.#after(() => noteGap(store, change, at)),
      }
      this.#link = new PhoneLink(address, { clock, logger, listeners })
      this.#link.start()
    })
  }

  /** Takes the connection down; from now on nobody sees the calls, and that is noted. */
  stop(): Promise<void> {
    return this.#after(() => this.#disconnect())
  }

  async #disconnect(): Promise<void> {
    const link = this.#link
    if (!link) return
    this.#link = null
    await link.stop()
    // Nobody knows any more who is on the phone; a number that stayed would never be texted.
    if (this.#tracked.length > 0) this.#liveChanged([])
    await noteGap(this.#options.store, 'began', this.#options.clock.now())
  }

  #liveChanged(calls: TrackedCall[]): void {
    this.#tracked = calls
    void this.#after(async () => {
      const view = await this.#options.view()
      // What the rules ask must be right even while the names are still being looked up.
      this.#numbers = liveNumbers(this.#tracked, view.country)
      const before = this.#shown
      this.#shown = await liveView(this.#options.store, this.#tracked, view)
      const ids = (shown: LiveCall[]) => shown.flatMap((call) => call.conversationId ?? [])
      const [was, is] = [new Set(ids(before)), new Set(ids(this.#shown))]
      this.#options.live(
        this.#shown,
        [...was, ...is].filter((id) => was.has(id) !== is.has(id)),
      )
    })
  }

  #after(run: () => Promise<void>): Promise<void> {
    this.#turn = this.#turn.then(run).catch((error: unknown) => {
      this.#options.logger.error('phone-system.broke-off', { error: String(error) })
    })
    return this.#turn
  }
}
