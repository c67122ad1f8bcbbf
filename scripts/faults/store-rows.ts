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
  /** Of the newest decision about it. */
  verdict: string | null
  rule: string | null
  /** When its last attempt began, by the PC's clock. */
  triedAt: number | null
  /** Of its row in the outbox, if it has one: state, and when it is due. */
  waits: string | null
  dueAt: number | null
}

export interface StoredCall {
  linkedid: string
  /** What was decided when it ended; null when nothing was. */
  rule: string | null
  verdict: string | null
}

export interface StoreRows {
  /** `ok`, or what SQLite found. */
  integrity: string
  calls: StoredCall[]
  texts: StoredText[]
}

export function readStore(file: string): StoreRows {
  const db = new SqliteDatabase(file, { readonly: true })
  const all = <T>(sql: string) => db.prepare(sql).all() as T[]
  const decided = (column: string, about: string, order: 'ASC' | 'DESC') =>
    `(SELECT ${column} FROM decision WHERE ${about} ORDER BY id ${order} LIMIT 1) AS ${column}`
  const ofCall = 'call_id = call.id'
  const ofText = 'message_id = message.id'
  try {
    return {
      integrity: String(db.pragma('integrity_check', { simple: true })),
      calls: all(`SELECT linkedid, ${decided('rule', ofCall, 'ASC')}, ${decided('verdict', ofCall, 'ASC')} FROM call`),
      texts: all(`SELECT message.id, contact.number, author, message.state, body, provider_id AS providerId, problem,
        stop_reason AS stopReason, linkedid,
        ${decided('rule', ofText, 'DESC')}, ${decided('verdict', ofText, 'DESC')},
        (SELECT started_at FROM attempt WHERE ${ofText} ORDER BY number DESC LIMIT 1) AS triedAt,
        outbox.state AS waits, outbox.due_at AS dueAt
        FROM message JOIN conversation ON conversation.id = message.conversation_id
        JOIN contact ON contact.id = conversation.contact_id
        LEFT JOIN outbox ON outbox.message_id = message.id
        LEFT JOIN follow_up ON follow_up.id = follow_up_id LEFT JOIN call ON call.id = call_id
        WHERE message.direction = 'out'`),
    }
  } finally {
    db.close()
  }
}
