/** What is known of the phone system's endpoints, from one start to the next. */
import type { Kysely } from 'kysely'
import { z } from 'zod'
import type { KnownEndpoint } from '../../../telephony/calls/party.ts'
import type { EndpointCalls, EndpointSettings } from '../../../telephony/parties/evidence.ts'
import { mostNumbers, noEvidence } from '../../../telephony/parties/evidence.ts'
import type { Side } from '../../../telephony/parties/names.ts'
import type { Work } from '../store/database.ts'
import type { Database } from '../store/schema.ts'

interface StoredEndpoint {
  known: KnownEndpoint
  /** The office's own word. */
  choice: Side | null
}

const text = z.string().nullable()
const count = z.int().min(0)
const numbers = z.array(z.string()).max(mostNumbers)

const settings = z.object({
  context: text,
  signsInElsewhere: z.boolean(),
  signsInHere: z.boolean(),
  fixedAddress: z.boolean(),
  extension: text,
  caption: text,
  watched: z.boolean(),
  inQueue: z.boolean(),
  phoneFeatures: z.boolean(),
  wiredTo: z.enum(['line', 'phone']).nullable(),
}) satisfies z.ZodType<EndpointSettings>

const calls = z.object({
  came: count,
  whole: count,
  short: count,
  named: count,
  inner: count,
  codes: count,
  wentOut: count,
  callers: numbers,
  reached: numbers,
  rang: count,
  through: count,
}) satisfies z.ZodType<EndpointCalls>

/** An endpoint that nobody has seen for so long, in ms, and of which the office has said nothing, is forgotten. */
const keptFor = 180 * 24 * 60 * 60 * 1000

/** All endpoints, last seen first. A row that makes no sense counts as nothing seen; the office's word in it holds. */
export async function readEndpoints(db: Kysely<Database>): Promise<StoredEndpoint[]> {
  const rows = await db.selectFrom('endpoint').selectAll().orderBy('last_seen_at', 'desc').execute()
  return rows.map((row) => {
    const nothing = noEvidence(row.name)
    return {
      choice: row.choice,
      known: {
        endpoint: row.name,
        settings: parsed(settings, row.settings, nothing.settings),
        calls: parsed(calls, row.calls, nothing.calls),
        firstSeenAt: row.first_seen_at,
        lastSeenAt: row.last_seen_at,
      },
    }
  })
}

/** Keeps what is known of these; the office's word on them stays. */
export async function saveEndpoints({ db }: Work, known: readonly KnownEndpoint[], now: number): Promise<void> {
  for (const one of known) {
    const row = {
      settings: JSON.stringify(one.settings),
      calls: JSON.stringify(one.calls),
      first_seen_at: one.firstSeenAt,
      last_seen_at: one.lastSeenAt,
      changed_at: now,
    }
    await db
      .insertInto('endpoint')
      .values({ name: one.endpoint, choice: null, chosen_at: null, ...row })
      .onConflict((conflict) => conflict.column('name').doUpdateSet(row))
      .execute()
  }
}

/** Keeps the office's word on an endpoint; null takes it back. */
export async function saveChoice({ db }: Work, endpoint: string, side: Side | null, now: number): Promise<void> {
  const choice = { choice: side, chosen_at: side === null ? null : now }
  const nothing = noEvidence(endpoint)
  await db
    .insertInto('endpoint')
    .values({
      name: endpoint,
      ...choice,
      settings: JSON.stringify(nothing.settings),
      calls: JSON.stringify(nothing.calls),
      first_seen_at: null,
      last_seen_at: null,
      changed_at: now,
    })
    .onConflict((conflict) => conflict.column('name').doUpdateSet(choice))
    .execute()
}

/** Forgets endpoints that are long gone. */
export async function forgetOldEndpoints({ db }: Work, now: number): Promise<void> {
  await db
    .deleteFrom('endpoint')
    .where('choice', 'is', null)
    .where('changed_at', '<', now - keptFor)
    .execute()
}

/** A field that a later version has added begins as if nothing had been seen of it. */
function parsed<T extends object>(schema: z.ZodType<T>, json: string, nothing: T): T {
  try {
    const result = schema.safeParse({ ...nothing, ...(JSON.parse(json) as object) })
    return result.success ? result.data : nothing
  } catch {
    return nothing
  }
}
