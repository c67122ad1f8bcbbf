/** What main writes, on a disk that is full: a real one, of some megabytes. */
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { silentLogger } from '../../telephony/logger.ts'
import { fail, ok } from '../contract/result.ts'
import { mountSmallDisk, noSmallDisk } from '../../telephony/small-disk.ts'
import type { SmallDisk } from '../../telephony/small-disk.ts'
import { exportHandlers } from './exports.ts'
import { GrowingFiles } from './growing-file.ts'
import { PreferencesFile } from './preferences.ts'
import { settingsFileHandlers } from './settings-file.ts'

const probe = mountSmallDisk(1)
probe?.unmount()

describe.skipIf(probe === null)(`a full disk${probe ? '' : ` (${noSmallDisk})`}`, () => {
  let disk: SmallDisk
  beforeEach(() => {
    const mounted = mountSmallDisk(2)
    if (!mounted) throw new Error(noSmallDisk)
    disk = mounted
  })
  afterEach(() => disk.unmount())

  const at = (name: string) => path.join(disk.folder, name)
  /** What stands there but the ballast. */
  const left = () => readdirSync(disk.folder).filter((name) => !['ballast', 'unfinished.json'].includes(name))
  const full = { ok: false, failure: { message: 'The disk is full.' } }

  test('leaves nothing of an export that looks whole, says so, and takes it once there is room', async () => {
    const files = new GrowingFiles(at('unfinished.json'), silentLogger)
    const rows = 'x'.repeat(300_000)
    const options = {
      chooseFile: async ({ name, kind }: { name: string; kind: string }) => at(`${name}.${kind}`),
      chooseFolder: async () => disk.folder,
      pickFile: async () => null,
      ask: async (command: string) => {
        if (command === 'settings:text') return ok({ text: rows })
        if (command === 'privacy:rows') return ok({ rows: 1, json: `"${rows}"`, csv: rows, next: null })
        return fail('internal', 'Not asked')
      },
      files,
      progress: () => undefined,
      pdf: async () => new Uint8Array(),
      print: () => undefined,
      today: () => '2026-11-26',
    }
    const { 'export:settings': exportSettings } = settingsFileHandlers(options)
    const { 'export:everything': exportEverything } = exportHandlers(options)
    // It gets full in the middle: nineteen tables do not fit.
    expect(await exportEverything(undefined)).toMatchObject(full)
    expect(left()).toEqual([])
    disk.fill()
    expect(await exportSettings(undefined)).toMatchObject(full)
    expect(left()).toEqual([])
    disk.free()
    expect(await exportSettings(undefined)).toMatchObject({ ok: true })
    expect(left()).toHaveLength(1)
    // One that is there already stays as it is where another cannot take its place.
    disk.fill()
    expect(await exportSettings(undefined)).toMatchObject(full)
    expect(left()).toHaveLength(1)
  })

  test('leaves what was chosen on this PC as it was', () => {
    const file = at('preferences.json')
    new PreferencesFile(file, silentLogger).keep({ language: 'es', theme: 'dark' })
    disk.fill()
    new PreferencesFile(file, silentLogger).keep({ language: 'en', theme: 'light' })
    expect(new PreferencesFile(file, silentLogger).now()).toEqual({ language: 'es', theme: 'dark' })
    expect(left()).toEqual(['preferences.json'])
  })
})
