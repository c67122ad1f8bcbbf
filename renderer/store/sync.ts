/**
 * Keeps the store in step with the engine: subscribe first, then take a snapshot, and drop every event that the
 * snapshot already contains (its revision is not older than the event's). Nothing can fall between the two.
 */
import type { Bridge } from '../../electron/contract/bridge.ts'
import { shownList } from './inbox-slice.ts'
import { goBackToPlace } from './place.ts'
import type { WindowStore } from './window-store.ts'

/** While the engine starts, requests are answered `not-ready`; ask again this often. */
const retryMs = 1_000

/** The revision of a list that main kept (first-screen.ts). */
const kept = -1

/** @returns stops listening. */
export function startSync(store: WindowStore, bridge: Bridge): () => void {
  let retry: ReturnType<typeof setTimeout> | null = null
  let reading = false
  let isKeptOver = false
  const now = () => store.getState()

  const snapshot = async (): Promise<void> => {
    if (retry !== null) clearTimeout(retry)
    retry = null
    const state = now()
    reading = true
    await Promise.all([
      state.refreshInfo(),
      state.refreshSettings(),
      state.refreshHealth(),
      state.refreshLive(),
      state.refreshCallBack(),
      state.refreshList(),
      state.refreshConversation(),
      state.saveAllNotes(),
      state.syncDrafts(),
      state.parties === null ? null : state.refreshParties(),
      state.tags === null ? null : state.refreshTags(),
    ])
    reading = false
    if (now().listFailure?.code === 'not-ready') retry = setTimeout(() => void snapshot(), retryMs)
    // What main had kept from the last time is shown; the engine, which all the others waited for, knows better.
    else if (!isKeptOver && shownList(now())?.revision === kept) void snapshot()
    isKeptOver = true
  }

  const stops = [
    bridge.on('conversations:changed', ({ ids, revision }) => {
      const { detail, openId, followChanges, refreshConversation } = now()
      const list = shownList(now())
      if (!list || revision > list.revision) followChanges(ids)
      const concerned = openId !== null && (ids.length === 0 || ids.includes(openId))
      if (concerned && (!detail || revision > detail.revision)) void refreshConversation()
      // What was done about a call stands beside it.
      if (now().page === 'calls') void now().refreshCalls()
    }),
    bridge.on('calls:changed', () => {
      // Elsewhere nobody sees them; the page reads them anew when it is shown.
      if (now().page === 'calls') void now().refreshCalls()
    }),
    bridge.on('health:changed', (health) => now().receiveHealth(health)),
    bridge.on('call-back:changed', (callBack) => now().receiveCallBack(callBack)),
    bridge.on('live:changed', ({ calls }) => now().receiveLive(calls)),
    bridge.on('settings:changed', () => {
      const { quickReplies, refreshSettings, loadQuickReplies } = now()
      void refreshSettings()
      if (quickReplies) void loadQuickReplies(quickReplies.conversationId)
    }),
    bridge.on('parties:changed', () => {
      if (now().parties !== null) void now().refreshParties()
    }),
    bridge.on('tags:changed', () => {
      if (now().tags !== null) void now().refreshTags()
    }),
    bridge.on('import:changed', (state) => now().receiveImport(state)),
    bridge.on('erasure:changed', (state) => now().receiveErasure(state)),
    bridge.on('export:progress', ({ calls }) => now().receiveExported(calls)),
    bridge.on('conversation:open', ({ conversationId, next }) => {
      now().showSetup(null)
      now().openConversation(conversationId)
      if (next === 'write') now().askToWrite(conversationId)
      if (next === 'call-back') void now().startCallBack({ conversationId })
    }),
    bridge.on('draft:keep', ({ conversationId, messageId, body }) => now().keepLost(conversationId, messageId, body)),
    bridge.on('lock:changed', ({ lock }) => {
      const wasLocked = now().lock === 'locked'
      now().receiveLock(lock)
      if (!wasLocked || lock === 'locked') return
      store.setState({ listFailure: null })
      goBackToPlace(now())
      void snapshot()
    }),
    bridge.on('engine:state', (engine) => {
      const before = now().engine.state
      now().receiveEngine(engine)
      if (engine.state !== 'running') return
      // The one that is being asked, or has answered already: nothing is new.
      if (reading || (before === 'running' && now().listFailure === null)) return
      forgetRevisions(store)
      void snapshot()
    }),
  ]
  void snapshot()

  return () => {
    if (retry !== null) clearTimeout(retry)
    for (const stop of stops) stop()
  }
}

/** A new engine process may count revisions from the start again: nothing held now may outrank its snapshot. */
function forgetRevisions(store: WindowStore): void {
  const oldest = <T extends { revision: number }>(held: T): T => ({ ...held, revision: kept })
  store.setState(({ lists, found, detail, health }) => ({
    lists: Object.fromEntries(Object.entries(lists).map(([tab, list]) => [tab, oldest(list)])),
    found: found && oldest(found),
    detail: detail && oldest(detail),
    health: health && oldest(health),
  }))
}
