/** `npm run lab`: the PBX lab, and calls on it. */
import { callOn } from './lab/command/control.ts'
import { parseCall } from './lab/command/call-options.ts'
import { record } from './lab/command/record.ts'
import { reportLine } from './lab/command/report-line.ts'
import { runLab } from './lab/command/run.ts'
import { readRunningLab } from './lab/command/state-file.ts'
import { officeNumbers } from './lab/pbx/office.ts'
import { recordScenarios } from './lab/scenarios/record-scenarios.ts'
import { stopWithParent } from './stop-with-parent.ts'

const help = `npm run lab                 starts a real Asterisk, desk phones and an SMS provider; Ctrl-C stops
  --ring SECONDS            how long phones ring before the phone system gives up (default 20)
  --office freepbx-like     the dialplan of another office

npm run lab -- call         somebody calls the office of the running lab; resolves when the call is over
  --to NUMBER               see below (default 15305550101)
  --from NUMBER --name NAME the caller (default 2125550123)
  --withheld | --passed-on  the number is not sent, or sent and marked as withheld
  --give-up SECONDS         the caller hangs up so long after dialling
  --answer PHONE            this phone answers, --after SECONDS (default 2), and hangs up
                            after --talk SECONDS (default 5); other phones ring
  --busy PHONE, --decline PHONE   may be repeated
  --press KEYS              for menus, once the phone system has taken the call

npm run lab -- record FILE.ami    keeps what the phone system says until Ctrl-C

npm run lab -- scenarios FOLDER [NAME...]
                            makes the tracker's test recordings anew (telephony/calls/recordings), with labs of its own

${Object.entries(officeNumbers)
  .map(([number, what]) => `${number}  ${what}`)
  .join('\n')}
`

async function main([command = 'run', ...args]: string[]): Promise<void> {
  switch (command) {
    case 'call': {
      const call = parseCall(args)
      process.stdout.write(`${reportLine(call, await callOn(readRunningLab(), call))}\n`)
      return
    }
    case 'record': {
      const [file] = args
      if (file === undefined) throw new Error('Say where to: npm run lab -- record FILE.ami')
      await record(file, readRunningLab().recorder, interrupted())
      return
    }
    case 'scenarios': {
      const [folder, ...names] = args
      if (folder === undefined) throw new Error('Say where to: npm run lab -- scenarios FOLDER')
      await recordScenarios(folder, names, (line) => void process.stdout.write(`${line}\n`))
      return
    }
    case 'run':
      await runLab(args, interrupted())
      return
    case 'help':
    case '--help':
      process.stdout.write(help)
      return
    default:
      if (!command.startsWith('--')) throw new Error(`${command} is not known. See: npm run lab -- help`)
      await runLab([command, ...args], interrupted())
  }
}

/** Ctrl-C arrives twice under npm (from the terminal and passed on): the second must not cut the stopping short. */
function interrupted(): Promise<void> {
  return new Promise((resolve) => {
    process.on('SIGINT', () => resolve())
    process.on('SIGTERM', () => resolve())
  })
}

stopWithParent()
try {
  await main(process.argv.slice(2))
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}
