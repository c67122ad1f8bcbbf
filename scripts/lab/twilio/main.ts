/** The stand-in as a command of its own: `node --import tsx scripts/lab/twilio.ts --port 4010`. */
import { parseArgs } from 'node:util'
import { startTwilioStandIn } from './stand-in.ts'

/** Credentials and number of the lab's account: no secrets, they open nothing. */
export const labAccount = {
  accountSid: `AC${'0'.repeat(30)}01`,
  authToken: 'lab-token',
  apiKey: { sid: `SK${'0'.repeat(30)}01`, secret: 'lab-secret' },
  number: '+15305550100',
}

const help = `The Twilio stand-in: an SMS provider within this PC.

  --port N         where to listen on 127.0.0.1 (default: any free port)
  --account SID    default ${labAccount.accountSid}
  --token TOKEN    default ${labAccount.authToken}
  --number NUMBER  the office's number, E.164; may be repeated (default ${labAccount.number})

Text the office:   curl -X POST URL/lab/receive -d '{"from":"+15305550131","body":"Hello"}'
What was sent:     curl URL/lab/ledger
Break a request:   curl -X POST URL/lab/fault -d '{"kind":"drop-after"}'
`

/** Runs until SIGINT or SIGTERM. Prints one JSON line `{url, accountSid, authToken, number}` when it listens. */
export async function main(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      port: { type: 'string', default: '0' },
      account: { type: 'string', default: labAccount.accountSid },
      token: { type: 'string', default: labAccount.authToken },
      number: { type: 'string', multiple: true, default: [labAccount.number] },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) {
    process.stdout.write(help)
    return
  }
  const port = Number(values.port)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(`${values.port} is no port.`)
  const standIn = await startTwilioStandIn({
    port,
    accountSid: values.account,
    authToken: values.token,
    numbers: values.number,
    apiKey: labAccount.apiKey,
  })
  const { url } = standIn
  const facts = { url, accountSid: values.account, authToken: values.token, number: values.number[0] }
  process.stdout.write(`${JSON.stringify(facts)}\n`)
  await new Promise<void>((resolve) => {
    process.once('SIGINT', resolve)
    process.once('SIGTERM', resolve)
  })
  await standIn.stop()
}
