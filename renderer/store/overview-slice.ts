/** The figures of the Overview page, and what is made of them on paper and in files. */
import type { Bridge } from '../../electron/contract/bridge.ts'
import type { OverviewPeriod } from '../../electron/contract/overview-commands.ts'
import type { Overview } from '../../electron/contract/overview.ts'
import type { Failure } from '../../electron/contract/result.ts'
import { text } from '../text/index.ts'
import { fileName } from './calls-slice.ts'
import { coalesce } from './coalesce.ts'
import type { Slice } from './slice.ts'

export interface OverviewSlice {
  overviewPeriod: OverviewPeriod
  /** Null until the page was first shown. */
  overview: Overview | null
  overviewFailure: Failure | null
  showPeriod: (period: OverviewPeriod) => void
  refreshOverview: () => Promise<void>
  exportOverview: () => Promise<void>
  saveOverviewPdf: () => Promise<void>
}

export function overviewSlice(bridge: Bridge): Slice<OverviewSlice> {
  return (set, get) => ({
    overviewPeriod: { name: 'days-30' },
    overview: null,
    overviewFailure: null,
    showPeriod: (overviewPeriod) => {
      set({ overviewPeriod })
      void get().refreshOverview()
    },
    refreshOverview: coalesce(async () => {
      const period = get().overviewPeriod
      const result = await bridge.request('overview:get', { period })
      if (get().overviewPeriod !== period) return
      set(result.ok ? { overview: result.value, overviewFailure: null } : { overviewFailure: result.failure })
    }),
    exportOverview: async () => {
      const words = { ...text.overview.sheet, noLine: text.overview.noLine }
      const result = await bridge.request('export:overview', { period: get().overviewPeriod, words })
      if (!result.ok) get().complain(result.failure)
      else if (result.value.file !== null) get().tell(text.overview.saved(fileName(result.value.file)))
    },
    saveOverviewPdf: async () => {
      const result = await bridge.request('export:pdf', undefined)
      if (!result.ok) get().complain(result.failure)
      else if (result.value.file !== null) get().tell(text.overview.saved(fileName(result.value.file)))
    },
  })
}
