import { ArrowLeft, Check, PanelRight, RotateCcw, Search } from 'lucide-react'
import type { ConversationDetail } from '../../../electron/contract/view-models.ts'
import { backToList } from '../../commands/back-to-list.ts'
import { nameOf } from '../../store/conversation-slice.ts'
import { useWindow, windowStore } from '../../store/window-store.ts'
import { Button } from '../../ui/button.tsx'
import { KeyHint } from '../../ui/key-hint.tsx'
import { PersonName } from '../../ui/person-name.tsx'
import { CallBackButton } from '../call-back/call-back-button.tsx'
import { text } from '../../text/index.ts'
import { JumpToDate } from './jump-to-date.tsx'

export function ConversationHeader({ detail }: { detail: ConversationDetail }) {
  const markDone = useWindow((state) => state.markDone)
  const reopen = useWindow((state) => state.reopen)
  const contactShown = useWindow((state) => state.contactShown)
  const showContact = useWindow((state) => state.showContact)
  const openFind = useWindow((state) => state.openFind)
  const { contact } = detail
  const line = contact.lines[0]
  const others = contact.numbers.slice(1).map(({ numberForPeople }) => numberForPeople)
  const below = [
    contact.name === null ? null : contact.numberForPeople,
    others.length === 0 ? null : text.people.also(others.join(', ')),
    line === undefined ? null : text.conversation.calledLine(line),
  ].filter(Boolean)

  return (
    <header className="conversation-header">
      <div className="back-to-list">
        <Button
          data-command="leave"
          look="plain"
          size="icon-only"
          aria-label={text.keys.leave}
          onPress={() => backToList(windowStore.getState())}
        >
          <ArrowLeft size={18} aria-hidden="true" />
        </Button>
      </div>
      <div className="conversation-who">
        <h1 className="one-line">
          <PersonName>{nameOf(contact)}</PersonName>
        </h1>
        {below.length > 0 ? (
          <p className="header-facts" title={below.join(' · ')}>
            {below.map((fact) => (
              <span key={fact}>{fact}</span>
            ))}
          </p>
        ) : null}
      </div>
      <span title={text.timeline.find}>
        <Button
          data-command="find-here"
          look="plain"
          size="icon-only"
          aria-label={text.timeline.find}
          onPress={openFind}
        >
          <Search size={17} aria-hidden="true" />
        </Button>
      </span>
      <JumpToDate firstAt={contact.firstSeenAt} />
      <div className="details-button">
        <Button
          data-command="details"
          look="plain"
          aria-expanded={contactShown}
          onPress={() => showContact(!contactShown)}
        >
          <PanelRight size={17} aria-hidden="true" />
          {contactShown ? text.conversation.hideDetails : text.conversation.details}
        </Button>
      </div>
      <div className="call-back-here">
        <CallBackButton keyHint target={{ conversationId: detail.id }} />
      </div>
      {detail.state === 'done' ? (
        <Button data-command="done" onPress={() => void reopen(detail.id)}>
          <RotateCcw size={16} aria-hidden="true" />
          {text.conversation.reopen}
          <KeyHint>E</KeyHint>
        </Button>
      ) : (
        <Button data-command="done" onPress={() => void markDone(detail.id)}>
          <Check size={16} aria-hidden="true" />
          {text.conversation.done}
          <KeyHint>E</KeyHint>
        </Button>
      )}
    </header>
  )
}
