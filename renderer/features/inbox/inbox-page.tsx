import { ContactPane } from '../contact/contact-pane.tsx'
import { ConversationPane } from '../conversation/conversation-pane.tsx'
import { useWindow } from '../../store/window-store.ts'
import { ListPane } from './list-pane.tsx'
import './inbox.css'

/** The three panes: who waits, what was said, who it is. Narrow windows show the third on demand. */
export function InboxPage() {
  const contactShown = useWindow((state) => state.contactShown)
  const nobody = useWindow((state) => state.openId === null)
  return (
    <div className={nobody ? 'inbox nobody' : contactShown ? 'inbox contact-shown' : 'inbox'}>
      <ListPane />
      <ConversationPane />
      <ContactPane />
    </div>
  )
}
