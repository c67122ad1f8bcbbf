/** The settings as the follow-up's rules and templates use them: every number in E.164. */
import type { Kysely } from 'kysely'
import { parseNumber } from '../../../telephony/phone-number.ts'
import type { FollowUpSettings } from '../followup/facts.ts'
import type { Database } from '../store/schema.ts'
import type { KnownSecrets } from './settings.ts'
import { readSettings } from './settings.ts'

export async function readFollowUpSettings(db: Kysely<Database>, secrets: KnownSecrets): Promise<FollowUpSettings> {
  const { business, followUp, lines, texting } = await readSettings(db, secrets)
  const inE164 = (shown: string) => {
    const parsed = parseNumber(shown, business.country)
    return parsed.ok ? parsed.number : shown
  }
  return { business, followUp, texting, lines: lines.map(({ number, name }) => ({ number: inE164(number), name })) }
}
