import SqliteDatabase from 'better-sqlite3'
import { expect, test } from 'vitest'
import { keepingStatements } from './kept-statements.ts'

function counting() {
  const db = new SqliteDatabase(':memory:')
  const prepared: string[] = []
  const kept = keepingStatements({
    close: () => void db.close(),
    prepare(sql) {
      prepared.push(sql)
      return db.prepare(sql)
    },
  })
  return { kept, prepared }
}

test('a statement is prepared once, and answers as before after the tables were changed', () => {
  const { kept, prepared } = counting()
  kept.prepare('CREATE TABLE thing (id INTEGER)').run([])
  kept.prepare('INSERT INTO thing VALUES (?)').run([1])
  kept.prepare('INSERT INTO thing VALUES (?)').run([2])
  const all = () => kept.prepare('SELECT * FROM thing ORDER BY id').all([])
  expect(all()).toEqual([{ id: 1 }, { id: 2 }])
  kept.prepare("ALTER TABLE thing ADD COLUMN name TEXT NOT NULL DEFAULT 'x'").run([])
  expect(all()).toEqual([
    { id: 1, name: 'x' },
    { id: 2, name: 'x' },
  ])
  expect(prepared).toHaveLength(4)
  kept.close()
})

test('questions of every length do not pile up; what is asked often stays', () => {
  const { kept, prepared } = counting()
  for (let length = 1; length <= 2000; length += 1) {
    kept.prepare('SELECT 1').all([])
    kept.prepare(`SELECT ${length} AS "of length ${length}"`).all([])
  }
  expect(prepared.filter((sql) => sql === 'SELECT 1')).toHaveLength(1)
  // What has not been asked for long was forgotten, and is prepared anew.
  kept.prepare('SELECT 1 AS "of length 1"').all([])
  expect(prepared.filter((sql) => sql.includes('"of length 1"'))).toHaveLength(2)
  kept.close()
})
