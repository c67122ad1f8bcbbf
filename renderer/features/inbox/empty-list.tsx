import { CircleCheck, Inbox, SearchX } from 'lucide-react'
import { useWindow } from '../../store/window-store.ts'
import { Button } from '../../ui/button.tsx'
import { text } from '../../text/index.ts'

/** An empty list says why it is empty and what will fill it. */
export function EmptyList() {
  const tab = useWindow((state) => state.tab)
  const query = useWindow((state) => state.query)
  const unconnected = useWindow((state) => state.health?.phoneSystem.state === 'off')
  const singleKeys = useWindow((state) => state.singleKeys)
  const showSetup = useWindow((state) => state.showSetup)

  if (query !== '') {
    return (
      <div className="empty">
        <SearchX size={24} strokeWidth={1.6} aria-hidden="true" />
        <strong>{text.inbox.nothingFound}</strong>
        <p className="theirs">{text.inbox.nothingFoundBody(query)}</p>
      </div>
    )
  }
  if (unconnected) {
    return (
      <div className="empty">
        <Inbox size={24} strokeWidth={1.6} aria-hidden="true" />
        <strong>{text.inbox.empty.all.title}</strong>
        <p>{text.inbox.notConnected}</p>
        <Button look="main" onPress={() => showSetup('phone')}>
          {text.inbox.connect}
        </Button>
      </div>
    )
  }
  const { title, body } = text.inbox.empty[tab]
  const words = typeof body === 'string' ? body : body(singleKeys)
  const good = tab === 'needs-reply'
  const Icon = good ? CircleCheck : Inbox
  return (
    <div className={good ? 'empty good' : 'empty'}>
      <Icon size={24} strokeWidth={1.6} aria-hidden="true" />
      <strong>{title}</strong>
      <p>{words}</p>
    </div>
  )
}
