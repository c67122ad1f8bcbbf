import { useState } from 'react'
import type { Failure, Result } from '../../../electron/contract/result.ts'
import type { CheckStep } from '../../../electron/contract/view-models.ts'
import { text } from '../../text/en.ts'

interface FormOptions {
  /** What is wrong with the answers so far; empty when all is fine. */
  problems: Record<string, string | null>
  save: () => Promise<Result<unknown>>
  check?: () => Promise<Result<{ steps: CheckStep[] }>>
  onSaved: () => void
}

/**
 * The life of a settings form: problems show from the first attempt on, a check shows its steps, saving tells what
 * went wrong. Answers that change make an old check worthless: call `touched`.
 */
export function useForm({ problems, save, check, onSaved }: FormOptions) {
  const [attempted, setAttempted] = useState(false)
  const [steps, setSteps] = useState<CheckStep[] | null>(null)
  const [busy, setBusy] = useState<'checking' | 'saving' | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const valid = Object.values(problems).every((problem) => problem === null)

  const attempt = async (what: 'checking' | 'saving', go: () => Promise<void>): Promise<void> => {
    setAttempted(true)
    setFailure(null)
    if (!valid || busy !== null) return
    setBusy(what)
    await go()
    setBusy(null)
  }
  const runCheck = (): void => {
    void attempt('checking', async () => {
      const result = await check?.()
      if (!result) return
      if (result.ok) setSteps(result.value.steps)
      else setFailure(result.failure)
    })
  }
  const runSave = (): void => {
    void attempt('saving', async () => {
      const result = await save()
      if (result.ok) onSaved()
      else setFailure(result.failure)
    })
  }
  const passed = steps !== null && steps.every((step) => step.state !== 'failed')
  return {
    /** The problem to show at a field. */
    problem: (field: string): string | null => (attempted ? (problems[field] ?? null) : null),
    steps,
    checking: busy === 'checking',
    saving: busy === 'saving',
    failure,
    runSave,
    touched: () => {
      setSteps(null)
      setFailure(null)
    },
    check: check
      ? {
          label: busy === 'checking' ? text.setup.checking : steps ? text.setup.checkAgain : text.setup.check,
          running: busy === 'checking',
          first: !passed,
          run: runCheck,
        }
      : null,
  }
}
