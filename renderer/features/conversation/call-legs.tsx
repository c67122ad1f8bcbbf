import { useEffect, useState } from 'react'
import type { CallLegView } from '../../../electron/contract/view-models.ts'
import { api } from '../../api/ringback.ts'
import { text } from '../../text/index.ts'
import { clockSeconds } from '../../text/dates.ts'

/** Who rang in a call, from when to when; asked for when somebody wants to know. */
export function CallLegs({ callId }: { callId: string }) {
  const [legs, setLegs] = useState<CallLegView[] | null>(null)
  const [failed, setFailed] = useState(false)
  useEffect(() => {
    let wanted = true
    void api.request('calls:legs', { id: callId }).then((result) => {
      if (!wanted) return
      if (result.ok) setLegs(result.value.legs)
      else setFailed(true)
    })
    return () => void (wanted = false)
  }, [callId])
  if (failed) return <p className="help">{text.timeline.noLegs}</p>
  if (legs === null) return <span className="skeleton leg" aria-label={text.app.loading} />
  if (legs.length === 0) return <p className="help">{text.timeline.nobodyRang}</p>
  return (
    <ul className="legs selectable">
      {legs.map((leg) => (
        <li key={`${leg.phone} ${leg.dialedAt}`}>
          <strong className="theirs">{leg.phone}</strong>
          <span>
            {text.timeline.legTimes(
              clockSeconds(leg.rangAt ?? leg.dialedAt),
              leg.endedAt === null ? null : clockSeconds(leg.endedAt),
            )}
          </span>
          <span>{text.timeline.legEnds[leg.how]}</span>
        </li>
      ))}
    </ul>
  )
}
