/** Reading and saving the settings, one row a section. */
import type { Kysely } from 'kysely'
import { numberForPeople } from '../../../telephony/phone-number.ts'
import type { Settings } from '../../contract/view-models.ts'
import type { Work } from '../store/database.ts'
import type { Database } from '../store/schema.ts'
import { differences, recordChanges, thisUser } from './changes.ts'
import { defaultsOf, sections } from './sections.ts'
import type { Section, SectionInput, SectionName } from './sections.ts'

/** Which secrets the keychain holds; the settings know only that. */
export interface KnownSecrets {
  hasPassword: boolean
  hasToken: boolean
}

/** A setting was given a value it cannot have; `message` names the field. */
export class SettingError extends Error {
  override name = 'SettingError'
}

/** One section as it was saved, with defaults for what was not. Throws `SettingError` when the row makes no sense. */
export async function readSection<N extends SectionName>(db: Kysely<Database>, name: N): Promise<Section<N>> {
  const row = await db.selectFrom('setting').select('value').where('name', '=', name).executeTakeFirst()
  return row ? understand(name, row.value) : defaultsOf(name)
}

type Sections = { [N in SectionName]: Section<N> }

async function readAll(db: Kysely<Database>): Promise<Sections> {
  const names = Object.keys(sections) as SectionName[]
  const rows = await db.selectFrom('setting').select(['name', 'value']).where('name', 'in', names).execute()
  const values = new Map(rows.map(({ name, value }) => [name, value]))
  const section = (name: SectionName) => {
    const value = values.get(name)
    return [name, value === undefined ? defaultsOf(name) : understand(name, value)]
  }
  return Object.fromEntries(names.map(section)) as Sections
}

/** What each section was understood as last: they change once a month and are read with every text. */
const understood = new Map<SectionName, { text: string; section: unknown }>()

function understand<N extends SectionName>(name: N, text: string): Section<N> {
  const known = understood.get(name)
  if (known?.text === text) return known.section as Section<N>
  const section = parse(name, fromJson(name, text))
  // Whoever reads the same text gets the very same section.
  understood.set(name, { text, section: freeze(section) })
  return section
}

function freeze(value: unknown): unknown {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(freeze)
  return value
}

/** How far set-up is, and when a PIN was set, is no setting. */
const noSettings = new Set(['waits', 'setAt'])

/**
 * Saves the fields given over those that were saved before, in the transaction at hand. Throws `SettingError`, which
 * names the field, when a value is not allowed. Lists are replaced as a whole. What changed is kept with `who` did it.
 */
export async function saveSection<N extends SectionName>(
  work: Work,
  name: N,
  value: SectionInput<N>,
  now: number,
  who: string = thisUser(),
): Promise<Section<N>> {
  const isGroup = typeof value === 'object' && !Array.isArray(value)
  const before = await readSection(work.db, name)
  const section = parse(name, isGroup ? Object.assign({}, before, value) : value)
  const row = { value: JSON.stringify(section), changed_at: now }
  await work.db
    .insertInto('setting')
    .values({ name, ...row })
    .onConflict((conflict) => conflict.column('name').doUpdateSet(row))
    .execute()
  const changes = differences(name, before, section).filter(({ field }) => name !== 'setup' && !noSettings.has(field))
  await recordChanges(work, changes, { now, who })
  return section
}

/** When a section was last saved, epoch milliseconds; null for never. */
export async function changedAt(db: Kysely<Database>, name: SectionName): Promise<number | null> {
  const row = await db.selectFrom('setting').select('changed_at').where('name', '=', name).executeTakeFirst()
  return row?.changed_at ?? null
}

/** All settings as the contract has them. Throws `SettingError` as `readSection` does. */
export async function readSettings(db: Kysely<Database>, secrets: KnownSecrets): Promise<Settings> {
  const all = await readAll(db)
  const phoneSystem = all['phone-system']
  return {
    business: all.business,
    phoneSystem: { ...phoneSystem, hasPassword: secrets.hasPassword, strangeFingerprint: null },
    texting: { ...all.texting, hasToken: secrets.hasToken },
    textsFrom: numberForPeople(all.texting.from, all.business.country),
    followUp: all['follow-up'],
    texts: all.texts,
    hours: all.hours,
    quietHours: all['quiet-hours'],
    lines: all.lines,
    callBack: all['call-back'],
    writing: all.writing,
    watchOnly: all['watch-only'],
    configured: all.setup.configured || (phoneSystem.host !== '' && !phoneSystem.waits),
    setup: { step: all.setup.step },
  }
}

function parse<N extends SectionName>(name: N, value: unknown): Section<N> {
  const result = sections[name].safeParse(value)
  if (result.success) return result.data as Section<N>
  const issue = result.error.issues[0]
  const field = [name, ...(issue?.path ?? [])].join('.')
  throw new SettingError(`The setting ${field} has a value it cannot have: ${issue?.message ?? 'unknown'}`)
}

function fromJson(name: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new SettingError(`The setting ${name} cannot be read`)
  }
}
