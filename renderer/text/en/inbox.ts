import type { ConversationTab } from '../../../electron/contract/view-models.ts'
import * as dates from '../dates.ts'
import { number } from '../../../electron/contract/text/locale.ts'
import { time } from './time.ts'

export const inbox = {
  list: 'Conversations',
  search: 'Search people, numbers, texts',
  clearSearch: 'Clear search',
  tabs: { 'needs-reply': 'Needs reply', waiting: 'Waiting', done: 'Done', all: 'All' } satisfies Record<
    ConversationTab,
    string
  >,
  missed: (count: number) => (count > 1 ? `Missed ×${number(count)}` : 'Missed'),
  failed: 'Text failed',
  optedOut: 'No texts',
  live: 'Calling now',
  unread: 'unread',
  autoSent: (sent: number, steps: number) => `Auto ${sent} of ${steps}`,
  autoAnswered: (step: number) => `Answered Auto ${step}`,
  nextAuto: (at: number, now: number) =>
    `Auto text ${dates.daysAway(at, now) === 0 ? dates.clockTime(at) : time.upcoming(at, now)}`,
  you: 'You:',
  auto: 'Auto:',
  moreLoading: 'Loading more conversations',
  empty: {
    'needs-reply': {
      title: 'Nobody waits for an answer',
      body: 'When a caller you missed writes back, they appear here, the one who waits longest first.',
    },
    waiting: {
      title: 'Nobody to wait for',
      body: 'People who were texted or answered, and have not written back yet, stand here.',
    },
    done: {
      title: 'Nothing is done yet',
      body: (singleKeys: boolean) =>
        `Press ${singleKeys ? 'E, or ' : ''}Done in a conversation, once it needs nothing more. A new reply brings it back.`,
    },
    all: {
      title: 'No conversations yet',
      body: 'A call that nobody picks up starts one: Ringback texts the caller and the reply arrives here.',
    },
  } satisfies Record<ConversationTab, { title: string; body: string | ((singleKeys: boolean) => string) }>,
  notConnected: 'Your phone system is not connected yet, so no calls can be seen.',
  connect: 'Connect your phone system',
  nothingFound: 'Nothing found',
  nothingFoundBody: (query: string) => `No name, number or text matches “${query}”.`,
  failedToLoad: 'The conversations could not be read',
}
