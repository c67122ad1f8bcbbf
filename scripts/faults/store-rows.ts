/** What the inbox file says in the end. */
import SqliteDatabase from 'better-sqlite3'

export interface StoredText {
  id: string
  number: string
  author: 'auto' | 'staff' | 'elsewhere'
  state: string
  body: string
  providerId: string | null
  /** JSON. */
  problem: string | null
  stopReason: string | null
  /** Linkedid of the call that it answers; null for texts by staff. */
  linkedid: string | null
  /** Of the newest decision about that call. */
  rule: string | null
  lastEnd: string | null
}

export interface StoredCall {
  linkedid: string
  outcome: string
  /** Of the newest decision; null when there is none. */
  rule: string | null
  verdict: string | null
}

export interface StoreRows {
  /** `ok`, or what SQLite found. */
  integrity: string
  calls: StoredCall[]
  texts: StoredText[]
  /** Rows that still wait in the outbox. */
  waiting: number
}

export function readStore(file: string): StoreRows {
  const db = new SqliteDatabase(file, { readonly: true })
  const all = <T>(sql: string) => db.prepare(sql).all() as T[]
  const newest = (column: string, call: string) =>
    `(SELECT ${column} FROM decision WHERE call_id = ${call} ORDER BY id DESC LIMIT 1)`
  try {
    return {
      integrity: String(db.pragma('integrity_check', { simple: true })),
      calls: all(`SELECT linkedid, outcome, ${newest('rule', 'call.id')} AS rule,
        ${newest('verdict', 'call.id')} AS verdict FROM call`),
      texts: all(`SELECT message.id, contact.number, author, message.state, body, provider_id AS providerId, problem,
        stop_reason AS stopReason, linkedid, ${newest('rule', 'call.id')} AS rule,
        (SELECT "end" FROM attempt WHERE message_id = message.id ORDER BY number DESC LIMIT 1) AS lastEnd
        FROM message JOIN conversation ON conversation.id = message.conversation_id
        JOIN contact ON contact.id = conversation.contact_id
        LEFT JOIN follow_up ON follow_up.id = follow_up_id LEFT JOIN call ON call.id = call_id
        WHERE message.direction = 'out'`),
      waiting: Number(db.prepare('SELECT count(*) FROM outbox').pluck().get()),
    }
  } finally {
    db.close()
  }
}
