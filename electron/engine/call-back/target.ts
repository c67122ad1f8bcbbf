/** Whom to call back: always a number of our own books, never text from the window. */
import type { Kysely } from 'kysely'
import { numbersIn } from '../../../telephony/numbers-in-text.ts'
import { numberForPeople } from '../../../telephony/phone-number.ts'
import type { CommandArguments } from '../../contract/commands.ts'
import { readSection } from '../settings/settings.ts'
import type { Database } from '../store/schema.ts'

export type CallBackTarget = CommandArguments<'call-back:start'>

export interface Callee {
  conversationId: string | null
  /** E.164. */
  number: string
  /** Name, or number as people write it. */
  who: string
  numberForPeople: string
}

/** Null when the conversation, call or text is gone, or has no such number. */
export async function findCallee(db: Kysely<Database>, target: CallBackTarget): Promise<Callee | null> {
  const number =
    'conversationId' in target
      ? await numberOfConversation(db, target.conversationId)
      : 'callId' in target
        ? await numberOfCall(db, target.callId)
        : await numberInText(db, target)
  if (number === null) return null
  const contact = await db
    .selectFrom('contact')
    .leftJoin('conversation', 'conversation.contact_id', 'contact.id')
    .select(['contact.name', 'conversation.id'])
    .where('contact.number', '=', number)
    .executeTakeFirst()
  const { country } = await readSection(db, 'business')
  const shown = numberForPeople(number, country)
  return { conversationId: contact?.id ?? null, number, who: contact?.name ?? shown, numberForPeople: shown }
}

async function numberOfConversation(db: Kysely<Database>, id: string): Promise<string | null> {
  const row = await db
    .selectFrom('conversation')
    .innerJoin('contact', 'contact.id', 'conversation.contact_id')
    .select('contact.number')
    .where('conversation.id', '=', id)
    .executeTakeFirst()
  return row?.number ?? null
}

async function numberOfCall(db: Kysely<Database>, id: string): Promise<string | null> {
  const row = await db.selectFrom('call').select('party').where('id', '=', id).executeTakeFirst()
  return row?.party ?? null
}

/** The number, if that text has it. */
async function numberInText(
  db: Kysely<Database>,
  { messageId, number }: { messageId: string; number: string },
): Promise<string | null> {
  const row = await db.selectFrom('message').select('body').where('id', '=', messageId).executeTakeFirst()
  const { country } = await readSection(db, 'business')
  const found = numbersIn(row?.body ?? '', country).some((each) => each.number === number)
  return found ? number : null
}
