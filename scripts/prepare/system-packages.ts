/** Debian packages: what the database addon is built with, and what the real window and phone system need in tests. */
import { existsSync } from 'node:fs'
import { run } from './run.ts'
import { step } from './steps.ts'

/** What the window needs to open at all. */
const forWindow = ['libnss3', 'libgtk-3-0', 'libgbm1', 'libasound2', 'libatk-bridge2.0-0', 'libxss1', 'libxtst6']
/** A screen and a session bus where there are none, toasts, fonts that look like an office PC's, and the PBX's root. */
const forTests = [
  ...forWindow,
  'xvfb',
  'xauth',
  'dbus',
  'dbus-x11',
  'dunst',
  'fonts-inter',
  'fonts-noto-color-emoji',
  'debootstrap',
]

const forBuilding = ['g++', 'make', 'python3']

/** Debian 13 and Ubuntu 24.04 renamed some for 64-bit time. */
const renamed: Record<string, string> = {
  libasound2: 'libasound2t64',
  'libgtk-3-0': 'libgtk-3-0t64',
  'libatk-bridge2.0-0': 'libatk-bridge2.0-0t64',
}

/** For `npm test`. */
export function prepareSystemPackages(): Promise<void> {
  return prepare(forTests, 'Some tests need packages of the system.')
}

/** For pictures of every state of the window. */
export function prepareBrowser(): Promise<void> {
  return prepare(['chromium'], 'The states of the window are drawn in Chromium.')
}

/** For an addon that has to be built; a compiler that did not come as a package will do. */
export async function prepareBuildTools(): Promise<void> {
  const programs = await Promise.all(forBuilding.map((name) => run(name, ['--version'])))
  if (programs.some(({ code }) => code !== 0))
    await prepare(forBuilding, 'A compiler is needed to build the database addon.')
}

/**
 * Installs what is missing where this is Debian (or its kin) and we are root; otherwise says why and the one line to
 * run. Elsewhere there is nothing to do. Rejects when the installation fails.
 */
async function prepare(packages: string[], why: string): Promise<void> {
  if (process.platform !== 'linux' || !existsSync('/usr/bin/dpkg-query')) return
  const missing = await missingOf(packages)
  if (missing.length === 0) return
  if (process.getuid?.() !== 0) {
    process.stderr.write(`${why} To install what is missing, run:\n  sudo apt-get install -y ${missing.join(' ')}\n`)
    return
  }
  await step(`Installing ${missing.length} Debian packages`, async (progress) => {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    progress.say('reading the package lists')
    await run('apt-get', ['update', '-q'], { env })
    const install = ['install', '-y', '-q', '--no-install-recommends', ...(await available(missing))]
    const { code, output } = await run('apt-get', install, {
      env,
      seen: (text) => progress.say(text.trim().split('\n').at(-1) ?? ''),
    })
    if (code !== 0) throw new Error(`apt-get failed: ${output.slice(-2000)}`)
  })
}

async function missingOf(packages: string[]): Promise<string[]> {
  const { output } = await run('dpkg-query', ['-W', '-f', '${Package} ${Status}\n'])
  const installed = new Set(
    output
      .split('\n')
      .filter((line) => line.endsWith('install ok installed'))
      .map((line) => line.split(' ')[0]),
  )
  return packages.filter((name) => !installed.has(name) && !installed.has(renamed[name]))
}

async function available(packages: string[]): Promise<string[]> {
  const known = await Promise.all(packages.map(async (name) => (await run('apt-cache', ['show', name])).code === 0))
  return packages.map((name, index) => (known[index] ? name : (renamed[name] ?? name)))
}
