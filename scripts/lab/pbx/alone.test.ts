import { spawn } from 'node:child_process'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, it } from 'vitest'
import { alone } from './alone.ts'

/** A process of its own that takes the lock and keeps it. */
const holder = (name: string) => `
import { alone } from ${JSON.stringify(pathToFileURL(path.join(import.meta.dirname, 'alone.ts')).href)}
await alone(${JSON.stringify(name)}, async () => {
  process.stdout.write('held')
  await new Promise((resolve) => setTimeout(resolve, 60_000))
})
`

describe.skipIf(process.platform !== 'linux')('one at a time', () => {
  it('the second waits until the first is done, and failing is being done', async () => {
    const name = `test-${process.pid}-${'order'.repeat(50)}`
    const seen: string[] = []
    const first = alone(name, async () => {
      seen.push('first begins')
      await new Promise((resolve) => setImmediate(resolve))
      seen.push('first ends')
      throw new Error('in vain')
    })
    const second = alone(
      name,
      () => Promise.resolve(seen.push('second')),
      () => seen.push('second waits'),
    )
    await expect(first).rejects.toThrow('in vain')
    await second
    expect(seen.filter((what) => what !== 'second waits')).toEqual(['first begins', 'first ends', 'second'])
    expect(seen).toContain('second waits')
  })

  it('a killed process leaves no lock behind', async () => {
    const name = `test-${process.pid}-killed`
    const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', holder(name)])
    await new Promise<void>((resolve, reject) => {
      child.stdout.once('data', () => resolve())
      child.once('exit', () => reject(new Error('it did not start')))
    })
    let waited = false
    const ours = alone(
      name,
      () => Promise.resolve('ours'),
      () => {
        waited = true
        child.kill('SIGKILL')
      },
    )
    expect(await ours).toBe('ours')
    expect(waited).toBe(true)
  })
})
