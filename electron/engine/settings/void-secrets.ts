/**
 * Secrets that a settings file made void, since it names another place. Noted in the transaction that takes the file:
 * where Ringback is killed before main forgets them, they are not handed to that place at the next start.
 */
import type { Kysely } from 'kysely'
import type { SettingsComparison } from '../../contract/settings-file.ts'
import type { Secrets } from '../secrets.ts'
import type { Work } from '../store/database.ts'
import type { Database } from '../store/schema.ts'

/** By the section whose place a secret is for. */
const rowOf = (section: string) => `secrets.void.${section}`
const sectionOf = { password: 'phone-system', token: 'texting' } as const

export async function makeVoid(work: Work, needs: SettingsComparison['needs'], now: number): Promise<void> {
  for (const need of needs) {
    const row = { name: rowOf(sectionOf[need]), value: 'true', changed_at: now }
    await work.db
      .insertInto('setting')
      .values(row)
      .onConflict((conflict) => conflict.column('name').doNothing())
      .execute()
  }
}

/** A new one was given for the place of `section`. */
export async function isGivenAnew(work: Work, section: string): Promise<void> {
  await work.db.deleteFrom('setting').where('name', '=', rowOf(section)).execute()
}

/** Takes the void ones out of those that were handed over at the start. */
export async function leaveOutVoid(db: Kysely<Database>, secrets: Secrets): Promise<void> {
  const names = Object.values(sectionOf).map(rowOf)
  const rows = await db.selectFrom('setting').select('name').where('name', 'in', names).execute()
  const isVoid = (need: keyof typeof sectionOf) => rows.some(({ name }) => name === rowOf(sectionOf[need]))
  if (isVoid('password')) secrets.pbxPassword = null
  if (isVoid('token')) secrets.gatewayToken = null
}
