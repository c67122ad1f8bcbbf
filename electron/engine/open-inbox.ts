/** The inbox before anything works on it: opened, without what must not come back, with the secrets that are for it. */
import { openDemo } from './demo/open-demo.ts'
import type { DemoOpened } from './demo/open-demo.ts'
import { inboxPath, pictureFolder } from './engine-options.ts'
import type { EngineOptions } from './engine-options.ts'
import { eraseAgain } from './privacy/erase-again.ts'
import { Secrets } from './secrets.ts'
import { applyConfig } from './settings/config-file.ts'
import { leaveOutForOthers } from './settings/secret-places.ts'
import { leaveOutVoid } from './settings/void-secrets.ts'
import { openStore } from './store/database.ts'
import type { Store } from './store/database.ts'

export interface OpenInbox {
  store: Store
  secrets: Secrets
  /** Null for the office's. */
  demo: DemoOpened | null
}

/** Rejects with `StoreError` when the inbox cannot be opened; nothing stays open then. */
export async function openInbox(options: EngineOptions): Promise<OpenInbox> {
  const { clock, logger, profile, config } = options
  const store = await openStore({ file: inboxPath(options), clock, logger })
  try {
    const pictures = pictureFolder(options)
    await eraseAgain({ store, inboxFile: inboxPath(options), pictureFolder: pictures }, logger)
    const secrets = new Secrets(options.secrets)
    await leaveOutVoid(store.db, secrets)
    const left = await leaveOutForOthers(store.db, secrets, options.secrets.places)
    if (left.length > 0) logger.warn('secrets.for-another-place', { left })
    const demo = profile === 'demo' ? await openDemo({ store, clock, logger, secrets }) : null
    if (config) {
      secrets.take(config)
      await store.write((work) => applyConfig(work, config, clock.now()))
    }
    return { store, secrets, demo }
  } catch (error) {
    await store.close()
    throw error
  }
}
