/** Contacts that come from a file or go into one. The engine holds the file; the window only sees what is in it. */
import type { Bridge } from '../../electron/contract/bridge.ts'
import type { ImportField, ImportReading, ImportState, KnownContacts } from '../../electron/contract/import.ts'
import { text } from '../text/index.ts'
import type { Slice } from './slice.ts'

export interface ImportSlice {
  import: ImportState
  /** Contacts written so far; null while none are. */
  exporting: number | null
  refreshImport: () => Promise<void>
  receiveImport: (state: ImportState) => void
  receiveExported: (count: number) => void
  chooseImport: () => Promise<void>
  /** Reads the file that was chosen anew, as staff say. */
  readImportAs: (reading: ImportReading) => Promise<void>
  startImport: (choices: { fields: (ImportField | null)[]; known: KnownContacts; together: boolean }) => Promise<void>
  /** Stops what runs, or forgets what was looked at or is over. */
  stopImport: () => Promise<void>
  /** Takes back all that the last file did. */
  undoImport: () => Promise<void>
  saveImportReport: () => Promise<void>
  exportContacts: (kind: 'csv' | 'vcf') => Promise<void>
}

export function importSlice(bridge: Bridge): Slice<ImportSlice> {
  return (set, get) => ({
    import: { phase: 'none' },
    exporting: null,
    refreshImport: async () => {
      const result = await bridge.request('import:get', undefined)
      if (result.ok) set({ import: result.value })
    },
    receiveImport: (state) => set({ import: state }),
    receiveExported: (count) => {
      if (get().exporting !== null) set({ exporting: count })
    },
    chooseImport: async () => {
      const result = await bridge.request('import:choose', undefined)
      if (!result.ok) get().complain(result.failure)
      // Who thought better of it stays where they are.
      else if (result.value.phase !== 'none') set({ import: result.value })
    },
    readImportAs: async (reading) => {
      const result = await bridge.request('import:look', reading)
      if (result.ok) set({ import: result.value })
      else get().complain(result.failure)
    },
    startImport: async (choices) => {
      await get().run('import:start', choices)
    },
    stopImport: async () => {
      const { phase } = get().import
      await get().run('import:stop', undefined)
      if (phase === 'done') set({ import: { phase: 'none' } })
    },
    undoImport: async () => {
      await get().run('import:undo', undefined)
    },
    saveImportReport: async () => {
      const { row, reason, value, reasons } = text.files
      const result = await bridge.request('export:import-report', { words: { row, reason, value, reasons } })
      if (!result.ok) get().complain(result.failure)
      else if (result.value.file !== null) get().tell(text.settings.savedIn(result.value.file))
    },
    exportContacts: async (kind) => {
      set({ exporting: 0 })
      const result = await bridge.request('export:contacts', { kind, words: text.files.table })
      set({ exporting: null })
      if (!result.ok) get().complain(result.failure)
      else if (result.value.file !== null) get().tell(text.files.written(result.value.contacts, result.value.file))
    },
  })
}
