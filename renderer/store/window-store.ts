/** One store from slices. Features read it through narrow selectors; the engine's truth flows in through sync.ts. */
import { useStore } from 'zustand'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Bridge } from '../../electron/contract/bridge.ts'
import { api } from '../api/ringback.ts'
import { appSlice } from './app-slice.ts'
import { backupSlice } from './backup-slice.ts'
import { callBackSlice } from './call-back-slice.ts'
import { callsSlice } from './calls-slice.ts'
import { contactSlice } from './contact-slice.ts'
import { conversationSlice } from './conversation-slice.ts'
import { formsSlice } from './forms-slice.ts'
import { healthSlice } from './health-slice.ts'
import { importSlice } from './import-slice.ts'
import { inboxSlice } from './inbox-slice.ts'
import { liveSlice } from './live-slice.ts'
import { lockSlice } from './lock-slice.ts'
import { marksSlice } from './marks-slice.ts'
import { noticeSlice } from './notice-slice.ts'
import { notesSlice } from './notes-slice.ts'
import { overviewSlice } from './overview-slice.ts'
import { pcSlice } from './pc-slice.ts'
import { paletteSlice } from './palette-slice.ts'
import { partiesSlice } from './parties-slice.ts'
import { privacySlice } from './privacy-slice.ts'
import { sendingSlice } from './sending-slice.ts'
import { timelineSlice } from './timeline-slice.ts'
import { writingSlice } from './writing-slice.ts'
import type { WindowState } from './slice.ts'
import { tagsSlice } from './tags-slice.ts'

export type WindowStore = StoreApi<WindowState>

/** A store over any bridge; tests make their own. */
export function createWindowStore(given: Bridge): WindowStore {
  const bridge: Bridge = {
    ...given,
    async request(name, input) {
      const result = await given.request(name, input)
      if (!result.ok && result.failure.code === 'locked') store.getState().receiveLock('locked')
      return result
    },
  }
  const store = createStore<WindowState>()((...parts) => ({
    ...inboxSlice(bridge)(...parts),
    ...conversationSlice(bridge)(...parts),
    ...timelineSlice(bridge)(...parts),
    ...sendingSlice(bridge)(...parts),
    ...writingSlice(bridge)(...parts),
    ...callsSlice(bridge)(...parts),
    ...callBackSlice(bridge)(...parts),
    ...healthSlice(bridge)(...parts),
    ...liveSlice(bridge)(...parts),
    ...lockSlice(bridge)(...parts),
    ...appSlice(bridge)(...parts),
    ...marksSlice(bridge)(...parts),
    ...noticeSlice(bridge)(...parts),
    ...overviewSlice(bridge)(...parts),
    ...pcSlice(bridge)(...parts),
    ...paletteSlice()(...parts),
    ...partiesSlice(bridge)(...parts),
    ...notesSlice(bridge)(...parts),
    ...tagsSlice(bridge)(...parts),
    ...contactSlice(bridge)(...parts),
    ...importSlice(bridge)(...parts),
    ...formsSlice()(...parts),
    ...backupSlice(bridge)(...parts),
    ...privacySlice(bridge)(...parts),
  }))
  return store
}

/** The window's own store. */
export const windowStore = createWindowStore(api)

export function useWindow<T>(select: (state: WindowState) => T): T {
  return useStore(windowStore, select)
}
