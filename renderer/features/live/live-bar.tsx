import { MessageSquareReply, PhoneIncoming } from 'lucide-react'
import type { LiveCall } from '../../../electron/contract/view-models.ts'
import { callsInSight } from '../../store/live-slice.ts'
import { useWindow } from '../../store/window-store.ts'
import { Button } from '../../ui/button.tsx'
import { PersonName } from '../../ui/person-name.tsx'
import { useNow } from '../../ui/use-now.ts'
import { text } from '../../text/index.ts'
import './live-bar.css'

/** So many calls are named; the rest is counted. */
const mostNamed = 3

/**
 * The bar along the top. It is always there, so that nothing moves under the pointer when somebody rings: quiet with
 * the office's name and who is on the phone, green while a caller waits for somebody to pick up.
 */
export function LiveBar() {
  const calls = useWindow(callsInSight)
  const unanswered = calls.filter((call) => call.direction === 'inbound' && call.state !== 'talking')
  const inSetup = useWindow((state) => state.setup !== null)
  const demo = useWindow((state) => state.info?.profile === 'demo')
  const first = unanswered.toSorted((a, b) => a.since - b.since)[0]
  // Set-up shows one question and nothing else.
  if (inSetup && !demo) return null
  return (
    <header className={first ? 'live-bar ringing' : 'live-bar'}>
      <section className="live-calls" aria-label={text.live.region} aria-live="polite">
        {first ? <Ringing call={first} others={unanswered.length - 1} /> : <Quiet calls={calls} />}
      </section>
      <DemoMark />
    </header>
  )
}

function Quiet({ calls }: { calls: LiveCall[] }) {
  const connected = useWindow((state) => state.health?.phoneSystem.state === 'ok')
  const office = useWindow((state) => state.settings?.business.name ?? '')
  return (
    <>
      <span className="live-icon">
        <MessageSquareReply size={19} strokeWidth={2} aria-hidden="true" />
      </span>
      <strong className="one-line theirs">{office || text.app.name}</strong>
      {connected ? calls.length > 0 ? <OnPhone calls={calls} /> : <NobodyCalls /> : null}
    </>
  )
}

function NobodyCalls() {
  return <span className="live-quiet">{text.live.quiet}</span>
}

/** Who is on the phone: not worth reading out each time somebody picks up or hangs up. */
function OnPhone({ calls }: { calls: LiveCall[] }) {
  const more = calls.length - mostNamed
  return (
    <span className="live-quiet one-line" aria-live="off">
      {text.live.onPhone}
      {calls.slice(0, mostNamed).map((call) => (
        <span key={call.linkedid}>
          · <Talker call={call} /> {text.live.with(call.phones)}
        </span>
      ))}
      {more > 0 ? <span>· {text.live.more(more)}</span> : null}
    </span>
  )
}

function Talker({ call: { conversationId, caller } }: { call: LiveCall }) {
  const openConversation = useWindow((state) => state.openConversation)
  const showPage = useWindow((state) => state.showPage)
  const name = <PersonName className="live-name">{caller}</PersonName>
  if (conversationId === null) return name
  return (
    <Button
      look="link"
      onPress={() => {
        showPage('inbox')
        openConversation(conversationId)
      }}
    >
      {name}
    </Button>
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
