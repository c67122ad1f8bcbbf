/** What stands in the list of all commands. Pure. */
import type { ConversationListItem } from '../../../electron/contract/view-models.ts'
import type { WindowCommand } from '../../commands/command.ts'
import { fit } from '../../commands/fuzzy.ts'

export interface PaletteList {
  recent: WindowCommand[]
  commands: WindowCommand[]
  people: ConversationListItem[]
  /** Have only the letters of a word, in order: below the people, whose names may be meant. */
  others: WindowCommand[]
}

/** Without a query everything, what was done lately first; with one what goes with it, the best first. */
export function paletteList(
  query: string,
  {
    possible,
    recent,
    people,
  }: {
    possible: readonly WindowCommand[]
    recent: readonly string[]
    people: ConversationListItem[]
  },
): PaletteList {
  if (query.trim() === '') {
    const lately = recent.flatMap((id) => possible.filter((command) => command.id === id))
    return { recent: lately, commands: possible.filter((command) => !lately.includes(command)), people: [], others: [] }
  }
  const scored = possible.flatMap((command) => {
    const score = fit(command.label(), query)
    return score === null ? [] : [{ command, ...score, lately: recent.includes(command.id) ? 1 : 0 }]
  })
  scored.sort((a, b) => b.score - a.score || b.lately - a.lately)
  const commands = scored.filter(({ spelled }) => spelled).map(({ command }) => command)
  const others = scored.filter(({ spelled }) => !spelled).map(({ command }) => command)
  return { recent: [], commands, people, others }
}
