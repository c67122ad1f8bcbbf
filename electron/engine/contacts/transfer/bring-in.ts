/** People from a file become contacts, some at a time, in one transaction. Doing it twice does no more than once. */
import { randomUUID } from 'node:crypto'
import type { Selectable } from 'kysely'
import { longestName, longestNotes, mostNumbers, oneLine } from '../../../contract/contacts.ts'
import type { ImportCounts, KnownContacts, LeftOut } from '../../../contract/import.ts'
import { words } from '../../../contract/text/index.ts'
import { numberForPeople, parseNumber } from '../../../../telephony/phone-number.ts'
import { optOut } from '../../followup/stop.ts'
import { isOptedOut } from '../../opt-out/ledger.ts'
import type { Work } from '../../store/database.ts'
import type { ContactTable } from '../../store/schema.ts'
import { askOfOtherNumbers } from '../ask-of-others.ts'
import { blockContact } from '../block.ts'
import { touchContacts } from '../many.ts'
import { contactsOfPerson } from '../person.ts'
import { keptOf } from '../restore.ts'
import { saveTag, tagContacts, tidyTagName } from '../tags.ts'
import { numberInFile } from './file-number.ts'
import type { FilePerson } from './person.ts'
import type { ImportTrace } from './undo-import.ts'

/** What one import remembers from one piece to the next. */
export interface ImportMemory {
  /** Shown as the evidence of opt-outs. */
  file: string
  country: string
  known: KnownContacts
  together: boolean
  /** Numbers (E.164) that the file had already. */
  seen: Set<string>
  /** Tags by their tidy name: their ids. */
  tags: Map<string, string>
  /** Gathers what is done, so that it can be taken back; null when it need not. */
  trace: ImportTrace | null
}

/** Values of one row that are looked at: whoever has more of them is no person, and each takes its time. */
const mostTried = 200

/** A file of many more has no tags, but something else in that column. */
const mostTags = 200

type Row = Pick<
  Selectable<ContactTable>,
  'id' | 'number' | 'name' | 'name_source' | 'company' | 'notes' | 'person_id' | 'blocked'
>

interface Fields {
  name: string | null
  name_source: 'pbx' | 'staff' | null
  company: string
  notes: string
}

export interface BroughtIn {
  counts: Omit<ImportCounts, 'rows' | 'leftOut'>
  leftOut: LeftOut[]
}

/** `stop` ends the follow-up of a conversation for good. */
export async function bringIn(
  work: Work,
  people: readonly FilePerson[],
  memory: ImportMemory,
  now: number,
  stop: (work: Work, conversationId: string) => Promise<unknown>,
): Promise<BroughtIn> {
  const done: BroughtIn = { counts: { added: 0, changed: 0, same: 0, optedOut: 0 }, leftOut: [] }
  const wanted = people.map((person) => ({ person, numbers: numbersOf(person, memory, done.leftOut) }))
  const found = await rowsOf(
    work,
    wanted.flatMap(({ numbers }) => numbers),
  )
  const fresh: (Fields & {
    id: string
    number: string
    created_at: number
    person_id: string | null
    blocked: 0 | 1
  })[] = []
  const tagged = new Map<string, string[]>()
  const after: (() => Promise<void>)[] = []
  for (const { person, numbers } of wanted) {
    if (numbers.length === 0) continue
    const groups = memory.together ? [numbers] : numbers.map((number) => [number])
    for (const group of groups) {
      const known = group.flatMap((number) => found.get(number) ?? [])
      const persons = new Set(known.map(({ id, person_id }) => person_id ?? id))
      // Who they are to each other, staff decide: a file joins nothing that is known as two people.
      const joins = group.length > 1 && persons.size < 2
      if (persons.size > 1) {
        const value = group.map((number) => numberForPeople(number, memory.country)).join(', ')
        done.leftOut.push({ row: person.row, reason: 'apart', value })
      }
      const before = known[0] ?? null
      const fields = fieldsOf(person, joins || known.length < 2 ? before : null, memory.known, done.leftOut)
      const personId = joins ? (before?.person_id ?? randomUUID()) : null
      const blocked = person.blocked || (joins && known.some((row) => row.blocked === 1)) ? 1 : 0
      const ids: string[] = []
      for (const number of group) {
        const row = found.get(number)
        if (!row) {
          const id = randomUUID()
          ids.push(id)
          fresh.push({ ...fields, id, number, created_at: now, person_id: personId, blocked })
          done.counts.added += 1
          continue
        }
        ids.push(row.id)
        const own = joins || known.length < 2 ? fields : fieldsOf(person, row, memory.known, [])
        const link = joins ? { person_id: personId } : {}
        if (differs(row, { ...own, ...link })) {
          after.push(() => change(work, row, own, link, memory.trace))
          done.counts.changed += 1
        } else done.counts.same += 1
        if (blocked === 1 && row.blocked === 0) {
          after.push(async () => {
            const did = await blockContact(work, row.id, now, asUndo(stop))
            if (did) memory.trace?.blocked.push(did)
          })
        }
      }
      if (known.length === 0 || memory.known !== 'keep') {
        for (const tag of await tagIds(work, person, memory, done.leftOut)) {
          tagged.set(tag, [...(tagged.get(tag) ?? []), ...ids])
        }
      }
      if (joins && known.length > 0) after.push(() => askForNew(work, group, found, now))
      if (person.noTexts) {
        after.push(async () => {
          const evidence = words.contacts.fileEvidence(memory.file, person.row)
          for (const number of group) {
            if (!(await optOut(work, { number, source: 'staff', evidence, now }))) continue
            done.counts.optedOut += 1
            memory.trace?.optedOut.push({ number, evidence })
          }
        })
      }
    }
  }
  if (fresh.length > 0) await work.db.insertInto('contact').values(fresh).execute()
  memory.trace?.added.push(...fresh.map((contact) => ({ ...contact, tagIds: [] })))
  for (const run of after) await run()
  for (const [tag, ids] of tagged) {
    const { added } = await tagContacts(work, ids, { add: [tag], remove: [] })
    memory.trace?.tags.added.push(...added)
  }
  return done
}

/** The numbers that count, E.164, each once in the whole file. */
function numbersOf({ row, numbers }: FilePerson, memory: ImportMemory, leftOut: LeftOut[]): string[] {
  if (numbers.length === 0) leftOut.push({ row, reason: 'no-number', value: '' })
  const good: string[] = []
  for (const value of numbers.slice(0, mostTried)) {
    const parsed = parseNumber(numberInFile(value), memory.country)
    if (!parsed.ok) leftOut.push({ row, reason: 'not-a-number', value: cut(value) })
    else if (memory.seen.has(parsed.number)) {
      // In one row it is no news, but nor is it another number.
      if (!good.includes(parsed.number)) leftOut.push({ row, reason: 'twice', value: cut(value) })
    } else if (good.length === mostNumbers) leftOut.push({ row, reason: 'too-many-numbers', value: cut(value) })
    else {
      memory.seen.add(parsed.number)
      good.push(parsed.number)
    }
  }
  const next = numbers[mostTried]
  if (next !== undefined) leftOut.push({ row, reason: 'too-many-numbers', value: cut(next.slice(0, 200)) })
  return good
}

function cut(value: string): string {
  return oneLine(value, 100)
}

async function rowsOf(work: Work, numbers: readonly string[]): Promise<Map<string, Row>> {
  if (numbers.length === 0) return new Map()
  const rows = await work.db
    .selectFrom('contact')
    .select(['id', 'number', 'name', 'name_source', 'company', 'notes', 'person_id', 'blocked'])
    .where('number', 'in', numbers)
    .execute()
  return new Map(rows.map((row) => [row.number, row]))
}

/** What a contact has afterwards; `before` is null for a new one. */
function fieldsOf(person: FilePerson, before: Row | null, known: KnownContacts, leftOut: LeftOut[]): Fields {
  const name = oneLine(person.name, longestName)
  const company = oneLine(person.company, longestName)
  const notes = person.notes.trim() === '' ? '' : person.notes.slice(0, longestNotes)
  if (before !== null && known === 'keep') return before
  if (person.notes.length > longestNotes)
    leftOut.push({ row: person.row, reason: 'notes-cut', value: cut(person.notes) })
  if (before === null) return { name: name || null, name_source: name === '' ? null : 'staff', company, notes }
  const wins = known === 'replace'
  // What only the phone system says is a gap that a name from a file fills.
  const named = name !== '' && (wins || before.name_source !== 'staff')
  return {
    name: named ? name : before.name,
    name_source: named ? 'staff' : before.name_source,
    company: company !== '' && (wins || before.company === '') ? company : before.company,
    notes: notes !== '' && (wins || before.notes.trim() === '') ? notes : before.notes,
  }
}

function differs(row: Row, fields: Partial<Row>): boolean {
  return (Object.keys(fields) as (keyof Row)[]).some((key) => key in row && fields[key] !== row[key])
}

/** What is said of one number is said of all that the person has already. */
async function change(
  work: Work,
  row: Row,
  fields: Fields,
  link: { person_id?: string | null },
  trace: ImportTrace | null,
): Promise<void> {
  const ids = trace ? await contactsOfPerson(work.db, row.id) : []
  const before = await keptOf(work.db, ids)
  const { name, name_source, company, notes } = fields
  const set = { name, name_source, company, notes }
  await work.db
    .updateTable('contact')
    .set({ ...set, ...link })
    .where('id', '=', row.id)
    .execute()
  if (row.person_id !== null)
    await work.db.updateTable('contact').set(set).where('person_id', '=', row.person_id).execute()
  await touchContacts(work, [row.id])
  const left = await keptOf(work.db, ids)
  for (const [at, made] of left.entries()) {
    const was = before[at]
    if (was) trace?.changed.push({ was, made })
  }
}

/** A new number of somebody who wants no texts on another one is asked about. */
async function askForNew(work: Work, group: string[], found: Map<string, Row>, now: number): Promise<void> {
  const fresh = group.filter((number) => !found.has(number))
  for (const number of group) {
    if (!found.has(number) || !(await isOptedOut(work.db, number))) continue
    await askOfOtherNumbers(work, { number, source: 'staff', now }, fresh)
  }
}

async function tagIds(work: Work, person: FilePerson, memory: ImportMemory, leftOut: LeftOut[]): Promise<string[]> {
  const ids = new Set<string>()
  for (const typed of person.tags) {
    const name = tidyTagName(typed)
    if (name === '') continue
    const known = memory.tags.get(name)
    if (known === undefined && memory.tags.size >= mostTags) {
      leftOut.push({ row: person.row, reason: 'too-many-tags', value: cut(typed) })
      continue
    }
    const id = known ?? (await make(work, name, memory.trace))
    memory.tags.set(name, id)
    ids.add(id)
  }
  return [...ids]
}

async function make(work: Work, name: string, trace: ImportTrace | null): Promise<string> {
  const id = randomUUID()
  const saved = await saveTag(work, { id, name, colour: 'grey' })
  if (!saved.ok) throw new Error(`A tag was refused: ${saved.why}`)
  if (saved.tag.id === id) trace?.madeTags.push(id)
  return saved.tag.id
}

function asUndo(stop: (work: Work, conversationId: string) => Promise<unknown>) {
  return async (work: Work, conversationId: string) => {
    await stop(work, conversationId)
    return null
  }
}
