import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Result } from '../../contract/result.ts'
import type { TagColour, TagView } from '../../contract/tags.ts'
import { aCall, happens, openOffice } from '../inbox/testing.ts'
import type { Office } from '../inbox/testing.ts'
import { tagCommands } from './tag-commands.ts'
import type { TagContext } from './tag-commands.ts'
import { tagsOf, tidyTagName } from './tags.ts'
import { UndoMemory } from './undo-memory.ts'

let office: Office
let context: TagContext
let told = 0
let pat: string
let robin: string

beforeEach(async () => {
  office = await openOffice()
  told = 0
  context = { store: office.store, deletedTags: new UndoMemory(), tagsChanged: () => void (told += 1) }
  pat = await contactWith('+15305550101')
  robin = await contactWith('+15305550102')
})
afterEach(() => office.end())

async function contactWith(number: string): Promise<string> {
  await happens(office, aCall({ callerNumber: number }), number)
  const { id } = await office.store.db
    .selectFrom('contact')
    .select('id')
    .where('number', '=', number)
    .executeTakeFirstOrThrow()
  return id
}

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.failure.message)
  return result.value
}

async function make(name: string, colour: TagColour = 'blue', id: string = randomUUID()): Promise<TagView> {
  return value(await tagCommands['tags:save']({ id, name, colour }, context))
}

const tagging = async (contactIds: string[], add: string[], remove: string[] = []) =>
  value(await tagCommands['contacts:tag']({ contactIds, add, remove }, context))

async function names(contactId: string): Promise<string[]> {
  return ((await tagsOf(office.store.db, [contactId])).get(contactId) ?? []).map((tag) => tag.name)
}

describe('a tag', () => {
  test('is made once, however often the window asks, and found again whatever its capitals', async () => {
    const made = await make('Recall due')
    expect(await make('Recall due', 'blue', made.id)).toEqual(made)
    expect(await make(' RECALL  due ', 'red')).toEqual(made)
    expect(value(await tagCommands['tags:list'](undefined, context)).tags).toEqual([{ ...made, contacts: 0 }])
  })

  test('cannot be renamed to the name of another, nor to nothing', async () => {
    await make('Año nuevo')
    const other = await make('Ano nuevo')
    const taken = await tagCommands['tags:save']({ ...other, name: 'AÑO NUEVO' }, context)
    expect(taken).toMatchObject({ ok: false, failure: { code: 'not-allowed' } })
    const empty = await tagCommands['tags:save']({ ...other, name: ' \u0000\u202E ' }, context)
    expect(empty).toMatchObject({ ok: false, failure: { code: 'bad-input' } })
    expect((await make('ano NUEVO', 'pink', other.id)).name).toBe('ano NUEVO')
  })

  test('has a name of one line that can be made tidy again without a change', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 90 }), (typed) => {
        const name = tidyTagName(typed)
        expect(name).not.toMatch(/[\p{Cc}\u202A-\u202E]/u)
        expect(Array.from(name).length).toBeLessThanOrEqual(40)
        expect(tidyTagName(name)).toBe(name)
      }),
      { numRuns: 60 },
    )
  })

  test('deleted by mistake comes back with all who had it', async () => {
    const tag = await make('Recall due')
    await tagging([pat, robin], [tag.id])
    value(await tagCommands['tags:delete']({ id: tag.id }, context))
    expect(await names(pat)).toEqual([])
    value(await tagCommands['tags:delete']({ id: tag.id }, context))
    value(await tagCommands['tags:undo-delete']({ id: tag.id }, context))
    expect(value(await tagCommands['tags:list'](undefined, context)).tags).toEqual([{ ...tag, contacts: 2 }])
    expect(await tagCommands['tags:undo-delete']({ id: tag.id }, context)).toMatchObject({ ok: false })
  })

  test('comes back as the tag that took its name meanwhile', async () => {
    const tag = await make('Recall due')
    await tagging([pat], [tag.id])
    value(await tagCommands['tags:delete']({ id: tag.id }, context))
    const heir = await make('recall DUE', 'pink')
    value(await tagCommands['tags:undo-delete']({ id: tag.id }, context))
    expect(await tagsOf(office.store.db, [pat])).toEqual(new Map([[pat, [heir]]]))
  })
})

describe('tagging', () => {
  test('tells what really changed, and that can be taken back', async () => {
    const [recall, insurance] = [await make('Recall'), await make('Insurance')]
    await tagging([pat], [recall.id])
    await tagging([robin], [insurance.id])
    const changes = await tagging([pat, robin, 'gone', pat], [recall.id, 'gone'], [insurance.id])
    expect(changes).toEqual({
      added: [{ tagId: recall.id, contactIds: [robin] }],
      removed: [{ tagId: insurance.id, contactIds: [robin] }],
    })
    expect(await names(robin)).toEqual(['Recall'])
    expect(await tagging([pat, robin], [recall.id], [insurance.id])).toEqual({ added: [], removed: [] })
    value(await tagCommands['contacts:undo-tag'](changes, context))
    expect([await names(pat), await names(robin)]).toEqual([['Recall'], ['Insurance']])
    expect(told).toBe(6)
  })

  test('is told of the conversations of those it changed, and of no others', async () => {
    const recall = await make('Recall')
    await tagging([pat], [recall.id])
    const changed: number[] = []
    office.store.onCommit(({ conversationIds }) => void changed.push(conversationIds.length))
    await tagging([pat, robin], [recall.id])
    await make('Recall due', 'green', recall.id)
    expect(changed).toEqual([1, 2])
  })

  test('of thousands is one transaction that finds its rows by index', async () => {
    const recall = await make('Recall')
    const many = Array.from({ length: 3000 }, (_, n) => ({ id: `c${n}`, number: `+1530${n}`, created_at: 0 }))
    await office.store.write(async ({ db }) => {
      for (let n = 0; n < many.length; n += 500) {
        const rows = many.slice(n, n + 500).map((row) => ({ ...row, name: null, name_source: null }))
        await db.insertInto('contact').values(rows).execute()
      }
    })
    const before = office.store.revision()
    const { added } = await tagging(
      many.map(({ id }) => id),
      [recall.id],
    )
    expect(added[0]?.contactIds).toHaveLength(3000)
    expect(office.store.revision()).toBe(before + 1)
    const plans = [
      sql`EXPLAIN QUERY PLAN SELECT contact_id FROM contact_tag WHERE tag_id = 'x'`,
      sql`EXPLAIN QUERY PLAN SELECT tag_id FROM contact_tag WHERE contact_id IN ('x', 'y')`,
      sql`EXPLAIN QUERY PLAN SELECT id, (SELECT count(*) FROM contact_tag WHERE tag_id = tag.id) FROM tag ORDER BY folded`,
    ].map((plan) => plan.execute(office.store.db))
    expect(JSON.stringify(await Promise.all(plans))).not.toMatch(/SCAN contact_tag|TEMP B-TREE/)
  })
})
