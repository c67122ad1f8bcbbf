/** What goes on with a form of set-up, apart from React: one check or one save at a time, and what came of it. */
import { createStore } from 'zustand/vanilla'
import type { StoreApi } from 'zustand/vanilla'
import type { Failure, Result } from '../../../electron/contract/result.ts'
import type { CheckStep } from '../../../electron/contract/view-models.ts'

export interface FormState {
  /** Somebody wanted to go on: from now on problems are shown. */
  attempted: boolean
  busy: 'checking' | 'saving' | null
  /** What the check of exactly these answers found; null before one. */
  steps: CheckStep[] | null
  failure: Failure | null
}

export interface FormRun {
  store: StoreApi<FormState>
  /** An answer was changed: what was found or is being found out says nothing about the new ones. */
  touched: () => void
  check: (valid: boolean, ask: () => Promise<Result<{ steps: CheckStep[] }>>) => Promise<void>
  /** Null when it was not tried. */
  save: (valid: boolean, ask: () => Promise<Result<unknown>>) => Promise<Result<unknown> | null>
}

export function createFormRun(): FormRun {
  const store = createStore<FormState>(() => ({ attempted: false, busy: null, steps: null, failure: null }))
  /** Counts the states of the answers, so that a check knows whether it still speaks of those it was asked about. */
  let generation = 0

  const mayBegin = (valid: boolean): boolean => {
    store.setState({ attempted: true, failure: null })
    return valid && store.getState().busy === null
  }
  return {
    store,
    touched: () => {
      generation += 1
      const { busy } = store.getState()
      store.setState({ steps: null, failure: null, busy: busy === 'checking' ? null : busy })
    },
    check: async (valid, ask) => {
      if (!mayBegin(valid)) return
      generation += 1
      const mine = generation
      store.setState({ busy: 'checking' })
      const result = await ask()
      if (mine !== generation) return
      store.setState(
        result.ok ? { busy: null, steps: result.value.steps } : { busy: null, failure: result.failure, steps: null },
      )
    },
    save: async (valid, ask) => {
      if (!mayBegin(valid)) return null
      store.setState({ busy: 'saving' })
      const result = await ask()
      store.setState({ busy: null, failure: result.ok ? null : result.failure })
      return result
    },
  }
}
