import { expect, test } from 'vitest'
import { Breath } from './breath.ts'

test('much work lets others have their turn now and then, and keeps its order', async () => {
  const breath = new Breath()
  const done: number[] = []
  const work = Array.from({ length: 20 }, (_, piece) =>
    breath.run(async () => {
      await Promise.resolve()
      done.push(piece)
    }),
  )
  const turns: number[] = []
  for (let before = 0; before < 20; before = done.length) {
    await new Promise((resolve) => setImmediate(resolve))
    turns.push(done.length - before)
  }
  await Promise.all(work)
  // The last few may go together.
  expect(Math.max(...turns)).toBeLessThanOrEqual(4)
  expect(turns.length).toBeGreaterThan(8)
  expect(done).toEqual(done.toSorted((one, other) => one - other))
})

test('a little is done at once, though what was before it failed', async () => {
  const breath = new Breath()
  const failed = breath.run(() => Promise.reject(new Error('No')))
  await expect(failed).rejects.toThrow('No')
  let turned = false
  setImmediate(() => (turned = true))
  expect(await breath.run(async () => 'done')).toBe('done')
  expect(turned).toBe(false)
})
