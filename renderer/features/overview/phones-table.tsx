import type { OverviewPhone } from '../../../electron/contract/overview.ts'
import { number } from '../../../electron/contract/text/locale.ts'
import { text } from '../../text/index.ts'

/** What each phone did with the calls that came to it. */
export function PhonesTable({ phones }: { phones: readonly OverviewPhone[] }) {
  const words = text.overview
  return (
    <div className="figures-frame">
      <table className="figures">
        <caption>{words.byPhone}</caption>
        <thead>
          <tr>
            <th scope="col">{words.phone}</th>
            <th scope="col">{words.phoneCalls}</th>
            <th scope="col">{words.answered}</th>
            <th scope="col">{words.unanswered}</th>
            <th scope="col">{words.refused}</th>
            <th scope="col">{words.unreachable}</th>
          </tr>
        </thead>
        <tbody>
          {phones.map(({ phone, calls, answered, unanswered, refused, unreachable }) => (
            <tr key={phone}>
              <th scope="row" className="theirs">
                {phone}
              </th>
              <td>{number(calls)}</td>
              <td>{number(answered)}</td>
              <td>{number(unanswered)}</td>
              <td>{number(refused)}</td>
              <td>{number(unreachable)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
