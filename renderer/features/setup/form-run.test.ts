import { describe, expect, it } from 'vitest'
import { fail, ok } from '../../../electron/contract/result.ts'
import type { Result } from '../../../electron/contract/result.ts'
import type { CheckStep } from '../../../electron/contract/view-models.ts'
import { createFormRun } from './form-run.ts'

const passed: CheckStep[] = [{ name: 'There', state: 'ok', message: 'Found.', remedy: null, fields: [] }]
const failed: CheckStep[] = [{ name: 'There', state: 'failed', message: 'Nobody there.', remedy: null, fields: [] }]

/** A check whose answer the test gives when it likes. */
function slow() {
  let answer = (_result: Result<{ steps: CheckStep[] }>): void => undefined
  const asked = new Promise<Result<{ steps: CheckStep[] }>>((resolve) => (answer = resolve))
  return { ask: () => asked, answer: (result: Result<{ steps: CheckStep[] }>) => answer(result) }
}

describe('the check of a form', () => {
  it('shows what it found', async () => {
    const run = createFormRun()
    await run.check(true, async () => ok({ steps: passed }))
    expect(run.store.getState()).toMatchObject({ busy: null, steps: passed, failure: null })
  })

  it('says nothing about answers that were changed while it ran', async () => {
    const run = createFormRun()
    const old = slow()
    const checking = run.check(true, old.ask)
    run.touched()
    expect(run.store.getState().busy).toBeNull()
    old.answer(ok({ steps: passed }))
    await checking
    expect(run.store.getState().steps).toBeNull()
  })

  it('of the new answers counts, whichever ends first', async () => {
    const run = createFormRun()
    const old = slow()
    const first = run.check(true, old.ask)
    run.touched()
    const current = slow()
    const second = run.check(true, current.ask)
    old.answer(ok({ steps: passed }))
    await first
    expect(run.store.getState()).toMatchObject({ busy: 'checking', steps: null })
    current.answer(ok({ steps: failed }))
    await second
    expect(run.store.getState()).toMatchObject({ busy: null, steps: failed })
  })

  it('is not made of answers that cannot be right, but shows their problems', async () => {
    const run = createFormRun()
    await run.check(false, async () => ok({ steps: passed }))
    expect(run.store.getState()).toMatchObject({ attempted: true, steps: null })
  })
})

describe('saving a form', () => {
  it('waits for no check that is forgotten', async () => {
    const run = createFormRun()
    void run.check(true, slow().ask)
    run.touched()
    expect(await run.save(true, async () => ok(undefined))).toEqual(ok(undefined))
  })

  it('is not tried twice at a time, and tells what went wrong', async () => {
    const run = createFormRun()
    const refusal = fail('not-ready', 'Ringback’s engine stopped.', 'Try again.')
    const [first, second] = await Promise.all([
      run.save(true, async () => refusal),
      run.save(true, async () => ok(undefined)),
    ])
    expect([first, second]).toEqual([refusal, null])
    expect(run.store.getState()).toMatchObject({ busy: null, failure: refusal.ok ? null : refusal.failure })
  })
})
