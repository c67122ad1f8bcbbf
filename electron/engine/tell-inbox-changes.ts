/**
 * Turns commits, replies and texts that were taken back into the contract's events: what changed, the badge, and what
 * deserves a toast.
 */
import type { Logger } from '../../telephony/logger.ts'
import { numberForPeople } from '../../telephony/phone-number.ts'
import type { EventHub } from './event-hub.ts'
import { partyOfCall } from './inbox/call-rows.ts'
import { countNeedsReply } from './inbox/conversations.ts'
import { pictures } from './inbox/glance.ts'
import type { DroppedText } from './outbox/text-sender.ts'
import type { Reply } from './replies/inbound.ts'
import { readSection } from './settings/settings.ts'
import type { Store } from './store/database.ts'

/** Characters of a reply that a toast shows. */
const previewLength = 140

/** Rules after which nobody needs to be told that no text went out: somebody has spoken or written already. */
const dealtWith = new Set(['spoke', 'staff-wrote', 'opted-out', 'recent-follow-up'])

/** Begins to tell of commits. Call what it returns to stop. */
export function tellInboxChanges(store: Store, hub: EventHub, logger: Logger): () => void {
  let badge = -1
  const tellBadge = async () => {
    const needsReply = await countNeedsReply(store.db)
    if (needsReply === badge) return
    badge = needsReply
    hub.emit('badge:changed', { needsReply })
  }
  const counted = () =>
    tellBadge().catch((error: unknown) => logger.error('badge.not-counted', { error: String(error) }))
  void counted()
  return store.onCommit(({ revision, conversationIds, callsChanged }) => {
    if (conversationIds.length > 0) hub.emit('conversations:changed', { ids: conversationIds, revision })
    if (callsChanged) hub.emit('calls:changed', { revision })
    if (conversationIds.length > 0) void counted()
  })
}

/** Tells of a reply that waits for an answer. A STOP, which is dealt with already, disturbs nobody. */
export async function tellReply(store: Store, hub: EventHub, reply: Reply): Promise<void> {
  const row = await store.db
    .selectFrom('conversation')
    .innerJoin('contact', 'contact.id', 'conversation.contact_id')
    .select(['conversation.state', 'contact.name'])
    .where('conversation.id', '=', reply.conversationId)
    .executeTakeFirst()
  if (row?.state !== 'needs-reply') return
  const { country } = await readSection(store.db, 'business')
  const words = reply.body.trim() === '' ? pictures(reply.pictures) : reply.body
  const preview = words.length > previewLength ? `${words.slice(0, previewLength - 1)}…` : words
  const from = row.name ?? numberForPeople(reply.from, country)
  hub.emit('reply:received', { conversationId: reply.conversationId, messageId: reply.messageId, from, preview })
}

/** Tells of a missed call whose first text was taken back at the last moment, where nobody has dealt with it. */
export async function tellDropped(store: Store, hub: EventHub, dropped: DroppedText): Promise<void> {
  const { conversationId, callId, judgement } = dropped
  if (dealtWith.has(judgement.rule)) return
  const { country } = await readSection(store.db, 'business')
  const from = await partyOfCall(store.db, callId, country)
  hub.emit('call:missed-untexted', { conversationId, from, reason: judgement.reason })
}
