import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { commands } from '../../electron/contract/commands.ts'
import { english } from '../../electron/contract/text/catalogue-words.ts'
import { setLanguage } from '../../electron/contract/text/index.ts'
import { Engine } from '../../electron/engine/engine.ts'
import { erasedTable } from '../../electron/engine/privacy/erase-sql.ts'
import { addFold } from '../../electron/engine/store/fold.ts'
import { ManualClock } from '../../telephony/clock.ts'
import { silentLogger } from '../../telephony/logger.ts'
import { makeBigStore } from './big-store.ts'

/** Tables that stay small in every office, so that reading all of them costs nothing; the last three hold what waits. */
const small = new Set(
  'setting line endpoint gap tag quick_reply conversation_count outbox picture_fetch draft'.split(' '),
)
/** These ask somebody outside, or reach for files. */
const elsewhere = /^(phone-system:(check|save|trust)|texting:(check|save))$/

const now = Date.UTC(2026, 10, 24, 18)
const asked = new Set<string>()
const answers = new Map<string, string>()
/** What was said where Spanish holds. */
const said = new Set<string>()
let folder: string
let file: string

/** Every command that the window has, whichever come to be: with all of its input, and with what must be there only. */
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ringback-plans-'))
  file = join(folder, 'inbox.sqlite')
  await makeBigStore(file, { sizes: { contacts: 40, calls: 120, texts: 400, longest: 60 }, seed: 3, now })
  const options = { dataFolder: folder, profile: 'office', secrets: { pbxPassword: null, gatewayToken: null } } as const
  // Whatever is said in English then has no words in the other language.
  setLanguage('es', 'es-US')
  const engine = await Engine.start({ ...options, clock: new ManualClock(now), logger: silentLogger })
  const ids = someIds()
  const { prototype } = SqliteDatabase
  const prepare = prototype.prepare as (this: SqliteDatabase.Database, sql: string) => SqliteDatabase.Statement
  Object.assign(prototype, {
    prepare(this: SqliteDatabase.Database, sql: string) {
      if (/^\s*(select|update|delete|insert|with)/i.test(sql)) asked.add(sql)
      return prepare.call(this, sql)
    },
  })
  try {
    for (const [name, { owner, input }] of Object.entries(commands)) {
      if (owner !== 'engine' || elsewhere.test(name)) continue
      for (const whole of [false, true]) {
        const given =
          input instanceof z.ZodUndefined ? undefined : example(z.toJSONSchema(input, inputs), ids, name, whole)
        const result = await engine.request(name, given)
        answers.set(`${name} ${whole}`, result.ok ? 'ok' : `${result.failure.code}: ${result.failure.message}`)
        for (const sentence of sentencesIn(result)) said.add(sentence)
      }
    }
  } finally {
    setLanguage('en', 'en-US')
    Object.assign(prototype, { prepare })
    await engine.stop()
  }
}, 60_000)

afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('each command of the window could be tried', () => {
  const failed = [...answers].filter(([, answer]) => answer.startsWith('internal'))
  expect(failed).toEqual([])
  expect([...answers.values()].filter((answer) => answer === 'ok').length).toBeGreaterThan(answers.size / 3)
})

test('none of them says English where Spanish holds', () => {
  expect(said.size).toBeGreaterThan(40)
  expect([...said].filter((sentence) => english.test(sentence))).toEqual([])
})

/** What Ringback says in an answer, wherever it stands; what people wrote, and what an older version stored, are theirs. */
function sentencesIn(answer: unknown, key = ''): string[] {
  if (typeof answer === 'string')
    return /^(message|remedy|sentence|reason|why|quiet|refusal)$/.test(key) ? [answer] : []
  if (typeof answer !== 'object' || answer === null) return []
  return Object.entries(answer).flatMap(([name, member]) => sentencesIn(member, Array.isArray(answer) ? key : name))
}

test('nothing that any command of the window asks reads a whole table that grows', () => {
  const db = new SqliteDatabase(file, { readonly: true })
  addFold(db)
  // Erasing a contact keeps the numbers in a table of its connection only.
  db.exec(erasedTable)
  const growing = new Set(
    (db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all() as string[]).filter(
      (name) => !small.has(name) && !/^(search|sqlite)_/.test(name),
    ),
  )
  // Of a few rows only: those that run, or wait.
  const partial = new Set(
    db.prepare("SELECT name FROM sqlite_schema WHERE type = 'index' AND sql LIKE '% WHERE %'").pluck().all(),
  )
  const scans: string[] = []
  for (const sql of asked) {
    if (sql.includes(' in ()')) continue
    const plan = db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...Array.from(sql.matchAll(/\?/g), () => null)) as Detail[]
    const sorted = plan.some(({ detail }) => detail.includes('TEMP B-TREE FOR ORDER BY'))
    for (const { detail } of plan) {
      const [, name = '', how = ''] = /^SCAN (\w+)(.*)/.exec(detail) ?? []
      const table = new RegExp(`"(\\w+)" as "${name}"`).exec(sql)?.[1] ?? name
      // A page of a list is read in the order of its index until it is full.
      const isPage = /USING (COVERING )?INDEX/.test(how) && /\blimit\b/i.test(sql) && !sorted
      const isPart = partial.has(/INDEX (\w+)/.exec(how)?.[1])
      if (growing.has(table) && !isPage && !isPart) scans.push(`${detail}: ${sql}`)
    }
  }
  db.close()
  expect(asked.size).toBeGreaterThan(100)
  expect(scans).toEqual([])
})

interface Detail {
  detail: string
}

const inputs = { io: 'input', unrepresentable: 'any' } as const

type Ids = Record<'conversation' | 'contact' | 'call' | 'message', string>

function someIds(): Ids {
  const db = new SqliteDatabase(file, { readonly: true })
  const one = (sql: string) => String(db.prepare(sql).pluck().get())
  const conversation = one('SELECT conversation_id FROM message GROUP BY 1 ORDER BY count(*) DESC LIMIT 1')
  const ids = {
    conversation,
    contact: one(`SELECT contact_id FROM conversation WHERE id = '${conversation}'`),
    call: one(`SELECT id FROM call WHERE conversation_id = '${conversation}'`),
    message: one(`SELECT id FROM message WHERE conversation_id = '${conversation}'`),
  }
  db.close()
  return ids
}

/** An input that the schema allows; `whole`: with everything that may be left out. Ids are those of rows that are there. */
function example(schema: unknown, ids: Ids, key: string, whole: boolean): unknown {
  const of = schema as z.core.JSONSchema.JSONSchema
  const choice = (of.anyOf ?? of.oneOf)?.[0]
  if (choice) return example(choice, ids, key, whole)
  if (of.const !== undefined) return of.const
  if (of.enum) return of.enum[0]
  switch (of.type) {
    case 'object': {
      const required = new Set(of.required)
      const fields = Object.entries(of.properties ?? {}).filter(([name]) => whole || required.has(name))
      return Object.fromEntries(
        fields.map(([name, field]) => [name, example(field, ids, name === 'id' ? key : name, whole)]),
      )
    }
    case 'array':
      return Array.isArray(of.prefixItems)
        ? of.prefixItems.map((item) => example(item, ids, key, whole))
        : [example(of.items, ids, key, whole)]
    case 'string':
      return text(of, ids, key)
    case 'integer':
    case 'number':
      return Math.max(of.minimum ?? 0, Math.min(of.maximum ?? 50, 50))
    case 'boolean':
      return true
    default:
      return null
  }
}

function text(of: z.core.JSONSchema.JSONSchema, ids: Ids, key: string): string {
  const kind = /^(conversation|contact|call|message)s?(:|Ids?$|$)/.exec(key)?.[1]
  if (kind && !/name|body/i.test(key)) return ids[kind as keyof Ids]
  if (of.format === 'uuid') return randomUUID()
  if (of.format === 'uri') return 'https://book.example/'
  if (/date|from|to$/i.test(key)) return '2026-11-02'
  if (/time|at$/i.test(key)) return '09:00'
  if (/number/i.test(key)) return '+12125550100'
  if (/ids?$/i.test(key) || /cursor/.test(key)) return ids.conversation
  return 'pat'
}
