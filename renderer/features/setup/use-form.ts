import { useEffect, useRef, useState } from 'react'
import { useStore } from 'zustand'
import type { Result } from '../../../electron/contract/result.ts'
import type { CheckStep } from '../../../electron/contract/view-models.ts'
import type { FormName, FormValues } from '../../store/forms-slice.ts'
import { useWindow } from '../../store/window-store.ts'
import { text } from '../../text/index.ts'
import { createFormRun } from './form-run.ts'

/** The answers of a form: as they are stored, with what was typed since over them. */
export function useAnswers<N extends FormName>(name: N, stored: FormValues[N]): FormValues[N] {
  const typed = useWindow((state) => state.forms[name])
  return { ...stored, ...typed }
}

interface FormOptions<N extends FormName> {
  name: N
  stored: FormValues[N]
  /** What is wrong with the answers so far; empty when all is fine. */
  problems: Record<string, string | null>
  save: () => Promise<Result<unknown>>
  check?: () => Promise<Result<{ steps: CheckStep[] }>>
  onSaved: () => void
  /** What was typed is needed further on: it waits there to be saved with the rest. */
  keepsTyped?: boolean
  /** Whether what the check found lets somebody go on; left out: when nothing failed. */
  passes?: (steps: CheckStep[]) => boolean
  /** What was found right is saved at once, and used, before anybody goes on. */
  savesWhenRight?: boolean
}

const nothingFailed = (steps: CheckStep[]): boolean => steps.every(({ state }) => state !== 'failed')

/**
 * The life of a settings form: problems show from the first attempt on, a check shows its steps, saving tells what
 * went wrong. What is typed waits in the window's store until it is saved.
 */
export function useForm<N extends FormName>({
  name,
  stored,
  problems,
  save,
  check,
  onSaved,
  keepsTyped = false,
  passes = nothingFailed,
  savesWhenRight = false,
}: FormOptions<N>) {
  const [run] = useState(createFormRun)
  const { attempted, steps, busy, failure } = useStore(run.store)
  const typed = useWindow((state) => state.forms[name])
  const editForm = useWindow((state) => state.editForm)
  const forgetForm = useWindow((state) => state.forgetForm)
  const refreshSettings = useWindow((state) => state.refreshSettings)
  const complain = useWindow((state) => state.complain)
  const here = useIsHere()
  const unsaved = Object.entries(typed).some(([field, value]) => stored[field as keyof FormValues[N]] !== value)
  const [foundUnsaved, setFoundUnsaved] = useState(unsaved)
  const valid = Object.values(problems).every((problem) => problem === null)

  const edit = (change: Partial<FormValues[N]>): void => {
    editForm(name, change)
    run.touched()
  }
  const runSave = async (): Promise<void> => {
    const result = await run.save(valid, save)
    if (!result) return
    if (!result.ok) {
      if (!here.current) complain(result.failure)
      return
    }
    // The stored answers first, so that the old ones never show in between.
    await refreshSettings()
    if (!keepsTyped) forgetForm(name, typed)
    setFoundUnsaved(false)
    onSaved()
  }
  const discard = (): void => {
    forgetForm(name, typed)
    run.touched()
    setFoundUnsaved(false)
  }
  const passed = steps !== null && passes(steps)
  const tryOut = async (ask: NonNullable<typeof check>) => {
    const result = await ask()
    if (!savesWhenRight || !result.ok || !passes(result.value.steps)) return result
    const kept = await save()
    if (!kept.ok) return kept
    await refreshSettings()
    return result
  }
  return {
    /** The problem to show at a field. */
    problem: (field: string): string | null =>
      attempted ? (problems[field] ?? failure?.fields?.[field] ?? null) : null,
    steps,
    /** A check of exactly these answers lets somebody go on. */
    passed,
    unsaved,
    checking: busy === 'checking',
    edit,
    /** What the page around the fields needs. */
    page: {
      saving: busy === 'saving',
      failure,
      onSave: () => void runSave(),
      /** Takes back what was typed before the form was left; null when there is nothing to tell of. */
      discard: foundUnsaved && unsaved ? discard : null,
      check: check
        ? {
            label: busy === 'checking' ? text.setup.checking : steps ? text.setup.checkAgain : text.setup.check,
            running: busy === 'checking',
            first: !passed,
            run: () => void run.check(valid, () => tryOut(check)),
          }
        : null,
    },
  }
}

/** Whether the form is still on screen when an answer comes. */
function useIsHere() {
  const here = useRef(true)
  useEffect(() => {
    here.current = true
    return () => {
      here.current = false
    }
  }, [])
  return here
}
