/** What must hold of everything that is shipped, as the configuration has it; `scripts/check-package.ts` looks at the result. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'

const repo = path.join(import.meta.dirname, '..')
const read = (file: string) => readFileSync(path.join(repo, file), 'utf8')
const builder = read('electron-builder.yml')

describe('a release', () => {
  it.each([
    ['is no plain Node', 'runAsNode: false'],
    ['encrypts its cookies', 'enableCookieEncryption: true'],
    ['takes no options of Node from the environment', 'enableNodeOptionsEnvironmentVariable: false'],
    ['opens no debugger', 'enableNodeCliInspectArguments: false'],
    ['checks that its archive is whole', 'enableEmbeddedAsarIntegrityValidation: true'],
    ['loads its code from the archive only', 'onlyLoadAppFromAsar: true'],
    ['gives files no rights of their own', 'grantFileProtocolExtraPrivileges: false'],
    ['is one archive', 'asar: true'],
  ])('%s', (_, line) => {
    expect(builder).toMatch(new RegExp(`^ *${line}$`, 'm'))
  })

  it('carries what was built and nothing of what it was built from', () => {
    const files = /\nfiles:\n((?:\s+[-#].*\n)+)/.exec(builder)?.[1] ?? ''
    const taken = [...files.matchAll(/^ {2}- ([^'!\n]+)$/gm)].map(([, file]) => file)
    expect(taken).toEqual(['out/**', 'build/icon.png', 'package.json'])
    expect(files).toContain("'!**/*.{map,ts,md}'")
  })
})

describe('every package', () => {
  const manifest = JSON.parse(read('package.json')) as Record<
    'dependencies' | 'devDependencies',
    Record<string, string>
  >
  const lock = JSON.parse(read('package-lock.json')) as { packages: Record<string, { integrity?: string }> }

  it('is asked for in one exact version', () => {
    const asked = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies })
    expect(asked.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([])
  })

  it('is known by its content, so that no other can come in its place', () => {
    const packages = Object.entries(lock.packages).filter(([name]) => name !== '')
    expect(packages.length).toBeGreaterThan(100)
    expect(packages.filter(([, { integrity }]) => !integrity?.startsWith('sha512-'))).toEqual([])
  })
})
