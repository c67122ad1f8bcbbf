import { mkdirSync, mkdtempSync, copyFileSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { run } from './prepare/run.ts'

const root = path.resolve(import.meta.dirname, '..')

/** Each import that must not be, by the file that would have it. */
const forbidden: [file: string, imported: string][] = [
  ['telephony/calls/a.ts', '../../electron/engine/engine.ts'],
  ['telephony/calls/a.ts', '../../electron/contract/result.ts'],
  ['telephony/calls/a.ts', 'kysely'],
  ['telephony/calls/a.ts', 'asterisk-manager'],
  ['telephony/ami/a.ts', 'twilio'],
  ['electron/contract/a.ts', '../engine/engine.ts'],
  ['electron/contract/a.ts', 'node:fs'],
  ['electron/engine/inbox/a.ts', '../../main/window.ts'],
  ['electron/engine/inbox/a.ts', 'electron'],
  ['electron/engine/inbox/a.ts', 'better-sqlite3'],
  ['electron/engine/store/a.ts', 'react'],
  ['electron/main/a.ts', '../engine/engine.ts'],
  ['electron/main/a.ts', '../../renderer/app.tsx'],
  ['electron/preload/a.ts', '../main/window.ts'],
  ['electron/preload/a.ts', 'node:fs'],
  ['renderer/store/a.ts', '../../electron/engine/engine.ts'],
  ['renderer/store/a.ts', '../../telephony/clock.ts'],
  ['renderer/store/a.ts', 'zod'],
  ['renderer/store/a.ts', 'node:fs'],
]

/** Lints files that hold one import each; says which files were refused for it. */
async function refused(imports: [file: string, imported: string][]): Promise<string[]> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'ringback-arrows-'))
  copyFileSync(path.join(root, '.oxlintrc.json'), path.join(folder, '.oxlintrc.json'))
  const files = imports.map(([file, imported], index) => {
    const numbered = file.replace('a.ts', `a${index}.ts`)
    mkdirSync(path.join(folder, path.dirname(numbered)), { recursive: true })
    writeFileSync(path.join(folder, numbered), `import * as it from '${imported}'\nexport const used = it\n`)
    return numbered
  })
  const { output } = await run(path.join(root, 'node_modules/.bin/oxlint'), ['--format=unix'], { cwd: folder })
  const lines = output.split('\n').filter((line) => line.includes('no-restricted-imports'))
  return files.filter((file) => lines.some((line) => line.includes(file)))
}

test('every arrow that points the wrong way is refused', async () => {
  expect(await refused(forbidden)).toHaveLength(forbidden.length)
})

test('the arrows that the house is built on are allowed', async () => {
  const allowed: [string, string][] = [
    ['telephony/calls/a.ts', '../clock.ts'],
    ['telephony/ami/a.ts', 'asterisk-manager'],
    ['electron/engine/inbox/a.ts', '../../../telephony/clock.ts'],
    ['electron/engine/inbox/a.ts', '../../contract/result.ts'],
    ['electron/engine/store/a.ts', 'better-sqlite3'],
    ['electron/main/a.ts', '../contract/result.ts'],
    ['electron/preload/a.ts', '../contract/result.ts'],
    ['renderer/store/a.ts', '../../electron/contract/result.ts'],
  ]
  expect(await refused(allowed)).toEqual([])
})
