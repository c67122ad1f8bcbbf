/** Files brought into a real inbox, and back out of it. */
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { silentLogger } from '../../../../telephony/logger.ts'
import type { ImportState, KnownContacts } from '../../../contract/import.ts'
import { renameContact, saveContactNotes } from '../../inbox/contacts.ts'
import { aCall, caller, happens, openOffice } from '../../inbox/testing.ts'
import type { Office } from '../../inbox/testing.ts'
import { recordOptOut } from '../../opt-out/ledger.ts'
import { bringIn } from './bring-in.ts'
import { exportPiece } from './export.ts'
import { Importer } from './importer.ts'

const words = {
  name: 'Name',
  company: 'Company',
  number: 'Phone',
  tags: 'Tags',
  notes: 'Notes',
  noTexts: 'No texts',
  blocked: 'Blocked',
  yes: 'yes',
}

let office: Office
beforeEach(async () => {
  office = await openOffice()
})
afterEach(() => office.end())

function importerOf({ store, clock }: Office, changed: (state: ImportState) => void = () => undefined): Importer {
  return new Importer({ store, clock, logger: silentLogger, changed, tagsChanged: () => undefined })
}

type Done = Extract<ImportState, { phase: 'done' }>

async function bring(
  text: string,
  choices: { known?: KnownContacts; together?: boolean } = {},
  into: Office = office,
): Promise<Done> {
  const importer = importerOf(into)
  await look(importer, text)
  const state = importer.state()
  if (state.phase !== 'ready') throw new Error('There is nothing in it')
  const fields = state.preview.columns.map(({ field }) => field)
  importer.start({ fields, known: 'keep', together: true, ...choices })
  return ended(importer)
}

async function ended(importer: Importer): Promise<Done> {
  for (;;) {
    const state = importer.state()
    if (state.phase === 'done') return state
    await new Promise((turn) => setImmediate(turn))
  }
}

async function look(importer: Importer, text: string): Promise<void> {
  const bytes = new TextEncoder().encode(text)
  importer.begin('people.csv', bytes.length)
  importer.take(bytes)
  await importer.look()
}

async function contacts({ store }: Office = office) {
  return store.db
    .selectFrom('contact')
    .select(['number', 'name', 'name_source', 'company', 'notes', 'person_id', 'blocked'])
    .orderBy('number')
    .execute()
}

async function exported(kind: 'csv' | 'vcf', from: Office = office): Promise<string> {
  let text = ''
  let cursor: string | null = null
  do {
    const piece: Awaited<ReturnType<typeof exportPiece>> = await exportPiece(
      from.store.db,
      { kind, words, cursor },
      'US',
    )
    text += piece.text
    cursor = piece.nextCursor
  } while (cursor !== null)
  return text
}

describe('a file', () => {
  test('brings people in, and says what it left out and why', async () => {
    const done = await bring(
      'Name,Company,Phone,Tags\nPat Moss,Harbor Vet,(530) 555-0101,VIP\nNobody,,,\nRobin,,12345,\nPat again,,+1 530 555 0101,\n=cmd(),,5305550102,vip\n',
    )
    expect(done).toMatchObject({ end: 'complete', counts: { rows: 5, added: 2, changed: 0, same: 0, leftOut: 3 } })
    expect(done.leftOut).toEqual([
      { row: 3, reason: 'no-number', value: '' },
      { row: 4, reason: 'not-a-number', value: '12345' },
      { row: 5, reason: 'twice', value: '+1 530 555 0101' },
    ])
    expect(await contacts()).toMatchObject([
      { number: '+15305550101', name: 'Pat Moss', name_source: 'staff', company: 'Harbor Vet' },
      { number: '+15305550102', name: '=cmd()' },
    ])
    expect(await office.store.db.selectFrom('tag').select('name').execute()).toEqual([{ name: 'VIP' }])
    expect(await bring('Phone\n5305550101\n5305550102\n')).toMatchObject({ counts: { added: 0, changed: 0, same: 2 } })
  })

  test.each<[KnownContacts, object]>([
    ['keep', { name: 'Pat', company: '', notes: 'Mornings' }],
    ['fill', { name: 'Pat', company: 'Vet', notes: 'Mornings' }],
    ['replace', { name: 'Moss', company: 'Vet', notes: 'Evenings' }],
  ])('overwrites what staff wrote only when told to: %s', async (known, after) => {
    await happens(office, aCall())
    const { id } = await office.store.db.selectFrom('contact').select('id').executeTakeFirstOrThrow()
    await office.store.write(async (work) => {
      await renameContact(work, id, 'Pat')
      await saveContactNotes(work, id, 'Mornings')
    })
    await bring('Name,Phone,Company,Notes\nMoss,5305550101,Vet,Evenings\n', { known })
    expect(await contacts()).toMatchObject([after])
  })

  test('with a row of very many values is looked at so far only', async () => {
    const done = await bring(`Name,Phone\nPat,"5305550101;${'1;'.repeat(999)}"\nRobin,5305550102\n`)
    expect(done.counts).toMatchObject({ added: 2, leftOut: 200 })
    expect(done.leftOut.filter(({ reason }) => reason === 'too-many-numbers')).toEqual([
      { row: 2, reason: 'too-many-numbers', value: '1' },
    ])
  })

  test('fills in for a name that only the phone system gave', async () => {
    await happens(office, aCall({ callerName: 'MOSS P' }))
    await bring('Name,Phone\nPat Moss,5305550101\n', { known: 'fill' })
    expect(await contacts()).toMatchObject([{ name: 'Pat Moss', name_source: 'staff' }])
  })

  test('can only add opt-outs and blocks, whatever is done with known contacts', async () => {
    await happens(office, aCall())
    await office.store.write((work) =>
      recordOptOut(work, { number: '+15305550102', source: 'text', evidence: 'STOP', now: 1 }),
    )
    const table = 'Phone,No texts,Blocked\n5305550101,yes,x\n5305550102,no,\n'
    expect(await bring(table)).toMatchObject({ counts: { optedOut: 1 } })
    const out = await office.store.db.selectFrom('opt_out').select(['number', 'evidence']).orderBy('number').execute()
    expect(out).toEqual([
      { number: '+15305550101', evidence: 'from the file “people.csv”, row 2' },
      { number: '+15305550102', evidence: 'STOP' },
    ])
    expect(await contacts()).toMatchObject([{ blocked: 1 }, { blocked: 0 }])
  })

  test('makes several numbers of a row one person’s, but joins nobody who is known as two', async () => {
    await happens(office, aCall())
    await happens(office, aCall({ callerNumber: '5305550103' }), '+15305550103')
    const done = await bring(
      'Name,Phone,Phone 2\nPat,5305550101,5305550102\nRobin,5305550103,5305550101\nKim,5305550104,\n',
    )
    const [pat, mobile, robin, kim] = await contacts()
    expect(pat?.person_id).toBe(mobile?.person_id)
    expect(pat?.person_id).not.toBeNull()
    expect([robin?.person_id, kim?.person_id]).toEqual([null, null])
    expect(done.leftOut).toMatchObject([{ row: 3, reason: 'twice' }])
    const apart = await bring('Name,Phone,Phone 2\nBoth,5305550103,5305550104\n')
    expect(apart.leftOut).toMatchObject([{ reason: 'apart', value: '(530) 555-0103, (530) 555-0104' }])
  })

  test('asks about the new number of somebody who wants no texts', async () => {
    await happens(office, aCall())
    await office.store.write((work) => recordOptOut(work, { number: caller, source: 'text', evidence: 'STOP', now: 1 }))
    await bring('Phone,Phone 2\n5305550101,5305550102\n')
    const asked = await office.store.db.selectFrom('opt_out_question').select('number').execute()
    expect(asked).toEqual([{ number: '+15305550102' }])
  })

  test('that was stopped leaves whole pieces, and can be brought in again', async () => {
    const rows = Array.from({ length: 400 }, (_, n) => `Person ${n},530555${String(1000 + n)}`)
    const text = `Name,Phone\n${rows.join('\n')}\n`
    const importer = importerOf(office, (state) => {
      if (state.phase === 'running' && state.counts.rows > 0) void importer.stop()
    })
    await look(importer, text)
    importer.start({ fields: ['name', 'number'], known: 'keep', together: true })
    const { end, counts } = await ended(importer)
    expect(end).toBe('stopped')
    expect(await contacts()).toHaveLength(counts.added)
    expect(counts.added).toBeLessThan(400)
    expect(await bring(text)).toMatchObject({ counts: { added: 400 - counts.added, same: counts.added } })
  })

  test('with a quotation mark that nobody closed is brought in up to there', async () => {
    const done = await bring('Name,Phone\nPat,5305550101\n"Robin,5305550102\n')
    expect(done).toMatchObject({ end: 'complete', counts: { added: 1 }, leftOut: [{ row: 3, reason: 'unreadable' }] })
  })

  test('of thousands lets others have their turn', async () => {
    const longest: number[] = []
    // The best of three: what else the machine does, and a collection of garbage, is not the importer's.
    for (const area of ['530', '916', '212']) {
      const rows = Array.from({ length: 500 }, (_, n) => `Person ${n},${area}${String(2_000_000 + n)},"Note ""${n}"""`)
      const turns = watchTurns()
      const { counts } = await bring(`Name,Phone,Notes\n${rows.join('\n')}\n`)
      longest.push(turns.end())
      expect(counts.added).toBe(500)
    }
    expect(Math.min(...longest)).toBeLessThan(50)
  })
})

describe('what goes out', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 30 })
  const person = fc.record({
    name: fc.oneof(text, fc.constantFrom('=1+1', "'=x", "''+", '+1 530', 'a;b,c\\n', '"', 'مرحبا 🦷', 'BEGIN:VCARD')),
    company: fc.oneof(text, fc.constantFrom('@SUM', '-1', 'Vet; Sons, Inc.')),
    notes: fc.oneof(text, fc.constantFrom('a\nb', "'@x", '\\, \\n', '=\n', 'x'.repeat(300))),
    tags: fc.uniqueArray(fc.oneof(text, fc.constantFrom('a, b', 'c;d', 'e\\', ':::')), { maxLength: 3 }),
    numbers: fc.integer({ min: 1, max: 3 }),
    abroad: fc.boolean(),
    noTexts: fc.boolean(),
    blocked: fc.boolean(),
  })

  test.each(['csv', 'vcf'] as const)('as %s comes in elsewhere as it was', async (kind) => {
    await fc.assert(
      fc.asyncProperty(fc.array(person, { minLength: 1, maxLength: 6 }), async (people) => {
        const [here, there] = [await openOffice(), await openOffice()]
        try {
          await fillOffice(here, people)
          const done = await bring(await exported(kind, here), {}, there)
          expect(done.leftOut).toEqual([])
          expect(await picture(there)).toEqual(await picture(here))
        } finally {
          await here.end()
          await there.end()
        }
      }),
      { numRuns: 8 },
    )
  })
})

test('whoever has more numbers than one file may give has them all in the table', async () => {
  const numbers = Array.from({ length: 30 }, (_, n) => `53055501${String(n + 10)}`)
  await bring(`Name,Phone\nPat,"${numbers.slice(0, 16).join(';')}"\n`)
  await bring(`Name,Phone\nPat,"${[numbers[0], ...numbers.slice(16)].join(';')}"\n`)
  const table = await exported('csv')
  expect(numbers.filter((number) => !table.replace(/\D/g, '').includes(number))).toEqual([])
  expect(table.trimEnd().split('\r\n')).toHaveLength(2)
})

test('numbers put together while a table is written are all in it, in as many columns as it began with', async () => {
  const number = (n: number) => `530555${String(1000 + n)}`
  await bring(`Phone\n${Array.from({ length: 130 }, (_, n) => number(n)).join('\n')}\n`)
  const first = await exportPiece(office.store.db, { kind: 'csv', words, cursor: null }, 'US')
  await office.store.write(({ db }) =>
    db
      .updateTable('contact')
      .set({ person_id: 'p' })
      .where('number', '>=', `+1${number(120)}`)
      .execute(),
  )
  const second = await exportPiece(office.store.db, { kind: 'csv', words, cursor: first.nextCursor }, 'US')
  const rows = (first.text + second.text).trimEnd().split('\r\n')
  expect(rows).toHaveLength(131)
  expect(new Set(rows.map((row) => row.split(',').length))).toEqual(new Set([7]))
})

describe('a file that is taken back', () => {
  async function undone(importer: Importer): Promise<Done> {
    expect(importer.undo()).toBe(true)
    return ended(importer)
  }
  async function brought(text: string, known: KnownContacts = 'replace'): Promise<Importer> {
    const importer = importerOf(office)
    await look(importer, text)
    const state = importer.state()
    const fields = state.phase === 'ready' ? state.preview.columns.map(({ field }) => field) : []
    importer.start({ fields, known, together: true })
    expect(await ended(importer)).toMatchObject({ canUndo: true, undone: null })
    return importer
  }
  const everything = async () => ({
    contacts: await contacts(),
    tags: await office.store.db.selectFrom('tag').select('name').execute(),
    tagged: await office.store.db.selectFrom('contact_tag').selectAll().execute(),
    optedOut: await office.store.db.selectFrom('opt_out').select('number').execute(),
  })

  test('leaves all as it was before', async () => {
    await happens(office, aCall({ callerName: 'MOSS P' }))
    await bring('Name,Phone,Tags\nKim Day,5305550103,VIP\n')
    const before = await everything()
    const importer = await brought(
      'Name,Company,Phone,Tags,Notes,No texts,Blocked\n' +
        'Pat Moss,Harbor Vet,5305550101;5305550109,VIP;New,Mornings,yes,\n' +
        'Kim,Vet,5305550103,New,Evenings,,yes\nRobin,,5305550104,New,,yes,\n',
    )
    expect(await everything()).not.toEqual(before)
    expect(await undone(importer)).toMatchObject({
      problem: null,
      canUndo: false,
      undone: { removed: 2, restored: 2, kept: 0 },
    })
    expect(await everything()).toEqual(before)
    expect(importer.undo()).toBe(false)
  })

  test('leaves what was written and whoever called since', async () => {
    const importer = await brought(
      'Name,Company,Phone,No texts\nPat,Vet,5305550101,\nKim,Vet,5305550103,\nLou,,5305550104,yes\n',
    )
    await happens(office, aCall())
    const kim = await office.store.db
      .selectFrom('contact')
      .select('id')
      .where('number', '=', '+15305550103')
      .executeTakeFirstOrThrow()
    await office.store.write(async (work) => {
      await renameContact(work, kim.id, 'Kim Day')
      await recordOptOut(work, { number: '+15305550104', source: 'text', evidence: 'STOP', now: 1 })
    })
    expect(await undone(importer)).toMatchObject({ undone: { removed: 1, restored: 0, kept: 2 } })
    expect(await contacts()).toMatchObject([{ name: 'Pat' }, { name: 'Kim Day' }])
    expect((await everything()).optedOut).toEqual([{ number: '+15305550104' }])
  })
})

test('a file is read anew with the letters and the separator that staff say', async () => {
  const importer = importerOf(office)
  const bytes = Uint8Array.from('Name;Phone, mobile\nJos\x8e, Pat;5305550101\n', (sign) => sign.charCodeAt(0))
  importer.begin('people.csv', bytes.length)
  importer.take(bytes)
  expect(await importer.look()).toMatchObject({
    preview: { encoding: 'Windows-1252', separator: ',', columns: [{ heading: 'Name;Phone' }, { heading: 'mobile' }] },
  })
  expect(await importer.look({ encoding: 'Mac Roman', separator: ';' })).toMatchObject({
    preview: {
      columns: [
        { heading: 'Name', samples: ['José, Pat'] },
        { heading: 'Phone, mobile', field: 'number' },
      ],
    },
  })
  importer.start({ fields: ['name', 'number'], known: 'keep', together: true })
  expect(await ended(importer)).toMatchObject({ counts: { added: 1 } })
  expect(await contacts()).toMatchObject([{ name: 'José, Pat' }])
})

/** The longest time between two turns of the loop, ms of the processor's time: what else runs on this PC is no matter. */
function watchTurns(): { end(): number } {
  let longest = 0
  let goesOn = true
  let before = process.cpuUsage()
  const turn = (): void => {
    const { user, system } = process.cpuUsage(before)
    longest = Math.max(longest, (user + system) / 1000)
    before = process.cpuUsage()
    if (goesOn) setImmediate(turn)
  }
  setImmediate(turn)
  return {
    end() {
      goesOn = false
      return longest
    },
  }
}

interface Made {
  name: string
  company: string
  notes: string
  tags: string[]
  numbers: number
  abroad: boolean
  noTexts: boolean
  blocked: boolean
}

/** By cards of our own making: what is stored then is what the office would have. */
async function fillOffice(into: Office, people: readonly Made[]): Promise<void> {
  let next = 0
  const all = people.map(({ numbers, abroad, ...person }, row) => ({
    ...person,
    // Who is called by a number has no name, on a card.
    name: /^[+\d(][\d\s().\-/]*$/.test(person.name.trim()) ? '' : person.name,
    row,
    numbers: Array.from({ length: numbers }, () => {
      next += 1
      return abroad ? `+44207946${String(1000 + next)}` : `+1530555${String(1000 + next)}`
    }),
  }))
  const memory = {
    file: 'x',
    country: 'US',
    known: 'fill',
    together: true,
    seen: new Set<string>(),
    tags: new Map(),
    trace: null,
  } as const
  await into.store.write((work) => bringIn(work, all, memory, 0, async () => null))
}

/** All that a file carries, with people by their numbers. */
async function picture(of: Office) {
  const rows = await contacts(of)
  const tags = await of.store.db
    .selectFrom('contact_tag')
    .innerJoin('tag', 'tag.id', 'contact_tag.tag_id')
    .innerJoin('contact', 'contact.id', 'contact_tag.contact_id')
    .select(['contact.number', 'tag.name'])
    .orderBy('contact.number')
    .orderBy('tag.folded')
    .execute()
  const out = await of.store.db.selectFrom('opt_out').select('number').orderBy('number').execute()
  const persons = new Map<string, string[]>()
  for (const { person_id: id, number } of rows) if (id) persons.set(id, [...(persons.get(id) ?? []), number])
  return { contacts: rows.map((row) => ({ ...row, person_id: null })), tags, out, people: [...persons.values()] }
}
