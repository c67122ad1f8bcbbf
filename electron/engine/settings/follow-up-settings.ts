/** The settings as the follow-up's rules and templates use them: every number in E.164. */
import type { Kysely } from 'kysely'
import { numberAsKept } from '../../../telephony/phone-number.ts'
import type { FollowUpSettings } from '../followup/facts.ts'
import type { Database } from '../store/schema.ts'
import type { KnownSecrets } from './settings.ts'
import { readSettings } from './settings.ts'

export async function readFollowUpSettings(db: Kysely<Database>, secrets: KnownSecrets): Promise<FollowUpSettings> {
  const { business, followUp, texts, hours, quietHours, lines, texting } = await readSettings(db, secrets)
  const kept = <Line extends { number: string }>(line: Line): Line => {
    return { ...line, number: numberAsKept(line.number, business.country) }
  }
  return {
    business,
    followUp,
    texts: { ...texts, lines: texts.lines.map(kept) },
    hours,
    quietHours,
    texting,
    lines: lines.map(kept),
  }
}
