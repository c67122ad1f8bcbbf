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
  /** Place among the texts of its follow-up; null for texts by staff. */
  step: number | null
  /** Of the newest decision about it. */
  rule: string | null
  lastEnd: string | null
  /** Of its row in the outbox, if it has one: state, and when it is due. */
  waits: string | null
  dueAt: number | null
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
  /** Number by conversation. */
  numbers: Map<string, string>
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
        stop_reason AS stopReason, linkedid, message.step,
        (SELECT rule FROM decision WHERE message_id = message.id ORDER BY id DESC LIMIT 1) AS rule,
        (SELECT "end" FROM attempt WHERE message_id = message.id ORDER BY number DESC LIMIT 1) AS lastEnd,
        outbox.state AS waits, outbox.due_at AS dueAt
        FROM message JOIN conversation ON conversation.id = message.conversation_id
        JOIN contact ON contact.id = conversation.contact_id
        LEFT JOIN outbox ON outbox.message_id = message.id
        LEFT JOIN follow_up ON follow_up.id = follow_up_id LEFT JOIN call ON call.id = call_id
        WHERE message.direction = 'out'`),
      numbers: new Map(
        all<{ id: string; number: string }>(
          'SELECT conversation.id, number FROM conversation JOIN contact ON contact.id = contact_id',
        ).map(({ id, number }) => [id, number]),
      ),
    }
  } finally {
    db.close()
  }
}
