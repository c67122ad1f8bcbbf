import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { noFilter } from '../../contract/list-limits.ts'
import type { ListFilter } from '../../contract/list-commands.ts'
import type { ConversationListItem, ConversationTab, Mark } from '../../contract/view-models.ts'
import { saveTag, tagContacts } from '../contacts/tags.ts'
import { applyEvent } from './conversations.ts'
import { renameContact, saveContactCompany, saveContactNotes } from './contacts.ts'
import { decodeCursor } from './cursor.ts'
import { readQuery } from './search.ts'
import { listConversations } from './list.ts'
import { aCall, addMessage, happens, minute, noon, openOffice, view } from './testing.ts'
import type { Office } from './testing.ts'

let office: Office

async function search(
  query: string,
  more: { tab?: ConversationTab; filter?: Partial<ListFilter>; limit?: number } = {},
) {
  const { tab = 'all', filter = {}, limit = 100 } = more
  const request = { tab, filter: { ...noFilter, ...filter }, query, cursor: null, limit }
  return (await listConversations(office.store.db, request, new Set(), view)).items
}

const names = (items: readonly ConversationListItem[]) => items.map(({ contact }) => contact.name)
const marked = (text: string, marks: readonly Mark[]) => marks.map(([from, to]) => text.slice(from, to))

async function person(name: string, number: string, texts: string[] = [], at = noon): Promise<string> {
  const { conversationId } = await happens(office, aCall({ callerName: name, startedAt: at }), number)
  for (const [index, body] of texts.entries()) {
    const text = { direction: 'in', author: 'contact', state: 'received' } as const
    await addMessage(office, { conversation_id: conversationId, at: at + (index + 1) * minute, body, ...text })
  }
  return conversationId
}

describe('a search', () => {
  let pat: string
  beforeEach(async () => {
    office = await openOffice()
    pat = await person('Pat O’Connor', '+15305550101', ['Is Thursday free?', 'Or next Friday 🙏'])
    await person('Thea Thursby', '+15305550102', ['hello'], noon - minute)
    await person('Dana Cole', '+15305550103', ['See you on Thursday', 'thanks'], noon + 30 * minute)
  })
  afterEach(() => office.end())

  test('tells people first, then who said it, the newest words first', async () => {
    expect(names(await search('thurs'))).toEqual(['Thea Thursby', 'Dana Cole', 'Pat O’Connor'])
  })

  test('shows the words that were found in place of the last ones', async () => {
    const [found] = await search('thursday', { filter: { to: noon + 20 * minute } })
    expect(found?.hit?.said).toMatchObject({ kind: 'text-in', text: 'Is Thursday free?', at: noon + minute })
    expect(marked('Is Thursday free?', found?.hit?.said?.marks ?? [])).toEqual(['Thursday'])
    expect(found?.hit?.said?.itemId).toMatch(/^[0-9a-f-]{36}$/)
    const [byName] = await search('connor')
    expect(marked('Pat O’Connor', byName?.hit?.name ?? [])).toEqual(['Connor'])
    expect(byName?.hit?.said).toBeNull()
    const [byNumber] = await search('555 0102')
    expect(marked('(530) 555-0102', byNumber?.hit?.number ?? [])).toEqual(['555-0102'])
  })

  test('shows where in a long text it is', async () => {
    const body = `${'so many words '.repeat(40)}then the Crown ${'and more '.repeat(40)}`
    await person('Lou', '+15305550104', [body])
    const [found] = await search('crown')
    const said = found?.hit?.said
    expect(said?.text).toMatch(/^….*the Crown and.*…$/)
    expect(marked(said?.text ?? '', said?.marks ?? [])).toEqual(['Crown'])
  })

  test('finds a name together with words of a text, and all words of one text', async () => {
    expect(names(await search('pat thursday'))).toEqual(['Pat O’Connor'])
    expect(names(await search('next o’connor'))).toEqual(['Pat O’Connor'])
    expect(names(await search('friday 🙏'))).toEqual(['Pat O’Connor'])
    expect(await search('thursday tomorrow')).toEqual([])
  })

  test('finds what a phone spells by other signs, and letters that have plain sisters', async () => {
    await person('Đặng Łukasz Strauß', '+15305550105', ['I can’t come, sorry – the re\u2011check'], noon - 2 * minute)
    for (const typed of ["can't", 'cant', 're-check', 'dang', 'lukasz strauss', 'Łukasz', "pat o'connor", 'oconnor']) {
      const who = /connor/.test(typed) ? 'Pat O’Connor' : 'Đặng Łukasz Strauß'
      expect(names(await search(typed)), typed).toEqual([who])
    }
    const [said] = await search("can't")
    expect(marked(said?.hit?.said?.text ?? '', said?.hit?.said?.marks ?? [])).toEqual(['can’t'])
    const [named] = await search('oconnor')
    expect(marked('Pat O’Connor', named?.hit?.name ?? [])).toEqual(['O’Connor'])
    const [plain] = await search('strauss')
    expect(marked('Đặng Łukasz Strauß', plain?.hit?.name ?? [])).toEqual(['Strauß'])
  })

  test('finds those, too, that an earlier version took into the index', async () => {
    const no = (
      await office.store.db
        .selectFrom('contact')
        .select('search_no')
        .where('name', '=', 'Dana Cole')
        .executeTakeFirstOrThrow()
    ).search_no
    await office.store.write(async ({ db }) => {
      await db.updateTable('contact').set({ name: 'Søren Æbelø' }).where('name', '=', 'Dana Cole').execute()
    })
    await office.store.write(async ({ db }) => {
      await sql`DELETE FROM search_contact WHERE rowid = ${no}`.execute(db)
      await sql`INSERT INTO search_contact (rowid, words) VALUES (${no}, 'søren øren ren en n æbelø')`.execute(db)
    })
    for (const typed of ['soren', 'søren', 'aebelo']) expect(names(await search(typed)), typed).toEqual(['Søren Æbelø'])
  })

  test('finds a number that somebody wrote, however they and whoever looks for it spell it', async () => {
    await person('Lou', '+15305550104', ['My wife is at 212.555.0137, or +1 (212) 555\u20110138'])
    for (const typed of [
      '(212) 555-0137',
      '2125550137',
      '+1 212 555 0137',
      '555-0137',
      '212-555-0138',
      '12125550138',
    ]) {
      const [found] = await search(typed)
      expect(found?.contact.name, typed).toBe('Lou')
      const said = found?.hit?.said
      expect(marked(said?.text ?? '', said?.marks ?? []).join(), typed).toMatch(/55.013[78]$/)
    }
    expect(await search('212 555 0139')).toEqual([])
    expect(names(await search('0137'))).toEqual(['Lou'])
  })

  test('looks into notes', async () => {
    await office.store.write(async (work) => {
      const note = { id: randomUUID(), conversation_id: pat, at: noon, body: 'Prefers mornings' }
      await work.db.insertInto('note').values(note).execute()
      const dana = await work.db.selectFrom('contact').select('id').where('name', '=', 'Dana Cole').executeTakeFirst()
      await saveContactNotes(work, dana?.id ?? '', 'No mornings, works nights')
    })
    const found = await search('morning')
    expect(names(found)).toEqual(['Dana Cole', 'Pat O’Connor'])
    expect(found.map(({ hit }) => hit?.said?.kind)).toEqual(['note', 'note'])
  })

  test('stays in the tab and the filter', async () => {
    await office.store.write(async (work) => {
      await applyEvent(work, pat, { kind: 'marked-done' })
      const tag = { id: randomUUID(), name: 'VIP', colour: 'blue' } as const
      await saveTag(work, tag)
      const { contact_id } = await work.db
        .selectFrom('conversation')
        .select('contact_id')
        .where('id', '=', pat)
        .executeTakeFirstOrThrow()
      await tagContacts(work, [contact_id], { add: [tag.id], remove: [] })
    })
    expect(names(await search('thursday', { tab: 'done' }))).toEqual(['Pat O’Connor'])
    expect(names(await search('thursday', { filter: { from: noon + 25 * minute } }))).toEqual(['Dana Cole'])
    expect(names(await search('thursday', { filter: { line: '+12125550199' } }))).toEqual([])
    const tags = await office.store.db.selectFrom('tag').selectAll().execute()
    const tagged = await search('thursday', { filter: { tagIds: tags.map(({ id }) => id) } })
    expect(tagged.map(({ contact, tags: own }) => [contact.name, own[0]?.name])).toEqual([['Pat O’Connor', 'VIP']])
  })

  test('is told in pages that together are the whole', async () => {
    for (let n = 0; n < 7; n += 1) await person(`Robin ${n}`, `+1530555014${n}`, ['thursday it is'], noon + n * 60_000)
    const whole = new Set((await search('thurs')).map(({ id }) => id))
    const seen = new Set<string>()
    let cursor: string | null = null
    do {
      const page: Awaited<ReturnType<typeof listConversations>> = await listConversations(
        office.store.db,
        {
          tab: 'all',
          filter: noFilter,
          query: 'thurs',
          cursor: cursor === null ? null : decodeCursor(cursor),
          limit: 2,
        },
        new Set(),
        view,
      )
      expect(page.items.length).toBeLessThanOrEqual(2)
      for (const { id } of page.items) seen.add(id)
      cursor = page.nextCursor
    } while (cursor !== null)
    expect(seen).toEqual(whole)
    expect(whole.size).toBe(10)
  })

  test('follows a new name and company at once', async () => {
    await office.store.write(async (work) => {
      const { contact_id } = await work.db
        .selectFrom('conversation')
        .select('contact_id')
        .where('id', '=', pat)
        .executeTakeFirstOrThrow()
      await renameContact(work, contact_id, 'Chris Novák')
      await saveContactCompany(work, contact_id, 'Riverside Vet')
    })
    expect(names(await search('novak'))).toEqual(['Chris Novák'])
    const [found] = await search('chris river')
    expect(marked('Riverside Vet', found?.hit?.company?.marks ?? [])).toEqual(['River'])
    expect(await search('connor')).toEqual([])
  })
})

describe('a number', () => {
  beforeAll(async () => {
    office = await openOffice()
    await person('Pat', '+15305550101')
    await person('Ines', '+351912345678')
  })
  afterAll(() => office.end())

  const between = fc.constantFrom('', ' ', '-', '.', '/', ' - ')
  const country = fc.constantFrom('', '1', '+1', '+1 ', '1-', '001 ', '011 1 ')

  test('is found in every spelling', async () => {
    const spelling = fc.tuple(country, fc.boolean(), between, between).map(([code, brackets, one, other]) => {
      return `${code}${brackets ? '(530)' : '530'}${one}555${other}0101`
    })
    await fc.assert(
      fc.asyncProperty(spelling, async (typed) => {
        expect(names(await search(typed))).toEqual(['Pat'])
      }),
      { numRuns: 60 },
    )
  })

  test('is found by any three digits of it or more, however they are parted', async () => {
    const part = fc
      .tuple(fc.nat(7), fc.integer({ min: 3, max: 10 }), between, fc.integer({ min: 1, max: 9 }))
      .map(([from, length, sign, at]) => {
        const digits = '5305550101'.slice(from, from + length)
        return digits.length > at ? `${digits.slice(0, at)}${sign}${digits.slice(at)}` : digits
      })
    await fc.assert(
      fc.asyncProperty(part, async (typed) => {
        expect(names(await search(typed))).toContain('Pat')
      }),
      { numRuns: 60 },
    )
  })

  test.each(['0101', '555 0101', '(530) 555-0101', '5305550101', '+1 530 555 01'])('is found by %s', async (typed) => {
    expect(names(await search(typed))).toEqual(['Pat'])
  })

  test('of another country is found as it is dialled', async () => {
    for (const typed of ['+351 912 345 678', '00351912345678', '912345678', '5678']) {
      expect(names(await search(typed))).toEqual(['Ines'])
    }
  })
})

test('brackets, quotes and full stops around a word are not looked for, those in it are', () => {
  expect(readQuery('(21 "Root canal". 3:30', 'US').words).toEqual(['21', 'root', 'canal', '3:30'])
})
