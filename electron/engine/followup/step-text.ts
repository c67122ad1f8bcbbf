/** The words of one step for one contact, as they would go out at a given time of day. */
import type { Kysely } from 'kysely'
import { numberAsKept } from '../../../telephony/phone-number.ts'
import { templateFor } from '../../contract/texts.ts'
import type { Database } from '../store/schema.ts'
import type { FollowUpFacts, FollowUpSettings } from './facts.ts'
import { styleOf, writeText } from './template.ts'
import type { TemplateFields, WrittenText } from './template.ts'

/** `position`: counts the texts of the follow-up from 1; the first one names the business, whichever step it is. */
export async function writeStep(
  db: Kysely<Database>,
  about: { conversationId: string; line: string | null; position: number },
  facts: Pick<FollowUpFacts, 'step' | 'officeState' | 'quiet'>,
  settings: FollowUpSettings,
): Promise<WrittenText> {
  const { business, texts } = settings
  const line = about.line === null ? null : numberAsKept(about.line, business.country)
  const fields = await fieldsOf(db, about, settings)
  const { step, officeState: state, quiet } = facts
  // At night it answers the call and no more.
  const withLink = step !== 1 || (state !== 'closed' && quiet === null)
  return writeText(
    templateFor(texts, { step, line, state }),
    { ...fields, bookingLink: withLink ? business.bookingLink : '' },
    styleOf(texts, about.position === 1),
  )
}

/** What stands in the fields of a text in this conversation. */
export async function fieldsOf(
  db: Kysely<Database>,
  about: { conversationId: string; line: string | null },
  { business, lines }: Pick<FollowUpSettings, 'business' | 'lines'>,
): Promise<TemplateFields> {
  const { name } = await db
    .selectFrom('conversation')
    .innerJoin('contact', 'contact.id', 'conversation.contact_id')
    .select('contact.name')
    .where('conversation.id', '=', about.conversationId)
    .executeTakeFirstOrThrow()
  const line = about.line === null ? null : numberAsKept(about.line, business.country)
  const known = lines.find(({ number }) => numberAsKept(number, business.country) === line)
  return { business: business.name, caller: name, line: known?.name ?? null, bookingLink: business.bookingLink }
}
