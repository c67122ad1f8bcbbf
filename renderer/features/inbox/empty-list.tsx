import type { ReactNode } from 'react'
import { CircleCheck, FilterX, Inbox, SearchX } from 'lucide-react'
import { everything, isNarrowed } from '../../store/list-filter.ts'
import { useWindow } from '../../store/window-store.ts'
import { Button } from '../../ui/button.tsx'
import { inWords } from '../../text/in-words.ts'
import { text } from '../../text/index.ts'

/** An empty list says why it is empty and what will fill it. */
export function EmptyList() {
  const tab = useWindow((state) => state.tab)
  const query = useWindow((state) => state.query)
  const narrowed = useWindow((state) => isNarrowed(state.filter))
  const narrow = useWindow((state) => state.narrow)
  const showTab = useWindow((state) => state.showTab)
  // Whoever had callers has more to see than that none can come.
  const unconnected = useWindow((state) => state.health?.phoneSystem.state === 'off' && state.counts?.all === 0)
  const singleKeys = useWindow((state) => state.singleKeys)
  const showSetup = useWindow((state) => state.showSetup)
  const leftAt = useWindow((state) => state.settings?.setup.step ?? 'find')

  if (query !== '') {
    const title = tab === 'all' ? text.inbox.nothingFound : text.inbox.nothingIn(text.inbox.tabs[tab])
    return (
      <Empty
        icon={SearchX}
        title={title}
        body={<span className="theirs">{text.inbox.nothingFoundBody(inWords(query))}</span>}
      >
        {tab === 'all' ? null : <Button onPress={() => showTab('all')}>{text.inbox.searchAll}</Button>}
        {narrowed ? <Button onPress={() => narrow(everything)}>{text.inbox.clearFilters}</Button> : null}
      </Empty>
    )
  }
  if (narrowed) {
    return (
      <Empty icon={FilterX} title={text.inbox.nothingNarrowed} body={text.inbox.nothingNarrowedBody}>
        <Button onPress={() => narrow(everything)}>{text.inbox.clearFilters}</Button>
      </Empty>
    )
  }
  if (unconnected) {
    return (
      <Empty icon={Inbox} title={text.inbox.empty.all.title} body={text.inbox.notConnected}>
        <Button look="main" onPress={() => showSetup(leftAt)}>
          {text.inbox.connect}
        </Button>
      </Empty>
    )
  }
  const { title, body } = text.inbox.empty[tab]
  const words = typeof body === 'string' ? body : body(singleKeys)
  const good = tab === 'needs-reply'
  return <Empty icon={good ? CircleCheck : Inbox} title={title} body={words} look={good ? 'empty good' : 'empty'} />
}

interface EmptyProps {
  icon: typeof Inbox
  title: string
  body: ReactNode
  look?: string
  children?: ReactNode
}

function Empty({ icon: Icon, title, body, look = 'empty', children }: EmptyProps) {
  return (
    <div className={look}>
      <Icon size={24} strokeWidth={1.6} aria-hidden="true" />
      <strong>{title}</strong>
      <p>{body}</p>
      {children}
    </div>
  )
}
