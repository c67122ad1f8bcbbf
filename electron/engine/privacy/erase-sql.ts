/**
 * What takes a contact out of an inbox file, the same for the inbox and for its copies, which may be of older versions.
 * The numbers (E.164) stand in `temp.erased`. An opt-out stays: the number, when, and that it was said, without the words it was said in.
 */

import type { ErasedIds } from './erased-ids.ts'

const contact = '(SELECT id FROM contact WHERE number IN (SELECT number FROM temp.erased))'
const conversation = `(SELECT id FROM conversation WHERE contact_id IN ${contact})`
const message = `(SELECT id FROM message WHERE conversation_id IN ${conversation})`
/** Calls with a withheld number that the provider passed on, as the phone system spelled it: they are nobody's otherwise. */
const passedOn = `withheld = 1 AND caller_number NOT GLOB '*[^0-9+]*' AND length(ltrim(caller_number, '+0')) >= 7
  AND EXISTS (SELECT 1 FROM temp.erased WHERE erased.number LIKE '%' || ltrim(caller_number, '+0'))`
const call = `(SELECT id FROM call WHERE conversation_id IN ${conversation} OR party IN (SELECT number FROM temp.erased)
  UNION ALL SELECT id FROM call WHERE ${passedOn})`

export const erasedTable = 'CREATE TEMP TABLE erased (number TEXT PRIMARY KEY)'
export const eraseThis = 'INSERT INTO temp.erased VALUES (?)'

/** Names a text that was erased, by the account and the provider's id: it stands on in the text service's list (replies/inbound.ts). */
export const erasedText = 'replies.erased.'

/** In an order in which no reference breaks. `as`: how the receipt counts what went. */
export const erasing: readonly { table: string; sql: string; as?: 'contacts' | 'calls' | 'texts' | 'notes' }[] = [
  { table: 'draft', sql: `DELETE FROM draft WHERE conversation_id IN ${conversation}` },
  { table: 'note', sql: `DELETE FROM note WHERE conversation_id IN ${conversation}`, as: 'notes' },
  { table: 'happening', sql: `DELETE FROM happening WHERE conversation_id IN ${conversation}` },
  { table: 'picture_fetch', sql: `DELETE FROM picture_fetch WHERE message_id IN ${message}` },
  { table: 'picture', sql: `DELETE FROM picture WHERE message_id IN ${message}` },
  { table: 'outbox', sql: `DELETE FROM outbox WHERE message_id IN ${message}` },
  { table: 'attempt', sql: `DELETE FROM attempt WHERE message_id IN ${message}` },
  {
    table: 'setting',
    sql: `INSERT OR IGNORE INTO setting (name, value, changed_at)
      SELECT '${erasedText}' || gateway || '.' || provider_id, 'true', at FROM message
      WHERE direction = 'in' AND gateway IS NOT NULL AND provider_id IS NOT NULL AND id IN ${message}`,
  },
  { table: 'message', sql: `DELETE FROM message WHERE conversation_id IN ${conversation}`, as: 'texts' },
  { table: 'decision', sql: `DELETE FROM decision WHERE call_id IN ${call}` },
  { table: 'follow_up', sql: `DELETE FROM follow_up WHERE conversation_id IN ${conversation}` },
  {
    table: 'call',
    sql: `DELETE FROM call WHERE id IN ${call}`,
    as: 'calls',
  },
  { table: 'conversation', sql: `DELETE FROM conversation WHERE contact_id IN ${contact}` },
  { table: 'contact_tag', sql: `DELETE FROM contact_tag WHERE contact_id IN ${contact}` },
  { table: 'contact', sql: 'DELETE FROM contact WHERE number IN (SELECT number FROM temp.erased)', as: 'contacts' },
  { table: 'texted', sql: 'DELETE FROM texted WHERE number IN (SELECT number FROM temp.erased)' },
  { table: 'opt_out', sql: "UPDATE opt_out SET evidence = '' WHERE number IN (SELECT number FROM temp.erased)" },
  {
    table: 'opt_out_audit',
    sql: "UPDATE opt_out_audit SET evidence = '' WHERE number IN (SELECT number FROM temp.erased)",
  },
]

/** Both hold the words of what was deleted until their parts are merged (FTS5, "Contentless-Delete Tables"). */
export const wordIndexes = ['search_contact', 'search_text'] as const

/** What stands for them beside the inbox (erased-ids.ts): ids that are nobody's name. */
export const idsOf: Readonly<Record<keyof ErasedIds, string>> = {
  contact: 'SELECT id FROM contact WHERE number IN (SELECT number FROM temp.erased)',
  // The others go with their contact.
  call: `SELECT id FROM call WHERE ${passedOn}`,
  text: `SELECT gateway || '.' || provider_id AS id FROM message
    WHERE direction = 'in' AND gateway IS NOT NULL AND provider_id IS NOT NULL AND id IN ${message}`,
}

/** Whose numbers are to be erased, by the ids of contacts (JSON). */
export const eraseThese = `INSERT OR IGNORE INTO temp.erased
  SELECT number FROM contact WHERE id IN (SELECT value FROM json_each(?))`

/** By the ids of calls (JSON): in no conversation, with a number that was withheld. */
export const eraseCalls = [
  'DELETE FROM decision WHERE call_id IN (SELECT value FROM json_each(?))',
  'DELETE FROM call WHERE conversation_id IS NULL AND id IN (SELECT value FROM json_each(?))',
]

/** By the ids of texts (JSON), as `erasedText` has them. */
export const eraseTexts = `INSERT OR IGNORE INTO setting (name, value, changed_at)
  SELECT '${erasedText}' || value, 'true', 0 FROM json_each(?)`

/** Names of the picture files that go with them. */
export const picturesOf = `SELECT file FROM picture WHERE file IS NOT NULL AND message_id IN ${message}`
/** Texts that are on their way this very moment. */
export const onTheWay = `SELECT message_id FROM outbox WHERE state = 'sending' AND message_id IN ${message}`
