/** The office of the benchmark: a profile with the large inbox, connected to a phone system and a gateway on loopback. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as rest } from 'node:timers/promises'
import { copyBigStore } from '../../scripts/bench/big-store/cached.ts'
import { labAccount } from '../../scripts/lab/twilio/main.ts'
import { startTwilioStandIn } from '../../scripts/lab/twilio/stand-in.ts'
import type { StandIn } from '../../scripts/lab/twilio/stand-in.ts'
import { ScriptedServer, secret } from '../../telephony/ami/scripted-server.ts'
import { RunningApp } from '../support/app.ts'

export interface BenchOffice {
  profile: string
  sms: StandIn
  close(): Promise<void>
}

/** Makes the profile from a copy of the inbox `store` and connects it as an office would have done long ago. */
export async function openOffice(store: string): Promise<BenchOffice> {
  const profile = await mkdtemp(path.join(tmpdir(), 'ringback-bench-'))
  await copyBigStore(profile, store)
  await hasBackupOfToday(profile)
  const { accountSid, authToken, number } = labAccount
  const sms = await startTwilioStandIn({ accountSid, authToken, numbers: [number] })
  const ami = await ScriptedServer.listen()
  const app = await RunningApp.launch({ profile })
  await until(async () => (await app.request('settings:get')).ok)
  await app.demand('texting:save', { accountSid, authToken, from: number, baseUrl: sms.url })
  await app.demand('phone-system:save', { host: '127.0.0.1', port: ami.port, username: 'bench', password: secret })
  await until(async () => (await app.demand('health:get')).phoneSystem.state === 'ok')
  await app.close()
  return {
    profile,
    sms,
    async close() {
      await ami.close()
      await sms.stop()
      await rm(profile, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

/** The daily copy is made minutes after the first start of a day; here it would fall into whatever is measured then. */
async function hasBackupOfToday(profile: string): Promise<void> {
  const folder = path.join(profile, 'backups')
  await mkdir(folder)
  const stamp = new Date().toISOString().slice(0, 16).replace(':', '-')
  await writeFile(path.join(folder, `inbox-${stamp}Z.sqlite`), '')
}

export async function until(happened: () => Promise<boolean>, patience = 60_000): Promise<void> {
  const end = Date.now() + patience
  while (!(await happened())) {
    if (Date.now() > end) throw new Error('Waited in vain')
    await rest(100)
  }
}
