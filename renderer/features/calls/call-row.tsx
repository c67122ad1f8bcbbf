import { memo } from 'react'
import { PhoneIncoming, PhoneMissed, PhoneOutgoing } from 'lucide-react'
import type { CallRow } from '../../../electron/contract/call-list.ts'
import type { DecisionView } from '../../../electron/contract/view-models.ts'
import { useWindow } from '../../store/window-store.ts'
import { Button } from '../../ui/button.tsx'
import { PersonName } from '../../ui/person-name.tsx'
import { CallBackButton } from '../call-back/call-back-button.tsx'
import { text } from '../../text/index.ts'
import { clockTime, fullTime } from '../../text/dates.ts'

export const CallRowView = memo(function CallRowView({ call }: { call: CallRow }) {
  const missed = call.direction === 'inbound' && call.outcome === 'missed'
  const Icon = missed ? PhoneMissed : call.direction === 'inbound' ? PhoneIncoming : PhoneOutgoing
  return (
    <tr>
      <td className="call-time">
        <time dateTime={new Date(call.at).toISOString()} title={fullTime(call.at)}>
          {clockTime(call.at)}
        </time>
      </td>
      <td>
        <Caller call={call} />
      </td>
      <td className="theirs">{call.line}</td>
      <td className="theirs">
        <strong className={missed ? 'outcome missed' : 'outcome'}>
          <Icon size={14} aria-hidden="true" />
          {outcomeWords(call)}
        </strong>
        <span className="selectable">{call.sentence}</span>
      </td>
      <td>{call.decision ? <Decision decision={call.decision} /> : null}</td>
      <td className="call-action">
        {call.callable ? <CallBackButton small target={{ callId: call.id }} who={call.caller} /> : null}
      </td>
    </tr>
  )
})

function Caller({ call }: { call: CallRow }) {
  const openConversation = useWindow((state) => state.openConversation)
  const showPage = useWindow((state) => state.showPage)
  const { conversationId } = call
  const name = <PersonName className="caller">{call.caller}</PersonName>
  if (conversationId === null) return name
  return (
    <Button
      look="link"
      onPress={() => {
        openConversation(conversationId)
        showPage('inbox')
      }}
    >
      {name}
    </Button>
  )
}

function Decision({ decision }: { decision: DecisionView }) {
  const words = { text: text.calls.texted, skip: text.calls.notTexted, hold: text.calls.held }[decision.verdict]
  return (
    <>
      <strong className={`verdict ${decision.verdict}`}>{words}</strong>
      <span className="selectable">{decision.reason}</span>
    </>
  )
}

/** One word for the eye: who, how long and why stand in the sentence below. */
function outcomeWords(call: CallRow): string {
  return call.direction === 'outbound' ? text.calls.outcome.outbound : text.calls.outcome[call.outcome]
}
