import { ChevronDown, PhoneIncoming, PhoneMissed, PhoneOutgoing } from 'lucide-react'
import { Button, Disclosure, DisclosurePanel, Heading } from 'react-aria-components'
import type { CallItem, DecisionView } from '../../../electron/contract/view-models.ts'
import { text } from '../../text/index.ts'
import { clockTime, fullTime } from '../../text/dates.ts'

/** One call: what happened in plain words, and why Ringback texted because of it, or did not. */
export function CallCard({ call }: { call: CallItem }) {
  const missed = call.direction === 'inbound' && call.outcome === 'missed'
  const Icon = missed ? PhoneMissed : call.direction === 'inbound' ? PhoneIncoming : PhoneOutgoing
  return (
    <Disclosure className={missed ? 'call missed' : 'call'}>
      <span className="call-icon">
        <Icon size={16} aria-hidden="true" />
      </span>
      <Heading level={3} className="call-title">
        {callTitle(call)}
      </Heading>
      <time dateTime={new Date(call.at).toISOString()} title={fullTime(call.at)}>
        {clockTime(call.at)}
      </time>
      <p className="call-sentence theirs selectable">{call.sentence}</p>
      {call.decision ? (
        <>
          <Button slot="trigger" className="why focusable">
            {question(call.decision)}
            <ChevronDown size={13} aria-hidden="true" />
          </Button>
          <DisclosurePanel className="why-panel">
            <p className="selectable">
              {call.decision.reason} <span>{text.conversation.decidedAt(call.decision.at)}</span>
            </p>
          </DisclosurePanel>
        </>
      ) : null}
    </Disclosure>
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
