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
  const scored = scoredBy(query, possible, ({ label }) => label())
  const lately = (id: string): number => (recent.includes(id) ? 1 : 0)
  scored.sort((a, b) => b.score - a.score || lately(b.of.id) - lately(a.of.id))
  const commands = scored.filter(({ spelled }) => spelled).map(({ of }) => of)
  const others = scored.filter(({ spelled }) => !spelled).map(({ of }) => of)
  return { recent: [], commands, people, others }
}

/** Those whose label has every word of the query, the best first; all of them without one. */
export function spelledOut<T extends { label: string }>(query: string, all: readonly T[]): T[] {
  const scored = scoredBy(query, all, ({ label }) => label).filter(({ spelled }) => spelled || query.trim() === '')
  return scored.toSorted((a, b) => b.score - a.score).map(({ of }) => of)
}

function scoredBy<T>(query: string, all: readonly T[], labelOf: (one: T) => string) {
  return all.flatMap((of) => {
    const score = fit(labelOf(of), query)
    return score === null ? [] : [{ of, ...score }]
  })
}
