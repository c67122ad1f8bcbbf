/** The window's requests about the automatic texts' wording. */
import type { Clock } from '../../../telephony/clock.ts'
import type { CommandArguments, CommandOutput } from '../../contract/commands.ts'
import { fail, ok } from '../../contract/result.ts'
import type { Result } from '../../contract/result.ts'
import { words } from '../../contract/text/index.ts'
import type { textCommands as contract } from '../../contract/text-commands.ts'
import { readSection, saveSection } from '../settings/settings.ts'
import type { Store } from '../store/database.ts'
import { previewOf } from './lint.ts'
import { refusalOf } from './refusal.ts'

export interface WordingContext {
  store: Store
  clock: Clock
  settingsChanged(): void
}

type WordingHandlers = {
  [N in keyof typeof contract]: (
    input: CommandArguments<N>,
    context: WordingContext,
  ) => Promise<Result<CommandOutput<N>>>
}

export const wordingCommands: WordingHandlers = {
  async 'templates:preview'({ templates, ...options }) {
    const { fields } = options
    const previews = templates.map(({ template, first, withLink }) => {
      return previewOf(template, { ...options, first, fields: withLink ? fields : { ...fields, bookingLink: '' } })
    })
    return ok({ previews })
  },

  async 'settings:save-texts'(texts, { store, clock, settingsChanged }) {
    const problem = refusalOf(texts, await readSection(store.db, 'business'))
    if (problem !== null) return fail('bad-input', problem, words.writing.change)
    await store.write((work) => saveSection(work, 'texts', texts, clock.now()))
    settingsChanged()
    return ok(undefined)
  },
}
