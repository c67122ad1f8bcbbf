import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { rotate } from './log-rotation.ts'

let folder: string
beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), 'ringback-logs-'))))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('a log that has grown', () => {
  const file = () => path.join(folder, 'ringback.log')

  it('makes room, and no more than the latest few old ones stay', () => {
    for (let run = 1; run <= 7; run += 1) {
      writeFileSync(file(), `log ${run}`)
      expect(rotate(file(), 3)).toBe(true)
    }
    const kept = readdirSync(folder).sort()
    expect(kept).toEqual(['ringback.1.log', 'ringback.2.log', 'ringback.3.log'])
    expect(kept.map((name) => readFileSync(path.join(folder, name), 'utf8'))).toEqual(['log 7', 'log 6', 'log 5'])
  })

  it('that is not there any more is no harm', () => {
    expect(rotate(file())).toBe(false)
    expect(readdirSync(folder)).toEqual([])
  })
})
