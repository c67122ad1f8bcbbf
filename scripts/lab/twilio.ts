/** Runs the Twilio stand-in by itself; `--help` says how. */
import { main } from './twilio/main.ts'

try {
  await main(process.argv.slice(2))
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}
