import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { debianMirror } from './debian-mirror.ts'

let etc: string

beforeEach(() => {
  etc = mkdtempSync(path.join(tmpdir(), 'ringback-etc-'))
  mkdirSync(path.join(etc, 'apt/sources.list.d'), { recursive: true })
  write('os-release', 'NAME="Debian"\nID=debian\nVERSION_CODENAME=bookworm\n')
})

afterEach(() => rmSync(etc, { recursive: true }))

function write(name: string, text: string): void {
  writeFileSync(path.join(etc, name), text)
}

it('finds the archive in the newer format, past comments and other archives', () => {
  write('apt/sources.list.d/other.list', 'deb http://packages.example/apt other main\n')
  write(
    'apt/sources.list.d/debian.sources',
    `Types: deb
# http://old.example/debian
URIs: http://mirror.example/debian-security
Suites: bookworm-security

Types: deb
URIs: http://mirror.example/debian/
Suites: bookworm bookworm-updates
Components: main
`,
  )
  expect(debianMirror(etc)).toBe('http://mirror.example/debian')
})

it('finds the archive in the older format', () => {
  write(
    'apt/sources.list',
    `# deb http://old.example/debian bookworm main
deb-src http://source.example/debian bookworm main
deb [arch=amd64 trusted=yes] https://mirror.example/debian bookworm main contrib
`,
  )
  expect(debianMirror(etc)).toBe('https://mirror.example/debian')
})

it('leaves it to debootstrap where apt is not set up for a Debian archive', () => {
  expect(debianMirror(etc)).toBeNull()
  write('apt/sources.list', 'deb cdrom:[Debian]/ bookworm main\n')
  expect(debianMirror(etc)).toBeNull()
})

it('does not take the archive of a Debian-like system', () => {
  write('os-release', 'ID=ubuntu\nID_LIKE=debian\nVERSION_CODENAME=noble\n')
  write('apt/sources.list', 'deb http://mirror.example/ubuntu noble main\n')
  expect(debianMirror(etc)).toBeNull()
})
