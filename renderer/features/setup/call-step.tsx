import { useEffect, useState } from 'react'
import { PhoneIncoming, PhoneMissed, PhoneOutgoing } from 'lucide-react'
import type { CallRow } from '../../../electron/contract/call-list.ts'
import { api } from '../../api/ringback.ts'
import { callsInSight } from '../../store/live-slice.ts'
import { hasGateway } from '../../store/setup-state.ts'
import { useWindow } from '../../store/window-store.ts'
import { PersonName } from '../../ui/person-name.tsx'
import { useNow } from '../../ui/use-now.ts'
import { text } from '../../text/index.ts'
import { outcomeWords } from '../calls/call-row.tsx'
import { FormPage, type SettingsFormProps } from './form-page.tsx'
import { FoundCard } from './found-card.tsx'
import { RightsCard } from './rights-card.tsx'
import './call-step.css'

/** First run: somebody calls the office and lets it ring, and sees how Ringback judges it. */
export function CallStep({ settings, title, saveLabel, onSaved, aside }: SettingsFormProps) {
  const texts = hasGateway(settings.texting) && settings.business.name !== '' && !settings.watchOnly.on
  const judged = useCallsSinceNow()
  return (
    <FormPage
      title={title}
      lead={texts ? text.setup.call.leadTexts : text.setup.call.lead}
      saveLabel={judged.length === 0 ? text.setup.call.without : saveLabel}
      onSave={onSaved}
      aside={aside}
      fields={
        <section className="test-call" aria-label={text.setup.call.region} aria-live="polite">
          <Now waiting={judged.length === 0} />
          {judged.map((call) => (
            <Judged key={call.id} call={call} />
          ))}
        </section>
      }
      help={
        <>
          <RightsCard />
          <FoundCard />
        </>
      }
    />
  )
}

/** Between two things that are told of a call; no line begins with it. */
const dot = '\u00a0· '

/** What goes on right now, or that a call is waited for. */
function Now({ waiting }: { waiting: boolean }) {
  const calls = useWindow(callsInSight)
  const health = useWindow((state) => state.health?.phoneSystem)
  const now = useNow(1000)
  if (health && health.state !== 'ok') {
    const { message, remedy } = health.details ?? health
    return (
      <p className="test-call-now problem">
        {message} {remedy}
      </p>
    )
  }
  if (calls.length === 0) {
    if (!waiting) return null
    return (
      <div className="test-call-now waiting">
        <p>{text.setup.call.waiting}</p>
        <p className="help">{text.setup.call.nothingShows}</p>
      </div>
    )
  }
  return calls.map((call) => (
    <p key={call.linkedid} className="test-call-now ringing">
      <PhoneIncoming size={18} aria-hidden="true" />
      <span>
        <strong>{text.setup.call.live[call.direction][call.state]}</strong> <PersonName>{call.caller}</PersonName>
        {call.phones.length === 0 ? null : `${dot}${text.live.rings(call.phones)}`}
        {call.line === null ? null : `${dot}${text.setup.call.to(call.line)}`}
        <span aria-hidden="true">
          {dot}
          {text.time.elapsed(now - call.since)}
        </span>
      </span>
    </p>
  ))
}

/** A call that is over, with the verdict and what follows from it. */
function Judged({ call }: { call: CallRow }) {
  const missed = call.direction === 'inbound' && call.outcome === 'missed'
  const Icon = missed ? PhoneMissed : call.direction === 'inbound' ? PhoneIncoming : PhoneOutgoing
  return (
    <article className={missed ? 'judged missed' : 'judged'}>
      <Icon size={18} aria-hidden="true" />
      <div>
        <h3>
          {outcomeWords(call)} · <PersonName>{call.caller}</PersonName>
        </h3>
        <p className="selectable theirs">{call.sentence}</p>
        {call.line === null ? null : <p className="help">{text.setup.call.to(call.line)}</p>}
        <p className="judged-why">{missed ? verdict(call) : text.setup.call.notMissed[call.direction]}</p>
      </div>
    </article>
  )
}

function verdict({ decision }: CallRow): string {
  if (decision === null) return text.calls.detail.decisionUnknown
  if (decision.verdict !== 'skip') return text.setup.call.getsText
  if (decision.rule === 'watch-only') return text.setup.call.wouldText
  if (decision.rule === 'texting-off') return text.setup.call.wouldTextLater
  if (decision.rule === 'template') return text.setup.call.wouldTextLater
  return text.setup.call.noText(decision.reason)
}

const most = 3

/** Calls that ended since the step was opened, the newest first. */
function useCallsSinceNow(): CallRow[] {
  const [since] = useState(() => Date.now())
  const [calls, setCalls] = useState<CallRow[]>([])
  useEffect(() => {
    let over = false
    const look = async (): Promise<void> => {
      const result = await api.request('calls:list', { limit: most })
      if (over || !result.ok) return
      setCalls(result.value.items.filter(({ endedAt }) => endedAt >= since))
    }
    const stop = api.on('calls:changed', () => void look())
    const stopToo = api.on('conversations:changed', () => void look())
    return () => {
      over = true
      stop()
      stopToo()
    }
  }, [since])
  return calls
}
