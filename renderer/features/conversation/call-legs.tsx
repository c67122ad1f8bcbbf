import { useEffect, useState } from 'react'
import type { CallItem, CallLegView } from '../../../electron/contract/view-models.ts'
import { api } from '../../api/ringback.ts'
import { text } from '../../text/index.ts'
import { LegTimeline } from '../calls/leg-timeline.tsx'

/** Who rang in a call, from when to when; asked for when somebody wants to know. */
export function CallLegs({ call }: { call: CallItem }) {
  const [legs, setLegs] = useState<CallLegView[] | null>(null)
  const [failed, setFailed] = useState(false)
  useEffect(() => {
    let wanted = true
    void api.request('calls:legs', { id: call.id }).then((result) => {
      if (!wanted) return
      if (result.ok) setLegs(result.value.legs)
      else setFailed(true)
    })
    return () => void (wanted = false)
  }, [call.id])
  if (failed) return <p className="help">{text.timeline.noLegs}</p>
  if (legs === null) return <span className="skeleton leg" aria-label={text.app.loading} />
  return <LegTimeline legs={legs} call={call} />
}
