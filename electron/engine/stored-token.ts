/** Where the stored auth token may go: to the address that it was given for. Whoever is at another one would learn it. */
import type { CommandArguments } from '../contract/commands.ts'
import { fail } from '../contract/result.ts'
import type { Result } from '../contract/result.ts'
import { words } from '../contract/text/index.ts'
import { readSection } from './settings/settings.ts'
import type { Store } from './store/database.ts'

/** Why there has to be a token with `input`; null where there is one, or where the stored one may be used. */
export async function storedTokenIsNotFor(
  input: CommandArguments<'texting:senders'> | CommandArguments<'texting:check'>,
  { db }: Pick<Store, 'db'>,
): Promise<Result<never> | null> {
  if (!('baseUrl' in input) || input.authToken !== undefined) return null
  const known = await readSection(db, 'texting')
  return known.baseUrl === input.baseUrl ? null : fail('bad-input', ...words.failures.tokenForOther)
}
