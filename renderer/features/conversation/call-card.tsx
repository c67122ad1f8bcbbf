import { useId, useState } from 'react'
import { ChevronDown, PhoneIncoming, PhoneMissed, PhoneOutgoing } from 'lucide-react'
import { Button, Heading } from 'react-aria-components'
import type { CallItem, DecisionView } from '../../../electron/contract/view-models.ts'
import { text } from '../../text/index.ts'
import { clockTime, fullTime } from '../../text/dates.ts'
import { WouldText } from '../watch-only/would-text.tsx'
import { CallLegs } from './call-legs.tsx'
import { OnNumber } from './on-number.tsx'
import '../../ui/fold.css'
import './call-card.css'

/** One call: what happened in plain words, who rang, and why Ringback texted because of it, or did not. */
export function CallCard({ call, number }: { call: CallItem; number: string | null }) {
  const [opened, setOpened] = useState<'legs' | 'why' | null>(null)
  const panelId = useId()
  const missed = call.direction === 'inbound' && call.outcome === 'missed'
  const Icon = missed ? PhoneMissed : call.direction === 'inbound' ? PhoneIncoming : PhoneOutgoing
  const toggle = (what: 'legs' | 'why', words: string) => (
    <Button
      className="why focusable"
      aria-expanded={opened === what}
      {...(opened === what ? { 'aria-controls': panelId } : {})}
      onPress={() => setOpened(opened === what ? null : what)}
    >
      {words}
      <ChevronDown size={13} aria-hidden="true" />
    </Button>
  )
  return (
    <article className={missed ? 'call missed' : 'call'}>
      <span className="call-icon">
        <Icon size={16} aria-hidden="true" />
      </span>
      <Heading level={3} className="call-title">
        {callTitle(call)}
        {number === null ? null : <OnNumber>{number}</OnNumber>}
      </Heading>
      <time dateTime={new Date(call.at).toISOString()} title={fullTime(call.at)}>
        {clockTime(call.at)}
      </time>
      <p className="call-sentence theirs selectable">{call.sentence}</p>
      <div className="call-more">
        {toggle('legs', text.timeline.legs)}
        {call.decision ? toggle('why', question(call.decision)) : null}
      </div>
      {call.decision?.wouldText ? <WouldText words={call.decision.wouldText} /> : null}
      {opened === null ? null : (
        <div id={panelId} className="why-panel">
          {opened === 'legs' ? (
            <CallLegs call={call} />
          ) : call.decision ? (
            <p className="selectable">
              {call.decision.reason} <span>{text.conversation.decidedAt(call.decision.at)}</span>
            </p>
          ) : null}
        </div>
      )}
    </article>
  )
}

function callTitle(call: CallItem): string {
  if (call.direction === 'outbound') {
    if (call.outcome === 'answered') return text.conversation.outboundAnswered
    const reached = call.reason !== 'unavailable' && call.reason !== 'unattended'
    return reached ? text.conversation.outboundMissed : text.conversation.outboundFailed
  }
  return call.outcome === 'missed' ? text.conversation.missedCall : text.conversation.answeredCall
}

function question(decision: DecisionView): string {
  switch (decision.verdict) {
    case 'text':
      return text.conversation.whyText
    case 'skip':
      return text.conversation.whyNoText
    case 'hold':
      return text.conversation.whyHold
    default:
      return decision.verdict satisfies never
  }
}
