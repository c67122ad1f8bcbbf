import type { OverviewFigures } from '../../../electron/contract/overview.ts'
import { number } from '../../../electron/contract/text/locale.ts'
import { text } from '../../text/index.ts'

interface FiguresTableProps {
  /** For those who hear it read out. */
  caption: string
  /** What the first column holds. */
  head: string
  rows: readonly { key: string; name: string; figures: OverviewFigures }[]
}

/** Every figure of each day, hour or line. */
export function FiguresTable({ caption, head, rows }: FiguresTableProps) {
  const words = text.overview
  return (
    <div className="figures-frame">
      <table className="figures">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{head}</th>
            <th scope="col">{words.calls}</th>
            <th scope="col">{words.missed}</th>
            <th scope="col">{words.texted}</th>
            <th scope="col">{words.replied}</th>
            <th scope="col">{words.repliedWithinHour}</th>
            <th scope="col">{words.reached}</th>
            <th scope="col">{words.medianColumn}</th>
            <th scope="col">{words.p90Column}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, name, figures }) => (
            <tr key={key}>
              <th scope="row" className="theirs">
                {name}
              </th>
              <td>{number(figures.calls)}</td>
              <td>{number(figures.missed)}</td>
              <td>{number(figures.texted)}</td>
              <td>{number(figures.replied)}</td>
              <td>{number(figures.repliedWithinHour)}</td>
              <td>{number(figures.reached)}</td>
              <td>{seconds(figures.medianSeconds)}</td>
              <td>{seconds(figures.p90Seconds)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function seconds(value: number | null): string {
  return value === null ? '–' : text.overview.seconds(value)
}
