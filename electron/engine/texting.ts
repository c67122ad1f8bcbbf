/**
 * Texting as people see it: what sends, what fetches and what both go through are one thing, which is well or not, and
 * begins anew as one.
 */
import { words } from '../contract/text/index.ts'
import type { GatewaySlot } from './gateway-slot.ts'
import type { HealthBoard } from './health-board.ts'
import type { Dispatcher } from './outbox/dispatcher.ts'
import { worse } from './part-health.ts'
import type { PictureFetcher } from './pictures/picture-fetcher.ts'
import type { ReplyPoller } from './replies/poller.ts'

export interface TextingOptions {
  gateway: GatewaySlot
  dispatcher: Dispatcher
  replies: ReplyPoller
  pictures: PictureFetcher
  health: HealthBoard
}

export class Texting {
  readonly #options: TextingOptions

  constructor(options: TextingOptions) {
    this.#options = options
  }

  /** Takes the gateway that the settings name now. */
  async takeGateway(): Promise<void> {
    await this.#options.gateway.renew()
    this.#tellHealth()
  }

  /** The same while texts go: those that waited for it are tried with it at once. */
  async renewGateway(): Promise<void> {
    await this.takeGateway()
    this.retry()
  }

  /** Tries at once what waits for its next attempt. */
  retry(): void {
    const { dispatcher, replies, pictures } = this.#options
    dispatcher.retry()
    replies.retry()
    pictures.poke()
  }

  /** Call what it returns to stop. */
  followHealth(): () => void {
    const { dispatcher, replies } = this.#options
    const tell = () => this.#tellHealth()
    const forget = [dispatcher.onHealth(tell), replies.onHealth(tell)]
    return () => forget.forEach((each) => each())
  }

  #tellHealth(): void {
    const { gateway, dispatcher, replies, health } = this.#options
    const now = worse(dispatcher.health(), replies.health())
    const [message, remedy] = words.health.tokenGone
    health.set('texting', gateway.lacksToken ? { ...now, state: 'trouble', message, remedy } : now)
  }
}
