/** What a person sees in the window of a PC, read from its inbox while the engine is at work. */
import SqliteDatabase from 'better-sqlite3'

export interface WaitingText {
  messageId: string
  conversationId: string
  number: string
  body: string
}

export interface KnownContact {
  conversationId: string
  contactId: string
}

/** Null where the inbox is being made, or moved into place. */
function read<T>(file: string, ask: (db: SqliteDatabase.Database) => T): T | null {
  try {
    const db = new SqliteDatabase(file, { readonly: true })
    try {
      return ask(db)
    } finally {
      db.close()
    }
  } catch {
    return null
  }
}

export function contactIn(file: string, number: string): KnownContact | null {
  const ask = `SELECT conversation.id AS conversationId, contact.id AS contactId
    FROM conversation JOIN contact ON contact.id = contact_id WHERE number = ?`
  return read(file, (db) => (db.prepare(ask).get(number) as KnownContact | undefined) ?? null)
}

/** The automatic texts that wait, the next first. */
export function waitingIn(file: string): WaitingText[] {
  const ask = `SELECT message.id AS messageId, conversation_id AS conversationId, number, body
    FROM outbox JOIN message ON message.id = message_id JOIN conversation ON conversation.id = conversation_id
    JOIN contact ON contact.id = contact_id WHERE author = 'auto' AND outbox.state = 'queued' ORDER BY due_at`
  return read(file, (db) => db.prepare(ask).all() as WaitingText[]) ?? []
}

/** Whether a text is on its way, looked for, or due by then; yes where nobody can read it. */
export function isBusy(file: string, until: number): boolean {
  const ask = `SELECT COUNT(*) AS texts FROM outbox WHERE state <> 'queued' OR due_at <= ?`
  return read(file, (db) => (db.prepare(ask).get(until) as { texts: number }).texts > 0) ?? true
}
