/** The live test of set-up: can Ringback reach the phone system, sign in, see its calls and ring a phone? */
import type { Clock } from '../clock.ts'
import { AmiClient } from './client.ts'
import { writeClasses } from './permissions.ts'
import type { AmiAddress, ConnectionProblemCode } from './problems.ts'
import { AmiFailure } from './problems.ts'

/** One line of the test. `skipped` is what could not be looked at, or what only an extra would need. */
export interface PhoneSystemCheckStep {
  name: string
  state: 'ok' | 'failed' | 'skipped'
  /** Empty where an earlier step's failure says it all. */
  message: string
  remedy: string | null
  /** The settings that can be the cause of a failure. */
  fields: (keyof AmiAddress)[]
}

const names = {
  found: 'Phone system found',
  signIn: 'Sign in',
  calls: 'See calls',
  ring: 'Ring your phone',
  system: 'Less traffic',
}

/** Which settings to look at again, where the problem lies in one of them. */
const suspects: Partial<Record<ConnectionProblemCode, PhoneSystemCheckStep['fields']>> = {
  'bad-address': ['host'],
  'unknown-host': ['host'],
  unreachable: ['host'],
  'no-answer': ['host'],
  'not-ami': ['host'],
  refused: ['port'],
  'no-encryption': ['port'],
  'wrong-password': ['username', 'password'],
  'sign-in-changed': ['username', 'password'],
  'in-use': ['username'],
  'not-permitted': ['username'],
}

export interface PhoneSystemCheck {
  steps: PhoneSystemCheckStep[]
  /** Of the certificate that was shown and is not refused, `AB:CD:…` (SHA-256); null where there was none. */
  fingerprint: string | null
}

/** Asks the phone system and changes nothing there; rings no phone. Never rejects. */
export async function checkPhoneSystem({
  clock,
  ...address
}: AmiAddress & { clock: Clock }): Promise<PhoneSystemCheck> {
  const client = new AmiClient(address, { clock, onEvent: () => {} })
  const steps: PhoneSystemCheckStep[] = []
  let offered: Promise<ReturnType<typeof writeClasses>> | null = null
  const may = () => (offered ??= client.action({ Action: 'ListCommands' }).then(writeClasses))
  const parts: [name: string, look: () => Promise<PhoneSystemCheckStep>][] = [
    [names.found, () => found(client, address, clock)],
    [names.signIn, () => signIn(client, address)],
    [names.calls, async () => seesCalls(client, (await may()).reporting)],
    [names.ring, async () => ringsPhones(client, (await may()).originate)],
    [names.system, async () => sparesEvents((await may()).system)],
  ]
  try {
    for (const [name, look] of parts) {
      const failed = steps.some((step) => step.state === 'failed')
      steps.push(failed ? skipped(name, '') : await look().catch(inWords(name)))
    }
  } finally {
    client.close()
  }
  return { steps, fingerprint: steps[0]?.state === 'ok' ? client.fingerprint : null }
}

async function found(client: AmiClient, { host }: AmiAddress, clock: Clock): Promise<PhoneSystemCheckStep> {
  const start = clock.now()
  await client.open()
  return ok(names.found, `Asterisk answers at ${host} after ${Math.max(1, Math.round(clock.now() - start))} ms.`)
}

async function signIn(client: AmiClient, { username }: AmiAddress): Promise<PhoneSystemCheckStep> {
  await client.login()
  return ok(names.signIn, `The phone system accepted the user “${username}”.`)
}

/** Whether `read` has `call` no phone system tells before the first call; the list of calls needs `write = reporting`. */
async function seesCalls(client: AmiClient, offered: boolean | null): Promise<PhoneSystemCheckStep> {
  // Old phone systems do not tell what they offer: then it is tried.
  const permitted = offered ?? (await client.action({ Action: 'CoreShowChannels' })).ok
  if (permitted) return ok(names.calls, `This user may list the calls that go on. ${readLine}`)
  return skipped(
    names.calls,
    `This user may not list the calls that go on: calls that begin while Ringback is not connected are missed. ${readLine}`,
    'Add reporting to the user’s write line in manager.conf, and run “manager reload”.',
  )
}

const readLine =
  'Its read line should say call,agent,dialplan: call alone tells answered from missed, agent adds who waited in a ' +
  'queue, dialplan adds voicemail and menus. The first calls show whether it does.'

/** An Originate without a channel rings nothing: those who may use it are told that the channel is missing. */
async function ringsPhones(client: AmiClient, offered: boolean | null): Promise<PhoneSystemCheckStep> {
  const answer = offered === null ? await client.action({ Action: 'Originate' }) : null
  if (offered === true || /channel/i.test(answer?.message ?? '')) {
    return ok(names.ring, 'This user may ring your phone to call somebody back.')
  }
  if (offered === false || /permission denied/i.test(answer?.message ?? '')) {
    return skipped(
      names.ring,
      'This user may not ring phones. Only “Call back” needs that.',
      'Add originate to the user’s write line in manager.conf, and run “manager reload”.',
    )
  }
  return skipped(names.ring, `The phone system does not tell whether this user may ring phones (${answer?.message}).`)
}

function sparesEvents(offered: boolean | null): PhoneSystemCheckStep {
  if (offered === true) return ok(names.system, 'The phone system sends only what Ringback needs.')
  return skipped(
    names.system,
    'This user may not choose what is sent, or list phones and trunks. That is only a matter of comfort: adding system ' +
      'to the user’s write line in manager.conf would allow it, and much else.',
  )
}

function inWords(name: string): (error: unknown) => PhoneSystemCheckStep {
  return (error) => {
    if (!(error instanceof AmiFailure)) {
      return { name, state: 'failed', message: String(error), remedy: null, fields: [] }
    }
    const { code, message, remedy } = error.problem
    return { name, state: 'failed', message, remedy, fields: suspects[code] ?? [] }
  }
}

function ok(name: string, message: string): PhoneSystemCheckStep {
  return { name, state: 'ok', message, remedy: null, fields: [] }
}

function skipped(name: string, message: string, remedy: string | null = null): PhoneSystemCheckStep {
  return { name, state: 'skipped', message, remedy, fields: [] }
}
