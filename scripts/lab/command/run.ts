/** `npm run lab`: a real phone system and an SMS provider in this terminal, until Ctrl-C. */
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { cacheFolder } from '../../prepare/cache.ts'
import { step } from '../../prepare/steps.ts'
import { mobileNumber, numbersOf } from '../pbx/office.ts'
import type { OfficeKind } from '../pbx/office.ts'
import { startLab } from '../start-lab.ts'
import type { Lab } from '../start-lab.ts'
import { labAccount } from '../twilio/main.ts'
import { startTwilioStandIn } from '../twilio/stand-in.ts'
import type { StandIn } from '../twilio/stand-in.ts'
import { serveControl } from './control.ts'
import { reportLine } from './report-line.ts'
import { forgetRunningLab, writeRunningLab } from './state-file.ts'

/** Runs until `stopped` resolves. Rejects with the reason where there can be no lab. */
export async function runLab(args: string[], stopped: Promise<void>): Promise<void> {
  const { values } = parseArgs({
    args,
    options: { ring: { type: 'string', default: '20' }, office: { type: 'string', default: 'plain' } },
  })
  const ringSeconds = Number(values.ring)
  if (!Number.isInteger(ringSeconds) || ringSeconds < 1) throw new Error(`--ring wants seconds, not ${values.ring}.`)

  const { office } = values
  if (office !== 'plain' && office !== 'freepbx-like') throw new Error(`There is no office ${office}.`)

  const lab = await step('Starting the phone system', ({ say }) => startLab({ ringSeconds, office, log: say }))
  lab.outside(mobileNumber).will({ answerAfter: 3, hangUpAfter: 5 })
  const { accountSid, authToken, apiKey, number } = labAccount
  const texts = await startTwilioStandIn({ accountSid, authToken, apiKey, numbers: [number] })
  const control = await serveControl(async (call) => {
    const report = await lab.call(call)
    say(reportLine(call, report))
    return report
  })
  writeRunningLab({ pid: process.pid, control, recorder: lab.amiAs('recorder') })
  say(introduction(lab, office, texts, writeEngineConfig(lab, texts)))

  await stopped
  say('Stopping …')
  forgetRunningLab()
  await control.stop()
  await Promise.all([lab.stop(), texts.stop()])
}

function introduction({ ami, trunk }: Lab, office: OfficeKind, { url }: StandIn, engineConfig: string): string {
  const numbers = Object.entries(numbersOf(office)).map(([number, what]) => `  ${number}  ${what}`)
  return `
Phone system  host ${ami.host}  port ${ami.port}  user ${ami.username}  password ${ami.password}  trunk ${trunk}
Texts         ${url}  account ${labAccount.accountSid}  token ${labAccount.authToken}  number ${labAccount.number}
Engine        npm run engine -- --config ${engineConfig} --data DIR

${numbers.join('\n')}

In another terminal:
  npm run lab -- call --to 15305550110 --from 2125550123 --name "Pat Lee" --answer 102 --after 3 --talk 5
  npm run lab -- help

Ctrl-C stops.
`
}

/** A config with which `npm run engine` connects to this lab. */
function writeEngineConfig({ ami, trunk }: Lab, { url }: StandIn): string {
  const { accountSid, authToken, number } = labAccount
  const file = path.join(cacheFolder('lab'), 'engine.json')
  const config = {
    business: { name: 'Lab Office', country: 'US' },
    pbx: { ...ami, trunks: [trunk] },
    gateway: { kind: 'twilio', accountSid, authToken, from: number, baseUrl: url },
  }
  writeFileSync(file, `${JSON.stringify(config, null, 2)}\n`, { mode: 0o600 })
  return file
}

function say(text: string): void {
  process.stdout.write(`${text}\n`)
}
