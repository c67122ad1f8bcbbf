/** One number of a person wants no texts: whether the others do, nobody knows but the person, so staff are asked. */
import { numberForPeople } from '../../../telephony/phone-number.ts'
import { words } from '../../contract/text/index.ts'
import { applyEvent, conversationOf } from '../inbox/conversations.ts'
import { isOptedOut } from '../opt-out/ledger.ts'
import type { OptOutSource } from '../opt-out/ledger.ts'
import { askAboutOptOut, isOptOutAsked } from '../opt-out/question.ts'
import { readSection } from '../settings/settings.ts'
import type { Work } from '../store/database.ts'
import { numbersOfPerson } from './person.ts'

/**
 * Opens the question for each number of the person (`among` these) that is not opted out: nothing goes there by itself until staff have
 * decided. The conversations come up again, unless it is staff who are at it.
 */
export async function askOfOtherNumbers(
  work: Work,
  { number, source, now }: { number: string; source: OptOutSource; now: number },
  among?: readonly string[],
): Promise<void> {
  const others = (await numbersOfPerson(work.db, number)).filter(
    (other) => other !== number && (among?.includes(other) ?? true),
  )
  if (others.length === 0) return
  const { country } = await readSection(work.db, 'business')
  const why = words.optOut.askedOfOther(numberForPeople(number, country))
  for (const other of others) {
    if ((await isOptedOut(work.db, other)) || (await isOptOutAsked(work.db, other))) continue
    const contact = await work.db
      .selectFrom('contact')
      .select('id')
      .where('number', '=', other)
      .executeTakeFirstOrThrow()
    const conversationId = await conversationOf(work.db, contact.id)
    await askAboutOptOut(work, { number: other, conversationId, why }, now)
    if (conversationId !== null && source !== 'staff') await applyEvent(work, conversationId, { kind: 'look', at: now })
  }
}
