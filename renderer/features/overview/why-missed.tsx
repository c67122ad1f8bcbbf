import type { Overview, OverviewFinding } from '../../../electron/contract/overview.ts'
import type { CallFilter } from '../../../electron/contract/call-list-commands.ts'
import { number } from '../../../electron/contract/text/locale.ts'
import { useWindow } from '../../store/window-store.ts'
import { Button } from '../../ui/button.tsx'
import { text } from '../../text/index.ts'

/** Why calls were missed: what stands out in sentences, and the reasons by how often; each leads to its calls. */
export function WhyMissed({ overview: { findings, reasons, figures, span } }: { overview: Overview }) {
  const words = text.overview
  const showCalls = useWindow((state) => state.showCalls)
  const show = (filter: CallFilter): void => showCalls({ ...filter, from: span.firstDay, to: span.lastDay })
  const most = Math.max(1, ...reasons.map(({ missed }) => missed))
  return (
    <section className="overview-part why-missed" aria-labelledby="why-missed">
      <h2 id="why-missed">{words.why}</h2>
      <ul className="findings">
        {findings.length === 0 ? <li>{words.findings.nothing}</li> : null}
        {findings.map((finding) => (
          <li key={`${finding.kind} ${finding.kind === 'hour' ? '' : finding.phone}`}>
            <span className="selectable">{sentenceOf(finding)}</span>
            {finding.kind === 'hour' ? null : (
              <Button look="link" onPress={() => show({ phone: finding.phone })}>
                {words.show}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <h3 id="reasons">{words.reasonsLead}</h3>
      <ul className="reasons" aria-labelledby="reasons">
        {reasons.map(({ reason, missed }) => (
          <li key={reason}>
            <Button look="link" onPress={() => show({ kind: 'missed', reason })}>
              {text.calls.reasons[reason]}
            </Button>
            <svg className="share" aria-hidden="true">
              <rect className="share-part" width={`${(100 * missed) / most}%`} height="6" rx="3" />
            </svg>
            <span className="reason-count">
              {number(missed)} · {words.of(missed, figures.missed)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function sentenceOf(finding: OverviewFinding): string {
  const words = text.overview.findings
  switch (finding.kind) {
    case 'hour':
      return words.hour(finding.hour, finding.missed, finding.of, finding.reason)
    case 'never-answered':
      return words.neverAnswered(finding.phone, finding.calls)
    case 'unreachable':
      return words.unreachable(finding.phone, finding.calls, finding.of)
    default:
      return finding satisfies never
  }
}
