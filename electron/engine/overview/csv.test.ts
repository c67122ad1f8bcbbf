import { expect, test } from 'vitest'
import type { Overview, OverviewFigures } from '../../contract/overview.ts'
import { overviewTable } from './csv.ts'

const figures = (calls: number): OverviewFigures => ({
  calls,
  answered: 1,
  missed: 2,
  texted: 3,
  replied: 4,
  repliedWithinHour: 5,
  calledBack: 6,
  answeredLater: 7,
  booked: 9,
  reached: 8,
  medianSeconds: 15,
  p90Seconds: null,
})
const overview: Overview = {
  timeZone: 'America/Chicago',
  span: { from: 0, to: 1, firstDay: '2026-11-02', lastDay: '2026-11-02' },
  before: { from: 0, to: 0, firstDay: '2026-10-26', lastDay: '2026-11-01' },
  figures: figures(10),
  figuresBefore: figures(9),
  days: [{ day: '2026-11-02', ...figures(10) }],
  hours: [{ hour: 9, reasons: {}, ...figures(10) }],
  lines: [
    { line: '1', label: '=1+1', ...figures(7) },
    { line: null, label: null, ...figures(3) },
  ],
  phones: [{ phone: '101', calls: 5, answered: 1, unanswered: 2, refused: 1, unreachable: 1 }],
  reasons: [],
  findings: [],
}

test('the table has every figure of the page, with the time before, and no formula', () => {
  const headings = Array.from({ length: 17 }, (_, column) => `h${column}`)
  const parts = { total: 'All', before: 'Before', day: 'Day', hour: 'Hour', line: 'Line', phone: 'Phone' }
  const table = overviewTable(overview, { parts, headings, noLine: 'Not known' })
  const [head, ...rows] = table.trimEnd().split('\r\n')
  expect(head).toBe(`\uFEFF${headings.join(',')}`)
  const rest = '1,2,3,4,5,6,7,9,8,15,,,,'
  expect(rows).toEqual([
    `All,2026-11-02,10,${rest}`,
    `Before,2026-10-26 – 2026-11-01,9,${rest}`,
    `Day,2026-11-02,10,${rest}`,
    `Hour,09:00,10,${rest}`,
    `Line,'=1+1,7,${rest}`,
    `Line,Not known,3,${rest}`,
    'Phone,101,5,1,,,,,,,,,,,2,1,1',
  ])
})
