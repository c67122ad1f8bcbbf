import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { PcControls } from './pc-controls.ts'
import { listeningLogger } from './testing.ts'
import { usualToasts } from './toast-choices.ts'

let folder: string
let started: boolean
let refuses: boolean
let schemes: Set<string>

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'ringback-pc-'))
  started = false
  refuses = false
  schemes = new Set()
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const file = () => path.join(folder, 'notifications.json')
const controls = (at = file()) =>
  new PcControls({
    file: at,
    logger: listeningLogger().logger,
    autoStart: {
      isOn: () => started,
      set(on) {
        if (refuses) throw new Error('EACCES')
        started = on
      },
    },
    links: {
      isDefaultProtocolClient: (scheme) => schemes.has(scheme),
      setAsDefaultProtocolClient: (scheme) => !refuses && schemes.add(scheme).has(scheme),
      removeAsDefaultProtocolClient: (scheme) => schemes.delete(scheme) || !refuses,
    },
  })

describe('what Ringback does on this PC', () => {
  it('is quiet about start and links until somebody chooses them, and shows all notifications', () => {
    expect(controls().settings()).toEqual({ toasts: usualToasts, startAtLogin: false, links: false })
  })

  it('is kept for the next start', () => {
    const toasts = { kinds: { reply: true, missed: false, trouble: true }, sound: 'none' } as const
    expect(controls().save({ toasts, startAtLogin: true, links: true })).toMatchObject({ ok: true })
    expect([...schemes]).toEqual(['tel', 'sms'])
    expect(controls().settings()).toEqual({ toasts, startAtLogin: true, links: true })
    controls().save({ links: false })
    expect(controls().settings()).toEqual({ toasts, startAtLogin: true, links: false })
  })

  it('that the system refuses is said with what to do', () => {
    refuses = true
    expect(controls().save({ startAtLogin: true })).toMatchObject({ ok: false, failure: { code: 'not-ready' } })
    expect(controls().save({ links: true })).toMatchObject({ ok: false, failure: { code: 'not-ready' } })
    const gone = path.join(folder, 'not', 'there.json')
    expect(controls(gone).save({ toasts: usualToasts })).toMatchObject({ ok: false })
  })

  it('of a broken file is as at first', () => {
    writeFileSync(file(), '{"kinds": {"reply": false}, "sound": "loud"}')
    expect(controls().toasts()).toEqual(usualToasts)
    writeFileSync(file(), 'none')
    expect(controls().toasts()).toEqual(usualToasts)
  })
})
