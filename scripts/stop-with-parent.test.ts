import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'ringback-engine-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

// Windows knows no SIGTERM.
test.skipIf(process.platform === 'win32')(
  'an engine that npm started stops cleanly when npm is told to stop',
  { timeout: 30_000 },
  async () => {
    const config = path.join(folder, 'ringback.json')
    // Nobody listens there: only the stop is of interest.
    const pbx = { host: '127.0.0.1', port: 9, username: 'desk', password: 'none' }
    const gateway = { kind: 'twilio', accountSid: `AC${'1'.repeat(32)}`, authToken: 't', from: '+15305550199' }
    const nobody = { ...gateway, baseUrl: 'http://127.0.0.1:9' }
    writeFileSync(config, JSON.stringify({ business: { name: 'Cedar Dental', country: 'US' }, pbx, gateway: nobody }))
    const args = ['run', '--silent', 'engine', '--', '--config', config, '--data', folder]
    const npm = spawn('npm', args, { cwd: path.resolve(import.meta.dirname, '..') })
    let said = ''
    const started = new Promise<void>((resolve) => {
      npm.stdout.on('data', (text: Buffer) => {
        said += text.toString()
        if (said.includes('engine.started')) resolve()
      })
    })
    // The engine has the same output: it is closed when both have ended.
    const ended = new Promise((resolve) => npm.once('close', resolve))
    await started
    npm.kill('SIGTERM')
    await ended
    const last = said.trim().split('\n').at(-1) ?? ''
    expect(JSON.parse(last)).toMatchObject({ event: 'engine.stopped' })
  },
)
