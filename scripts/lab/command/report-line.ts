import type { CallReport } from '../sip/behaviour.ts'
import type { OutsideCall } from '../trunk.ts'

/** What happened in a call that the lab made, in one line: `2125550123 → 15305550110: …`. */
export function reportLine(call: OutsideCall, report: CallReport): string {
  const after = (at: number) => `${((at - report.startedAt) / 1000).toFixed(1)} s`
  const parts = [
    ...(report.rangAt === null ? [] : [`rang after ${after(report.rangAt)}`]),
    ...(report.answeredAt === null ? [] : [`taken by the phone system after ${after(report.answeredAt)}`]),
    `${report.endedBy === 'caller' ? 'the caller hung up' : 'ended by the phone system'} after ${after(report.endedAt)}`,
  ]
  const who = call.withheld ? `${call.from} (withheld)` : call.from
  return `${who} → ${call.to}: ${parts.join(', ')} (SIP ${report.status})`
}
