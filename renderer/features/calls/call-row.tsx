import { memo } from 'react'
import { PhoneIncoming, PhoneMissed, PhoneOutgoing, Zap } from 'lucide-react'
import type { CallRow } from '../../../electron/contract/call-list.ts'
import { PersonName } from '../../ui/person-name.tsx'
import { CallBackButton } from '../call-back/call-back-button.tsx'
import { text } from '../../text/index.ts'
import { clockTime, fullTime } from '../../text/dates.ts'
import { aftermathWords, isLeftOver } from './aftermath-words.ts'

/** One call in two lines: what happened, and what was done about it or why nothing was. */
export const CallRowView = memo(function CallRowView({ call, now }: { call: CallRow; now: number }) {
  const missed = call.direction === 'inbound' && call.outcome === 'missed'
  const Icon = missed ? PhoneMissed : call.direction === 'inbound' ? PhoneIncoming : PhoneOutgoing
  return (
    <div className="call-grid">
      <time className="call-time" dateTime={new Date(call.at).toISOString()} title={fullTime(call.at)}>
        {clockTime(call.at)}
      </time>
      <PersonName className="caller">{call.caller}</PersonName>
      <span className="call-line one-line theirs" {...(call.line === null ? {} : { title: call.line })}>
        {call.line}
      </span>
      <span className="call-what">
        <strong className={missed ? 'outcome missed' : 'outcome'}>
          <Icon size={14} aria-hidden="true" />
          {outcomeWords(call)}
        </strong>
        <span className="one-line theirs" title={call.sentence}>
          {call.sentence}
        </span>
      </span>
      <Aftermath call={call} now={now} />
      <span className="call-action">
        {call.callable ? <CallBackButton small target={{ callId: call.id }} who={call.caller} /> : null}
      </span>
    </div>
  )
})

function Aftermath({ call, now }: { call: CallRow; now: number }) {
  const words = aftermathWords(call, now)
  if (words === null) return <span className="call-done" />
  const { textedAt, textPlanned } = call.aftermath ?? { textedAt: null, textPlanned: false }
  const { decision } = call
  // Where no text went out, the reason says more than the fact.
  const would = decision?.wouldText ? text.watchOnly.wouldAt(decision.wouldText) : null
  const why = textedAt === null && decision !== null ? (would ?? decision.reason) : null
  return (
    <span className="call-done">
      <span
        className={`${why === null ? 'two-lines' : 'one-line'}${isLeftOver(call) ? ' left-over' : ''}`}
        title={words}
      >
        {textPlanned && textedAt === null ? <Zap size={13} aria-hidden="true" /> : null}
        {words}
      </span>
      {why === null ? null : (
        <span className="call-why one-line theirs" title={why}>
          {why}
        </span>
      )}
    </span>
  )
}

/** One word for the eye: who, how long and why stand in the sentence below. */
export function outcomeWords(call: CallRow): string {
  return call.direction === 'outbound' ? text.calls.outcome.outbound : text.calls.outcome[call.outcome]
}
