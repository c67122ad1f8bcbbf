/** The live test of set-up: can Ringback reach the phone system, sign in, see its calls and ring a phone? */
import type { Clock } from '../clock.ts'
import type { NoFacts, Said } from '../said.ts'
import { AmiClient } from './client.ts'
import { writeClasses } from './permissions.ts'
import type { AmiAddress, ConnectionProblemCode, ProblemFacts } from './problems.ts'
import { AmiFailure } from './problems.ts'

/** What a step can have found, each with its facts. A failure is a `ConnectionProblem` as a rule. */
export interface PhoneCheckFacts extends Record<ConnectionProblemCode, ProblemFacts> {
  found: { host: string; ms: number }
  'signed-in': { username: string }
  'may-list': NoFacts
  'may-not-list': NoFacts
  'may-ring': NoFacts
  'may-not-ring': NoFacts
  'ringing-not-told': { detail: string }
  'spares-events': NoFacts
  'sends-all': NoFacts
  encrypted: NoFacts
  'encryption-offered': { port: number }
  'encryption-not-offered': NoFacts
  'broke-off': { detail: string }
}

/** One line of the test. `skipped` is what could not be looked at, or what only an extra would need. */
export interface PhoneSystemCheckStep {
  about: 'found' | 'sign-in' | 'calls' | 'ring' | 'system' | 'encryption'
  state: 'ok' | 'failed' | 'skipped'
  /** Null where an earlier step's failure says it all. */
  said: Said<PhoneCheckFacts> | null
  /** The settings that can be the cause of a failure. */
  fields: (keyof AmiAddress)[]
}

/** Of a step, ms: somebody looks on. The line itself waits longer. */
const patience = 6000

type About = PhoneSystemCheckStep['about']

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

/**
 * Asks the phone system and changes nothing there; rings no phone. Never rejects. `signsIn` false: only whether it
 * answers, which needs no user.
 */
export async function checkPhoneSystem({
  clock,
  signsIn = true,
  ...address
}: AmiAddress & { clock: Clock; signsIn?: boolean }): Promise<PhoneSystemCheck> {
  const client = new AmiClient(address, { clock, onEvent: () => {} })
  const steps: PhoneSystemCheckStep[] = []
  let offered: Promise<ReturnType<typeof writeClasses>> | null = null
  const may = () => (offered ??= client.action({ Action: 'ListCommands' }).then(writeClasses))
  const parts: [about: About, look: () => Promise<PhoneSystemCheckStep>][] = [
    ['found', () => found(client, address, clock)],
    ['sign-in', () => signIn(client, address)],
    ['calls', async () => seesCalls(client, (await may()).reporting)],
    ['ring', async () => ringsPhones(client, (await may()).originate)],
    ['system', async () => sparesEvents((await may()).system)],
  ]
  try {
    for (const [about, look] of signsIn ? parts : parts.slice(0, 1)) {
      const failed = steps.some((step) => step.state === 'failed')
      steps.push(failed ? skipped(about, null) : await inTime(client, clock, look).catch(asFailure(about)))
    }
  } finally {
    client.close()
  }
  return { steps, fingerprint: steps[0]?.state === 'ok' ? client.fingerprint : null }
}

/** A step that is not answered in good time has failed. */
async function inTime<T>(client: AmiClient, clock: Clock, look: () => Promise<T>): Promise<T> {
  const giveUp = clock.after(patience, () => client.drop('no-answer'))
  try {
    return await look()
  } finally {
    giveUp()
  }
}

async function found(client: AmiClient, { host }: AmiAddress, clock: Clock): Promise<PhoneSystemCheckStep> {
  const start = clock.now()
  await client.open()
  return ok('found', { code: 'found', facts: { host, ms: Math.max(1, Math.round(clock.now() - start)) } })
}

async function signIn(client: AmiClient, { username }: AmiAddress): Promise<PhoneSystemCheckStep> {
  await client.login()
  return ok('sign-in', { code: 'signed-in', facts: { username } })
}

/** Whether `read` has `call` no phone system tells before the first call; the list of calls needs `write = reporting`. */
async function seesCalls(client: AmiClient, offered: boolean | null): Promise<PhoneSystemCheckStep> {
  // Old phone systems do not tell what they offer: then it is tried.
  const permitted = offered ?? (await client.action({ Action: 'CoreShowChannels' })).ok
  return permitted
    ? ok('calls', { code: 'may-list', facts: {} })
    : skipped('calls', { code: 'may-not-list', facts: {} })
}

/** An Originate without a channel rings nothing: those who may use it are told that the channel is missing. */
async function ringsPhones(client: AmiClient, offered: boolean | null): Promise<PhoneSystemCheckStep> {
  const answer = offered === null ? await client.action({ Action: 'Originate' }) : null
  const message = answer?.message ?? ''
  if (offered === true || /channel/i.test(message)) return ok('ring', { code: 'may-ring', facts: {} })
  if (offered === false || /permission denied/i.test(message)) {
    return skipped('ring', { code: 'may-not-ring', facts: {} })
  }
  return skipped('ring', { code: 'ringing-not-told', facts: { detail: message } })
}

function sparesEvents(offered: boolean | null): PhoneSystemCheckStep {
  return offered === true
    ? ok('system', { code: 'spares-events', facts: {} })
    : skipped('system', { code: 'sends-all', facts: {} })
}

function asFailure(about: About): (error: unknown) => PhoneSystemCheckStep {
  return (error) => {
    if (!(error instanceof AmiFailure)) {
      return { about, state: 'failed', said: { code: 'broke-off', facts: { detail: String(error) } }, fields: [] }
    }
    const { code, facts } = error.problem
    return { about, state: 'failed', said: { code, facts }, fields: suspects[code] ?? [] }
  }
}

function ok(about: About, said: Said<PhoneCheckFacts>): PhoneSystemCheckStep {
  return { about, state: 'ok', said, fields: [] }
}

function skipped(about: About, said: Said<PhoneCheckFacts> | null): PhoneSystemCheckStep {
  return { about, state: 'skipped', said, fields: [] }
}
