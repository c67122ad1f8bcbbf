/** How this PC calls back: what the settings say, and sane guesses for what they leave open. */
import type { Kysely } from 'kysely'
import type { CallBackOrder } from '../../../telephony/ami/originate.ts'
import { deskPhoneChannel } from '../../../telephony/ami/originate.ts'
import type { WayOut } from '../../../telephony/ami/way-out.ts'
import type { Dialling } from '../../../telephony/calls/dialling.ts'
import { dialled, learnDialling, usualForms } from '../../../telephony/calls/dialling.ts'
import { parseNumber } from '../../../telephony/phone-number.ts'
import type { DeskPhone } from '../../contract/view-models.ts'
import type { Section } from '../settings/sections.ts'
import { readSection } from '../settings/settings.ts'
import type { Database } from '../store/schema.ts'

/** How long the receptionist's phone rings, in seconds: time to put the coffee down. */
const ringSeconds = 25
/** Contexts that ready-made dialplans have for their phones, tried where the phone's own is not known. */
const usualContexts = ['from-internal', 'internal']
/** So many of the newest calls tell how the office dials, and which line is the main one. */
const callsLookedAt = 200

export interface CallBackPlan extends Pick<CallBackOrder, 'channel' | 'callerId' | 'ringSeconds'> {
  /** The phone in people's words. */
  phone: string
  /** In the order in which they are tried; empty when the number cannot be dialled. */
  ways: WayOut[]
}

/** The plan for calling `number` (E.164); null while no phone was chosen. */
export async function planCallBack(
  db: Kysely<Database>,
  number: string,
  phones: readonly DeskPhone[],
): Promise<CallBackPlan | null> {
  const settings = await readSection(db, 'call-back')
  const channel = deskPhoneChannel(settings.phone)
  if (channel === null) return null
  const { name, country } = await readSection(db, 'business')
  const known = phones.find((phone) => phone.channel.toLowerCase() === channel.toLowerCase())
  const contexts = settings.context === '' ? guessedContexts(known) : [settings.context]
  const ways = (await dialling(db, settings, country)).flatMap((one) => {
    const text = dialled(number, one, country)
    return text === null ? [] : contexts.map((context) => ({ context, number: text }))
  })
  const shown = await shownNumber(db, settings.callerId, country)
  // Providers take the office's own number as they take others.
  const own = shown === null ? null : dialled(shown, { prefix: '', form: formOf(settings) }, country)
  return {
    channel,
    phone: known?.extension ?? phoneName(channel),
    callerId: own === null ? null : { number: own, name },
    ringSeconds,
    ways,
  }
}

/** What holds where the settings say "automatic", for the settings page. */
export async function guesses(
  db: Kysely<Database>,
  country: string,
): Promise<{ dialling: Dialling | null; callerId: string | null }> {
  return { dialling: await learnt(db, country), callerId: await shownNumber(db, 'auto', country) }
}

/** `101` of `PJSIP/101` and of `Local/101@from-internal/n`. */
export function phoneName(channel: string): string {
  return channel.replace(/^[^/]*\//, '').replace(/@.*$/, '')
}

function guessedContexts(known: DeskPhone | undefined): string[] {
  return [...new Set([...(known?.context ? [known.context] : []), ...usualContexts])]
}

/** What is chosen; else what the office was seen to dial, then what is usual. */
async function dialling(
  db: Kysely<Database>,
  { prefix, numberForm }: Section<'call-back'>,
  country: string,
): Promise<Dialling[]> {
  if (numberForm !== 'auto') return [{ prefix, form: numberForm }]
  const seen = prefix === '' ? await learnt(db, country) : null
  return [...(seen ? [seen] : []), ...usualForms(country).map((form) => ({ prefix, form }))]
}

function formOf({ numberForm }: Section<'call-back'>): Dialling['form'] {
  return numberForm === 'auto' ? 'country-code' : numberForm
}

async function learnt(db: Kysely<Database>, country: string): Promise<Dialling | null> {
  const rows = await db
    .selectFrom('call')
    .select(['dialed', 'party'])
    .where('direction', '=', 'outbound')
    .where('outcome', '=', 'answered')
    .orderBy('ended_at', 'desc')
    .limit(callsLookedAt)
    .execute()
  const calls = rows.flatMap(({ dialed, party }) => (dialed && party ? [{ dialed, number: party }] : []))
  return learnDialling(calls, country)
}

/** The number (E.164) that is shown to those who are called; null leaves it to the phone system. */
async function shownNumber(db: Kysely<Database>, chosen: string, country: string): Promise<string | null> {
  if (chosen === 'none') return null
  const first = (await readSection(db, 'lines'))[0]?.number ?? (await busiestLine(db))
  const parsed = parseNumber(chosen === 'auto' ? (first ?? null) : chosen, country)
  return parsed.ok ? parsed.number : null
}

async function busiestLine(db: Kysely<Database>): Promise<string | null> {
  const newest = db
    .selectFrom('call')
    .select('line')
    .where('direction', '=', 'inbound')
    .where('line', 'is not', null)
    .orderBy('ended_at', 'desc')
    .limit(callsLookedAt)
    .as('newest')
  const row = await db
    .selectFrom(newest)
    .select('newest.line')
    .groupBy('newest.line')
    .orderBy((eb) => eb.fn.countAll(), 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.line ?? null
}
