/** What is in a copy of the inbox, whether it is whole, and how it differs from today's. Nothing is changed by looking. */
import type { InboxContents } from '../../contract/backups.ts'
import { inSqliteThread } from './sqlite-thread.ts'

const count = `
const tables = { contacts: 'contact', calls: 'call', texts: 'message', notes: 'note' }
const countIn = (db, schema) => Object.fromEntries(Object.entries(tables).map(([name, table]) =>
  [name, db.prepare('SELECT count(*) FROM ' + schema + '.' + table).pluck().get()]))
const open = (file) => new SqliteDatabase(file, { readonly: true, fileMustExist: true, timeout: 5000 })
`

/** For each file what is in it; null where it cannot be read. */
export function contentsOf(files: readonly string[]): Promise<(InboxContents | null)[]> {
  if (files.length === 0) return Promise.resolve([])
  return inSqliteThread(
    `${count}
    return data.map((file) => {
      let db
      try {
        db = open(file)
        return countIn(db, 'main')
      } catch {
        return null
      } finally {
        db?.close()
      }
    })`,
    files,
  )
}

export interface Comparison {
  /** 0 where it is no inbox. */
  version: number
  whole: boolean
  backup: InboxContents | null
  today: InboxContents | null
  back: InboxContents
  since: InboxContents
  changed: number
}

/** Checks `backup` thoroughly and holds it beside the inbox `today`, which may be damaged or missing. */
export function compare(backup: string, today: string): Promise<Comparison> {
  return inSqliteThread(
    `${count}
    const nothing = { contacts: 0, calls: 0, texts: 0, notes: 0 }
    const found = { version: 0, whole: false, backup: null, today: null, back: nothing, since: nothing, changed: 0 }
    const isWhole = (db) => db.pragma('quick_check(1)', { simple: true }) === 'ok'
    const columnsOf = (db, schema) => db.prepare(
      "SELECT name FROM pragma_table_info('contact', '" + schema + "') WHERE name IN ('name', 'company', 'notes')").pluck().all()
    let db
    try {
      db = open(data.backup)
      found.version = db.pragma('user_version', { simple: true })
      found.whole = found.version > 0 && isWhole(db)
      if (!found.whole) return found
      found.backup = countIn(db, 'main')
    } catch {
      db?.close()
      return { ...found, whole: false, backup: null }
    }
    let now
    try {
      now = open(data.today)
      if (!isWhole(now)) throw new Error('damaged')
      now.close()
      db.prepare('ATTACH ? AS today').run(data.today)
      found.today = countIn(db, 'today')
      const missing = (from, than) => Object.fromEntries(Object.entries(tables).map(([name, table]) => {
        const key = table === 'contact' ? 'number' : 'id'
        const sql = 'SELECT count(*) FROM ' + from + '.' + table + ' AS one WHERE NOT EXISTS (SELECT 1 FROM '
          + than + '.' + table + ' AS other WHERE other.' + key + ' = one.' + key + ')'
        return [name, db.prepare(sql).pluck().get()]
      }))
      found.back = missing('main', 'today')
      found.since = missing('today', 'main')
      const inToday = columnsOf(db, 'today')
      const shared = columnsOf(db, 'main').filter((name) => inToday.includes(name))
      const differs = shared.map((name) => 'one.' + name + ' IS NOT other.' + name).join(' OR ')
      found.changed = db.prepare('SELECT count(*) FROM main.contact AS one JOIN today.contact AS other USING (number) WHERE '
        + differs).pluck().get()
    } catch {
      found.today = null
      found.back = nothing
      found.since = nothing
      found.changed = 0
    } finally {
      if (now?.open) now.close()
      db.close()
    }
    return found`,
    { backup, today },
  )
}
