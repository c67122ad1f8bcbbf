/**
 * The settings as a file, to be kept or taken to another PC. It holds every section as it is stored; secrets are in none.
 * What comes in is checked as what is typed in, and a place that the file names never gets a secret that was given for
 * another one.
 */
import type { Kysely } from 'kysely'
import { z } from 'zod'
import { fail, ok } from '../../contract/result.ts'
import type { Result } from '../../contract/result.ts'
import type { SettingDifference, SettingsComparison } from '../../contract/settings-file.ts'
import { words } from '../../contract/text/index.ts'
import { refusalOf } from '../followup/refusal.ts'
import { endWatched } from '../followup/set-watch-only.ts'
import type { Work } from '../store/database.ts'
import type { Database } from '../store/schema.ts'
import { differences } from './changes.ts'
import { sections } from './sections.ts'
import type { Section, SectionInput, SectionName } from './sections.ts'
import { readSection, saveSection } from './settings.ts'
import { makeVoid } from './void-secrets.ts'

const kind = 'ringback-settings'
const envelope = z.object({
  kind: z.literal(kind),
  version: z.literal(1),
  sections: z.record(z.string(), z.unknown()),
})

/** How far set-up is, and the lock of the window, belong to this PC. */
const left = new Set<SectionName>(['setup', 'app-lock'])
const names = (Object.keys(sections) as SectionName[]).filter((name) => !left.has(name))

type Sections = Partial<{ [N in SectionName]: Section<N> }>

/** The settings of the inbox as a text. */
export async function writeSettingsFile(db: Kysely<Database>): Promise<string> {
  const all: Record<string, unknown> = {}
  for (const name of names) all[name] = await readSection(db, name)
  return `${JSON.stringify({ kind, version: 1, sections: all }, null, 2)}\n`
}

/** What the file holds and which of it nobody knows; a failure says what is wrong with it. */
function read(text: string): Result<{ given: Sections; unknown: string[] }> {
  let value: unknown
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    return fail('bad-input', ...words.pc.file.none)
  }
  const file = envelope.safeParse(value)
  if (!file.success) return fail('bad-input', ...words.pc.file.none)
  const given: Record<string, unknown> = {}
  const unknown: string[] = []
  for (const [name, section] of Object.entries(file.data.sections)) {
    const known = names.find((one) => one === name)
    if (known === undefined) {
      unknown.push(name.slice(0, 60))
      continue
    }
    const parsed = sections[known].safeParse(section)
    if (!parsed.success) {
      const field = [known, ...(parsed.error.issues[0]?.path ?? [])].join('.')
      return fail('bad-input', words.pc.file.bad(field), words.pc.file.none[1])
    }
    given[known] = parsed.data
  }
  return ok({ given, unknown })
}

/** What a file would change. */
export async function compareSettings(db: Kysely<Database>, text: string): Promise<Result<SettingsComparison>> {
  const file = read(text)
  if (!file.ok) return file
  const { given, unknown } = file.value
  const refusal = refusalOf(given.texts ?? (await readSection(db, 'texts')), {
    ...(await readSection(db, 'business')),
    ...given.business,
  })
  if (refusal !== null) return fail('bad-input', words.pc.file.text(refusal), words.pc.file.none[1])
  const changes: SettingDifference[] = []
  for (const name of names) {
    if (given[name] !== undefined) changes.push(...differences(name, await readSection(db, name), given[name]))
  }
  return ok({ changes, unknown, needs: needsOf(changes, given) })
}

/** Takes them over, in the transaction at hand. */
export async function takeSettings(work: Work, text: string, now: number): Promise<Result<SettingsComparison>> {
  const compared = await compareSettings(work.db, text)
  if (!compared.ok) return compared
  const file = read(text)
  if (!file.ok) return file
  for (const name of names) {
    const section = file.value.given[name]
    if (section !== undefined) await saveSection(work, name, section as SectionInput<typeof name>, now)
  }
  // As when it is switched on in the window: what waits does not go out after all once it is switched off again.
  const watched = compared.value.changes.some(({ section }) => section === 'watch-only')
  if (watched) await endWatched(work, { answers: file.value.given['watch-only']?.on === true }, now)
  await makeVoid(work, compared.value.needs, now)
  return compared
}

/** A secret was given for the place that was there: whoever wrote the file must not learn it. */
function needsOf(changes: readonly SettingDifference[], given: Sections): SettingsComparison['needs'] {
  const changed = (section: SectionName, ...fields: string[]) =>
    changes.some((change) => change.section === section && fields.includes(change.field))
  const needs: SettingsComparison['needs'] = []
  if (changed('phone-system', 'host', 'port', 'tls', 'fingerprint', 'username')) needs.push('password')
  const isElsewhere = given.texting?.kind !== 'asterisk' && changed('texting', 'kind', 'accountSid', 'apiKey')
  // Also where nothing goes there yet: somebody may choose it later.
  if (isElsewhere || changed('texting', 'baseUrl')) {
    needs.push('token')
  }
  return needs
}
