/** Tells what is to be read anew though no conversation changed: names, lines and settings are shown everywhere. */
import type { LiveCall } from '../contract/view-models.ts'
import type { EventHub } from './event-hub.ts'
import { watchedNow } from './followup/watch-only.ts'
import type { HealthBoard } from './health-board.ts'
import type { Store } from './store/database.ts'

export interface InvalidationsOptions {
  store: Store
  hub: EventHub
  health: HealthBoard
  liveCalls(): Promise<LiveCall[]>
}

export class Invalidations {
  readonly #options: InvalidationsOptions

  constructor(options: InvalidationsOptions) {
    this.#options = options
  }

  settings(): void {
    const { store, hub } = this.#options
    hub.emit('settings:changed', { revision: store.revision() })
  }

  parties(): void {
    const { store, hub } = this.#options
    hub.emit('parties:changed', { revision: store.revision() })
  }

  tags(): void {
    const { store, hub } = this.#options
    hub.emit('tags:changed', { revision: store.revision() })
  }

  /** Somebody is gone from all lists, or stands in them otherwise. */
  lists(): void {
    const { store, hub } = this.#options
    const revision = store.revision()
    hub.emit('conversations:changed', { ids: [], revision })
    hub.emit('calls:changed', { revision })
  }

  /** Lines are shown in every list. */
  async lines(): Promise<void> {
    const { hub, liveCalls } = this.#options
    this.settings()
    this.parties()
    this.lists()
    hub.emit('live:changed', { calls: await liveCalls() })
  }

  /** Which lines are only watched: health tells of it, too. */
  async watchOnly(): Promise<void> {
    const { store, health } = this.#options
    health.setWatchOnly(await watchedNow(store.db))
    this.settings()
    this.parties()
  }
}
