import type { ConversationDetail } from '../../../electron/contract/view-models.ts'
import { personKey } from '../../store/same-person.ts'
import { useWindow } from '../../store/window-store.ts'
import { Composer } from './composer.tsx'
import { ConversationHeader } from './conversation-header.tsx'
import { FindBar } from './find-bar.tsx'
import { FollowUpBar } from './follow-up-bar.tsx'
import { Timeline } from './timeline.tsx'

/** What was said with somebody, and where one answers. */
export function OpenConversation({ detail }: { detail: ConversationDetail }) {
  const finding = useWindow((state) => state.find !== null)
  return (
    <>
      <ConversationHeader detail={detail} />
      {finding ? <FindBar key={`find-${personKey(detail)}`} /> : null}
      <Timeline key={personKey(detail)} detail={detail} />
      {detail.followUp?.state === 'running' ? (
        <FollowUpBar conversationId={detail.followUp.conversationId} followUp={detail.followUp} />
      ) : null}
      <Composer key={`composer-${personKey(detail)}`} detail={detail} />
    </>
  )
}
