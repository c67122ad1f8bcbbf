/** The PBX lab for tests and for the command: a real Asterisk with a trunk and desk phones that do as they are told. */
import { randomBytes } from 'node:crypto'
import { systemClock } from '../../telephony/clock.ts'
import { amiPort, amiTlsPort, sipPort } from './pbx/addresses.ts'
import { Asterisk } from './pbx/asterisk.ts'
import { claimNetwork } from './pbx/claim.ts'
import { configFiles } from './pbx/config/files.ts'
import { clearLeftovers, labFolderName } from './pbx/leftovers.ts'
import { deskPhones, insideContext, trunkEndpoint, unpluggedPhone } from './pbx/office.ts'
import type { AmiUser, DeskPhone, OfficeKind } from './pbx/office.ts'
import { preparePbxRoot } from './pbx/root.ts'
import type { Behaviour, CallReport, LegReport } from './sip/behaviour.ts'
import type { SipText, TextAnswer } from './sip/text.ts'
import { Phone } from './phone.ts'
import { Transport } from './sip/transport.ts'
import { Trunk } from './trunk.ts'
import type { OutsideCall } from './trunk.ts'

export interface LabOptions {
  /** How long phones ring before the PBX gives up, in seconds; default 6. Phones that ring in turn: half of it each. */
  ringSeconds?: number
  /** Default: plain. */
  office?: OfficeKind
  /** Whether events tell when they were sent; default: no, as most offices have it. */
  timestamps?: boolean
  /** Hears what is being prepared, line by line. */
  log?: (line: string) => void
}

/** What it takes to sign in to the lab's manager interface. */
export interface AmiAccess {
  host: string
  port: number
  username: string
  password: string
  tls?: boolean
}

export interface Lab {
  /** With the rights that the product asks for. */
  ami: AmiAccess
  /** The same user, encrypted. */
  amiEncrypted: AmiAccess
  /** With other rights: `hangsup`, `texts`, `callonly`, `recorder` (all), `full`, `nothing`. */
  amiAs(user: AmiUser): AmiAccess
  /** The trunk as Asterisk names it. */
  trunk: string
  /** The dialplan's context that desk phones call from. */
  insideContext: string
  /** Somebody outside calls the office; resolves when that call is over. */
  call(call: OutsideCall): Promise<CallReport>
  phone(extension: Exclude<DeskPhone, typeof unpluggedPhone>): Phone
  /** Tells what an outside number does when it is called (default: it rings). */
  outside(number: string): {
    will(behaviour: Behaviour): void
    /** The number that the office showed when it called last; null when it never did. */
    calledBy(): string | null
  }
  /** Texts over the trunk. */
  texts: {
    /** What the office sent, in the order it came. */
    sent(): readonly SipText[]
    /** Hears each text that the office sends. */
    onSent(listener: (text: SipText) => void): void
    /** Tells what is said to texts for this number outside (default: 202, accepted). */
    willSay(number: string, answer: TextAnswer): void
    /** Somebody outside texts the office; resolves with the PBX's answer. */
    write(text: { from: string; name?: string; to: string; body: string }): Promise<number>
  }
  /** Hears, from the phones themselves, how each call went that reached a phone or a number outside. */
  onLeg(witness: (report: LegReport) => void): void
  /** Everybody hangs up; resolves a moment later. */
  hangUpAll(): Promise<void>
  /** Runs a command of Asterisk's console, e.g. `core show channels`; returns what it prints. */
  console(command: string): Promise<string>
  /** Somebody gives this user another password; whoever is signed in stays so. */
  changePassword(user: AmiUser): Promise<void>
  /** The PBX goes away for `seconds`, all its calls with it, and comes back. */
  restart(seconds?: number): Promise<void>
  /** Ends all calls, then the PBX, and leaves nothing behind. Safe to call again. */
  stop(): Promise<void>
}

/** Rejects with the reason where no Asterisk can be prepared, and when it does not start. */
export async function startLab(options: LabOptions = {}): Promise<Lab> {
  const { ringSeconds = 6, office = 'plain', timestamps = false, log = () => {} } = options
  const prepared = await preparePbxRoot({ log })
  if (!prepared.ok) throw new Error(`There can be no PBX lab here: ${prepared.why}`)
  await clearLeftovers(prepared.root)

  const { addresses, trunk: trunkTransport } = await claimNetwork()
  const pbx = { host: addresses.pbx, port: sipPort }
  const trunk = new Trunk(trunkTransport, pbx)
  const phones = new Map<string, Phone>()
  const asterisk = new Asterisk(prepared.root, labFolderName(addresses.network))
  const passwords = {
    ringback: secret(),
    hangsup: secret(),
    texts: secret(),
    callonly: secret(),
    recorder: secret(),
    full: secret(),
    nothing: secret(),
    elsewhere: secret(),
  }
  const parties = () => [trunk.party, ...[...phones.values()].map(({ party }) => party)]

  const configure = () =>
    asterisk.configure(configFiles({ addresses, home: asterisk.home, ringSeconds, office, timestamps, passwords }))

  async function hangUpAll(): Promise<void> {
    for (const party of parties()) party.hangUpAll()
    await settled(() => parties().every((party) => party.callsGoingOn === 0))
  }

  async function stop(): Promise<void> {
    await hangUpAll()
    await asterisk.stop()
    for (const party of parties()) party.close()
    await asterisk.remove()
  }

  try {
    for (const extension of deskPhones) {
      if (extension === unpluggedPhone) continue
      const transport = await Transport.open({ host: addresses.phone(extension), port: sipPort })
      phones.set(extension, new Phone(extension, transport, pbx))
    }
    await configure()
    await asterisk.start()
  } catch (error) {
    await stop()
    throw error
  }

  const access = (user: AmiUser): AmiAccess => ({
    host: addresses.pbx,
    port: amiPort,
    username: user,
    password: passwords[user],
  })
  const phone = (extension: string): Phone => {
    const found = phones.get(extension)
    if (!found) throw new Error(`The lab has no phone ${extension} that could do anything.`)
    return found
  }
  let stopped: Promise<void> | null = null

  return {
    ami: access('ringback'),
    amiEncrypted: { ...access('ringback'), port: amiTlsPort, tls: true },
    amiAs: access,
    trunk: trunkEndpoint,
    insideContext: insideContext(office),
    async call(call) {
      const caller = call.withheld ? 'anonymous' : call.from
      const plans = Object.entries(call.phones ?? {}).map(([extension, plan]) =>
        phone(extension).will(plan, { caller }),
      )
      const report = await trunk.call(call)
      for (const forget of plans) forget()
      return report
    },
    phone,
    outside: (number) => ({
      will: (behaviour) => trunk.will(number, behaviour),
      calledBy: () => trunk.calledBy(number),
    }),
    texts: {
      sent: () => trunk.texts,
      onSent: (listener) => trunk.onText(listener),
      willSay: (number, answer) => trunk.willSayToTexts(number, answer),
      write: (text) => trunk.text(text),
    },
    onLeg(witness) {
      for (const party of parties()) party.onLeg(witness)
    },
    hangUpAll,
    console: (command) => asterisk.console(command),
    async changePassword(user) {
      passwords[user] = secret()
      await configure()
      await asterisk.console('manager reload')
    },
    async restart(seconds = 0) {
      await asterisk.stop()
      await new Promise<void>((resolve) => systemClock.after(seconds * 1000, resolve))
      await asterisk.start()
    },
    stop: () => (stopped ??= stop()),
  }
}

function secret(): string {
  return randomBytes(9).toString('base64url')
}

/** Waits until `calm`, for at most a second. */
async function settled(calm: () => boolean): Promise<void> {
  for (let waited = 0; waited < 20 && !calm(); waited++) {
    await new Promise<void>((resolve) => systemClock.after(50, resolve))
  }
}
