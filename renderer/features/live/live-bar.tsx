import { MessageSquareReply, PhoneIncoming } from 'lucide-react'
import type { LiveCall } from '../../../electron/contract/view-models.ts'
import { useWindow } from '../../store/window-store.ts'
import { Button } from '../../ui/button.tsx'
import { PersonName } from '../../ui/person-name.tsx'
import { useNow } from '../../ui/use-now.ts'
import { text } from '../../text/en.ts'
import './live-bar.css'

/**
 * The bar along the top. It is always there, so that nothing moves under the pointer when somebody rings: quiet with
 * the office's name, green while a caller waits for somebody to pick up.
 */
export function LiveBar() {
  const calls = useWindow((state) => state.liveCalls)
  const unanswered = calls.filter((call) => call.state !== 'talking')
  const inSetup = useWindow((state) => state.setup !== null)
  const demo = useWindow((state) => state.info?.profile === 'demo')
  const first = unanswered.toSorted((a, b) => a.since - b.since)[0]
  // Set-up shows one question and nothing else.
  if (inSetup && !demo) return null
  return (
    <header className={first ? 'live-bar ringing' : 'live-bar'}>
      <section className="live-calls" aria-label={text.live.region} aria-live="polite">
        {first ? (
          <Ringing call={first} others={unanswered.length - 1} />
        ) : (
          <Quiet talking={calls.filter((call) => call.state === 'talking').length} />
        )}
      </section>
      <DemoMark />
    </header>
  )
}

function Quiet({ talking }: { talking: number }) {
  const connected = useWindow((state) => state.health?.phoneSystem.state === 'ok')
  const office = useWindow((state) => state.settings?.business.name ?? '')
  return (
    <>
      <span className="live-icon">
        <MessageSquareReply size={19} strokeWidth={2} aria-hidden="true" />
      </span>
      <strong className="one-line theirs">{office || text.app.name}</strong>
      {connected ? (
        <span className="live-quiet">{talking > 0 ? text.live.talking(talking) : text.live.quiet}</span>
      ) : null}
    </>
  )
}

function Ringing({ call, others }: { call: LiveCall; others: number }) {
  const openConversation = useWindow((state) => state.openConversation)
  const showPage = useWindow((state) => state.showPage)
  const { conversationId } = call
  const where = [
    call.numberForPeople === call.caller ? null : call.numberForPeople,
    call.line,
    text.live.rings(call.phones),
  ]
  return (
    <>
      <span className="live-icon">
        <PhoneIncoming size={19} aria-hidden="true" />
      </span>
      <strong>{call.state === 'ringing' ? text.live.ringing : text.live.waiting}</strong>
      <span className="one-line live-who">
        <PersonName className="live-name">{call.caller}</PersonName>
        {where.filter(Boolean).map((part) => (
          <span key={part}> · {part}</span>
        ))}
        {others > 0 ? <span> · {text.live.more(others)}</span> : null}
      </span>
      <Elapsed since={call.since} />
      {conversationId === null ? null : (
        <Button
          size="small"
          onPress={() => {
            showPage('inbox')
            openConversation(conversationId)
          }}
        >
          {text.live.open}
        </Button>
      )}
    </>
  )
}

/** Counts seconds for the eye only; a screen reader would repeat it each second. */
function Elapsed({ since }: { since: number }) {
  const now = useNow(1_000)
  return (
    <span className="live-time" aria-hidden="true">
      {text.time.elapsed(now - since)}
    </span>
  )
}

function DemoMark() {
  const demo = useWindow((state) => state.info?.profile === 'demo')
  const run = useWindow((state) => state.run)
  if (!demo) return null
  return (
    <div className="demo-mark">
      <strong>{text.app.demoName}</strong>
      <span className="demo-words">{text.app.demoExplained}</span>
      <Button size="small" onPress={() => void run('app:leave-demo', undefined)}>
        {text.app.leaveDemo}
      </Button>
    </div>
  )
}
