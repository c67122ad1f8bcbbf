import { MessageSquareReply } from 'lucide-react'
import { text } from '../../text/index.ts'
import '../../ui/app-mark.css'

/** Before it is known what to show: the mark alone, so that no page flashes up that nobody asked for. */
export function Start() {
  return (
    <main className="start" aria-busy="true" aria-label={text.app.loading}>
      <span className="app-mark" aria-hidden="true">
        <MessageSquareReply size={30} strokeWidth={1.9} />
      </span>
    </main>
  )
}
