/** What somebody types into the search field, as a condition on conversations. */
import { sql } from 'kysely'
import type { Expression, ExpressionBuilder, SqlBool } from 'kysely'
import { numberSearch } from '../../../telephony/phone-number.ts'
import { fold } from '../store/fold.ts'
import type { Database } from '../store/schema.ts'

type Builder = ExpressionBuilder<Database, 'conversation' | 'contact'>

/**
 * A conversation is found by its number (whole or in part, in any spelling), or when each word stands in the
 * contact's name or number or in one of its texts, whatever the case and the accents. `query` is not empty.
 */
export function matches(eb: Builder, query: string, country: string): Expression<SqlBool> {
  const words = fold(query).split(/\s+/).filter(Boolean)
  const everyWord = eb.and(words.map((word) => wordMatches(eb, word)))
  const number = numberSearch(query, country)
  if (!number) return everyWord
  return eb.or(['whole' in number ? eb('contact.number', '=', number.whole) : hasDigits(number.part), everyWord])
}

function wordMatches(eb: Builder, word: string): Expression<SqlBool> {
  const digits = word.replace(/[().+/-]/g, '')
  return eb.or([
    sql<SqlBool>`instr(fold(contact.name), ${word}) > 0`,
    ...(/^\d{3,}$/.test(digits) ? [hasDigits(digits)] : []),
    eb.exists(
      eb
        .selectFrom('message')
        .select('message.id')
        .whereRef('message.conversation_id', '=', 'conversation.id')
        .where('message.state', '!=', 'cancelled')
        .where(sql<SqlBool>`instr(fold(message.body), ${word}) > 0`),
    ),
  ])
}

function hasDigits(digits: string): Expression<SqlBool> {
  return sql<SqlBool>`instr(contact.number, ${digits}) > 0`
}
