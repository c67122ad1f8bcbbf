import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { autostartFile, loginItem } from './auto-start.ts'

let home: string
beforeEach(() => (home = mkdtempSync(path.join(tmpdir(), 'ringback-autostart-'))))
afterEach(() => rmSync(home, { recursive: true, force: true }))

describe('the start at login on Linux', () => {
  const folder = () => path.join(home, 'autostart')
  const file = () => path.join(folder(), 'ringback.desktop')

  it('is off until it is turned on, starts hidden, and goes without a trace', () => {
    const autoStart = autostartFile(folder(), ['/opt/Ringback/ringback'], '/opt/Ringback/icon.png')
    expect(autoStart.isOn()).toBe(false)
    autoStart.set(true)
    expect(autoStart.isOn()).toBe(true)
    expect(readFileSync(file(), 'utf8')).toContain('\nExec="/opt/Ringback/ringback" "--hidden"\n')
    autoStart.set(false)
    autoStart.set(false)
    expect(autoStart.isOn()).toBe(false)
  })

  it('finds its program at a place with signs that mean something to a desktop', () => {
    autostartFile(folder(), ['/home/kim/100% "my" $apps/ringback'], '').set(true)
    expect(readFileSync(file(), 'utf8')).toContain(
      String.raw`Exec="/home/kim/100%% \\"my\\" \\$apps/ringback" "--hidden"`,
    )
  })

  it('is off where the desktop’s own settings turned it off', () => {
    const autoStart = autostartFile(folder(), ['ringback'], '')
    autoStart.set(true)
    const entry = readFileSync(file(), 'utf8')
    writeFileSync(file(), entry.replace('X-GNOME-Autostart-enabled=true', 'X-GNOME-Autostart-enabled=false'))
    expect(autoStart.isOn()).toBe(false)
    writeFileSync(file(), `${entry}Hidden=true\n`)
    expect(autoStart.isOn()).toBe(false)
  })
})

it('the start at login of Windows and macOS is asked and set with the switch that hides the window', () => {
  let set: { openAtLogin: boolean; args: string[] } | null = null
  const autoStart = loginItem({
    getLoginItemSettings: ({ args }) => ({ openAtLogin: set?.openAtLogin === true && args.join() === set.args.join() }),
    setLoginItemSettings: (settings) => (set = settings),
  })
  expect(autoStart.isOn()).toBe(false)
  autoStart.set(true)
  expect(set).toEqual({ openAtLogin: true, args: ['--hidden'] })
  expect(autoStart.isOn()).toBe(true)
})
