import { number } from '../../../electron/contract/text/locale.ts'
import { text } from '../../text/index.ts'
import { useScrollStop } from '../../ui/use-scroll-stop.ts'

/** What a column shows of each row; null where there is nothing to tell. */
export interface FiguresColumn<Row> {
  head: string
  figure: (row: Row) => number | null
  /** Seconds rather than a count. */
  isTime?: boolean
}

interface FiguresTableProps<Row> {
  /** For those who hear it read out. */
  caption: string
  /** What the first column holds. */
  head: string
  columns: readonly FiguresColumn<Row>[]
  rows: readonly { key: string; name: string; figures: Row }[]
}

/** Figures as a table: a name, and what is counted of it. */
export function FiguresTable<Row>({ caption, head, columns, rows }: FiguresTableProps<Row>) {
  const frame = useScrollStop<HTMLDivElement>()
  return (
    <div ref={frame} className="figures-frame focusable" role="group" aria-label={caption}>
      <table className="figures">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{head}</th>
            {columns.map((column) => (
              <th key={column.head} scope="col">
                {column.head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, name, figures }) => (
            <tr key={key}>
              <th scope="row" className="theirs">
                {name}
              </th>
              {columns.map(({ head: column, figure, isTime }) => (
                <td key={column}>{shown(figure(figures), isTime === true)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function shown(value: number | null, isTime: boolean): string {
  if (value === null) return '–'
  return isTime ? text.overview.seconds(value) : number(value)
}
