/** A person with several numbers has a conversation with each, and one row and one time line for all of them. */
import type { ConversationDetail, ConversationListItem, TimelineItem } from '../../electron/contract/view-models.ts'

/** Whether this row is the one of the person with whom the conversation `id` is. */
export function standsFor({ id, others }: Pick<ConversationListItem, 'id' | 'others'>, wanted: string | null): boolean {
  return wanted !== null && (id === wanted || others?.includes(wanted) === true)
}

/** Whether this shows the conversation `id`, as it shows those with all numbers of the person. */
export function shows(detail: ConversationDetail | null, id: string | null): detail is ConversationDetail {
  if (detail === null || id === null) return false
  return detail.id === id || detail.contact.numbers.some(({ conversationId }) => conversationId === id)
}

/** The conversations that it shows together, its own first. */
export function conversationsIn({ id, contact }: ConversationDetail): string[] {
  return [...new Set([id, ...contact.numbers.flatMap(({ conversationId }) => conversationId ?? [])])]
}

/** The person's numbers by their conversations; empty for a person of one number. */
export function numbersOf({ contact }: ConversationDetail): ReadonlyMap<string, string> {
  return new Map(
    contact.numbers.flatMap(({ conversationId, numberForPeople }) =>
      conversationId === null ? [] : [[conversationId, numberForPeople] as const],
    ),
  )
}

/** On which of the person's numbers this happened; null where there is only one. */
export function numberOf(
  numbers: ReadonlyMap<string, string>,
  { id }: ConversationDetail,
  item: Pick<TimelineItem, 'conversationId'>,
): string | null {
  return numbers.get(item.conversationId ?? id) ?? null
}

/** The same for all numbers of the person, so that what is drawn for them stays when another one is chosen. */
export function personKey({ id, contact }: ConversationDetail): string {
  const ids = contact.numbers.map(({ contactId }) => contactId)
  return ids.length === 0 ? id : ids.toSorted().join(' ')
}
