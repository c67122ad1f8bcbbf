import { Suspense } from 'react'
import { MessagesSquare } from 'lucide-react'
import { shownList } from '../../store/inbox-slice.ts'
import { useWindow } from '../../store/window-store.ts'
import { LoadFailure } from '../../ui/load-failure.tsx'
import { text } from '../../text/index.ts'
import { OpenConversation } from '../shell/later-pages.tsx'
import './conversation.css'

export function ConversationPane() {
  const openId = useWindow((state) => state.openId)
  const detail = useWindow((state) => state.detail)
  const failure = useWindow((state) => state.detailFailure)
  return (
    <main id="conversation-pane" className="conversation" aria-label={text.conversation.region} tabIndex={-1}>
      {openId === null ? (
        <NothingOpen />
      ) : detail ? (
        <Suspense fallback={<ConversationSkeleton />}>
          <OpenConversation detail={detail} />
        </Suspense>
      ) : failure ? (
        <CannotOpen />
      ) : (
        <ConversationSkeleton />
      )}
    </main>
  )
}

function NothingOpen() {
  const singleKeys = useWindow((state) => state.singleKeys)
  const list = useWindow(shownList)
  // Nothing to choose from: not known yet, or nobody there.
  const someone = (list?.items.length ?? 0) > 0
  if (!list || (!someone && !singleKeys)) return null
  const keys: [string, string][] = [
    ['J K', text.keys.neighbours],
    ['R', text.keys.reply],
    ['N', text.keys.note],
    ['E', text.keys.done],
    ['/', text.keys.search],
    ['?', text.keys.help],
  ]
  return (
    <div className="empty">
      {someone ? (
        <>
          <MessagesSquare size={26} strokeWidth={1.6} aria-hidden="true" />
          <h1>{text.conversation.choose}</h1>
          <p>{text.conversation.chooseBody}</p>
        </>
      ) : null}
      {singleKeys ? (
        <dl className="key-hints">
          {keys.map(([key, label]) => (
            <div key={key}>
              <dt>
                {key.split(' ').map((part) => (
                  <kbd key={part}>{part}</kbd>
                ))}
              </dt>
              <dd>{label}</dd>
            </div>
          ))}
        </dl>
      ) : null}
    </div>
  )
}

function CannotOpen() {
  const failure = useWindow((state) => state.detailFailure)
  const refresh = useWindow((state) => state.refreshConversation)
  return <LoadFailure title={text.conversation.failedToLoad} failure={failure} onRetry={() => void refresh()} />
}

function ConversationSkeleton() {
  return (
    <div className="conversation-skeleton" role="status" aria-busy="true" aria-label={text.app.loading}>
      <span className="skeleton card" />
      <span className="skeleton ours" />
      <span className="skeleton" />
    </div>
  )
}
