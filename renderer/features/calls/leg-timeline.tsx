import type { CallRow } from '../../../electron/contract/call-list.ts'
import type { CallLegView } from '../../../electron/contract/view-models.ts'
import { clockSeconds } from '../../text/dates.ts'
import { text } from '../../text/index.ts'
import './leg-timeline.css'

/**
 * Who rang from when to when: one bar a phone on the line of the call, its words beside it, so that nothing is told by the
 * picture alone.
 */
export function LegTimeline({ legs, call }: { legs: readonly CallLegView[]; call: Pick<CallRow, 'at' | 'endedAt'> }) {
  if (legs.length === 0) return <p className="help">{text.calls.detail.noLegs}</p>
  const begin = Math.min(call.at, ...legs.map(({ dialedAt }) => dialedAt))
  const end = Math.max(call.endedAt, ...legs.map(({ endedAt }) => endedAt ?? call.endedAt), begin + 1)
  const place = (at: number) => ((at - begin) / (end - begin)) * 100
  return (
    <ul className="phone-legs">
      {legs.map((leg) => {
        const from = leg.rangAt ?? leg.dialedAt
        const to = leg.endedAt ?? call.endedAt
        return (
          <li key={`${leg.phone} ${leg.dialedAt} ${from}`}>
            <span className="leg-phone one-line theirs">{leg.phone}</span>
            <svg className="leg-bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
              <rect className="leg-track" x="0" y="4" width="100" height="2" />
              <rect
                className={leg.rangAt === null ? 'leg-silent' : 'leg-rang'}
                x={place(from)}
                y="1"
                width={Math.max(1.5, place(leg.answeredAt ?? to) - place(from))}
                height="8"
              />
              {leg.answeredAt === null ? null : (
                <rect
                  className="leg-talked"
                  x={place(leg.answeredAt)}
                  y="1"
                  width={Math.max(1.5, place(to) - place(leg.answeredAt))}
                  height="8"
                />
              )}
            </svg>
            <span className="leg-words selectable">
              {text.calls.detail.legsHow[leg.how]}{' '}
              <span className="leg-span">
                {to - from < 1000
                  ? clockSeconds(from)
                  : `${text.calls.detail.legSpan(from, to)} · ${text.calls.detail.seconds(to - from)}`}
              </span>
            </span>
          </li>
        )
      })}
    </ul>
  )
}
