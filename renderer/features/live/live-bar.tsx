import { MessageSquareReply, PhoneIncoming } from 'lucide-react'
import type { LiveCall } from '../../../electron/contract/view-models.ts'
import { callsInSight, waitingAmong } from '../../store/live-slice.ts'
import { useWindow } from '../../store/window-store.ts'
import { Button } from '../../ui/button.tsx'
import { KeyHint } from '../../ui/key-hint.tsx'
import { PersonName } from '../../ui/person-name.tsx'
import { TagChip } from '../../ui/tag-chip.tsx'
import { useNow } from '../../ui/use-now.ts'
import { text } from '../../text/index.ts'
import './live-bar.css'

/** So many calls are named; the rest is counted. */
const mostNamed = 3
/** More would leave no room for who it is. */
const mostTags = 2

/**
 * The bar along the top. It is always there, so that nothing moves under the pointer when somebody rings: quiet with
 * the office's name and who is on the phone, green while a caller waits for somebody to pick up.
 */
export function LiveBar() {
  const calls = useWindow(callsInSight)
  const unanswered = waitingAmong(calls)
  const inSetup = useWindow((state) => state.setup !== null)
  const demo = useWindow((state) => state.info?.profile === 'demo')
  const [first] = unanswered
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
          {' · '}
          <Talker call={call} /> {text.live.with(call.phones)}
        </span>
      ))}
      {more > 0 ? <span> · {text.live.more(more)}</span> : null}
    </span>
  )
}

function Talker({ call }: { call: LiveCall }) {
  const openCaller = useWindow((state) => state.openCaller)
  const name = <PersonName className="live-name">{call.caller}</PersonName>
  if (call.conversationId === null) return name
  return (
    <Button data-command="open-caller" look="link" onPress={() => void openCaller(call)}>
      {name}
    </Button>
  )
}

/** Who rings, and what to know of them before one picks up. */
function Ringing({ call, others }: { call: LiveCall; others: number }) {
  const openCaller = useWindow((state) => state.openCaller)
  const { about, openable, conversationId } = call
  const where = [
    call.numberForPeople === call.caller ? null : call.numberForPeople,
    about?.company,
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
          <span key={part}>
            {' '}
            · <bdi>{part}</bdi>
          </span>
        ))}
        {others > 0 ? <span> · {text.live.more(others)}</span> : null}
      </span>
      {about?.tags.slice(0, mostTags).map((tag) => (
        <TagChip key={tag.id} tag={tag} />
      ))}
      <LastText about={about} />
      <Elapsed since={call.since} />
      {openable ? (
        <Button data-command="open-caller" size="small" onPress={() => void openCaller(call)}>
          {conversationId === null ? text.live.openNew : text.live.open}
          <KeyHint>O</KeyHint>
        </Button>
      ) : null}
    </>
  )
}

/** What was written last; of somebody new, that they are. */
function LastText({ about }: { about: LiveCall['about'] }) {
  const now = useNow(60_000)
  if (about === null) return <span className="live-said one-line">{text.live.firstCall}</span>
  const { lastText } = about
  if (lastText === null) return <span className="live-said" />
  const said = lastText.by === 'them' ? text.live.theySaid : text.live.weSaid
  return (
    <span className="live-said one-line">
      {said(lastText.at, now)} <bdi>{lastText.body}</bdi>
    </span>
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
