import { expect, it } from 'vitest'
import { coalesce } from './coalesce.ts'

function controlled() {
  const finish: (() => void)[] = []
  let loads = 0
  const load = (): Promise<void> => {
    loads += 1
    return new Promise((done) => finish.push(done))
  }
  return { load, finish, loads: () => loads }
}

it('many calls during one load lead to one more load, not to many', async () => {
  const { load, finish, loads } = controlled()
  const refresh = coalesce(load)
  const first = refresh()
  const rest = [refresh(), refresh(), refresh()]
  expect(loads()).toBe(1)
  finish[0]?.()
  await first
  await Promise.resolve()
  expect(loads()).toBe(2)
  finish[1]?.()
  await Promise.all(rest)
  expect(loads()).toBe(2)
})

it('a load that failed does not stop the next one', async () => {
  let attempts = 0
  const refresh = coalesce(async () => {
    attempts += 1
    if (attempts === 1) throw new Error('first one fails')
  })
  const first = refresh()
  const second = refresh()
  await expect(first).rejects.toThrow('first one fails')
  await second
  expect(attempts).toBe(2)
})
