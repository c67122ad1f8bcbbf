/** Views for the tests of main and the window: something well and ordinary, with what differs. */
import type { ConversationListItem, Health, PartHealth } from './view-models.ts'

export function part(state: PartHealth['state'], message: string = state): PartHealth {
  return { state, message, remedy: null, since: 0 }
}

/** A healthy Ringback. */
export function healthWith(change: Partial<Health> = {}): Health {
  return {
    phoneSystem: part('ok'),
    texting: part('ok'),
    inbox: part('ok'),
    disk: part('ok'),
    clock: part('ok'),
    connection: { retryAt: null, lacks: [] },
    paused: null,
    revision: 1,
    ...change,
  }
}

/** A row of the list: somebody wrote `hello` and waits since `at`, epoch ms. */
export function listRow(id: string, at = 0, change: Partial<ConversationListItem> = {}): ConversationListItem {
  return {
    id,
    contact: { id: `c-${id}`, number: '+15305550101', numberForPeople: '(530) 555-0101', name: id },
    state: 'needs-reply',
    lastActivityAt: at,
    waitingSince: at,
    unread: true,
    snippet: { kind: 'text-in', text: 'hello' },
    missedCalls: 0,
    line: null,
    followUp: null,
    failed: false,
    live: false,
    optedOut: false,
    tags: [],
    hit: null,
    ...change,
  }
}
