import { Unplug } from 'lucide-react'
import type { CallGap } from '../../../electron/contract/view-models.ts'
import { text } from '../../text/index.ts'

/** A time in which calls could not be seen, where they would stand. */
export function GapRow({ gap, now }: { gap: CallGap; now: number }) {
  return (
    <span className="call-gap selectable">
      <Unplug size={14} aria-hidden="true" />
      {text.calls.gap(gap.from, gap.to, now)}
    </span>
  )
}
