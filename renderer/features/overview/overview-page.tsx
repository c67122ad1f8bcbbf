import { useEffect } from 'react'
import { ChartColumn } from 'lucide-react'
import type { Overview } from '../../../electron/contract/overview.ts'
import { useWindow } from '../../store/window-store.ts'
import { LoadFailure } from '../../ui/load-failure.tsx'
import { useNow } from '../../ui/use-now.ts'
import { text } from '../../text/index.ts'
import { ColumnsChart } from './columns-chart.tsx'
import { Definitions } from './definitions.tsx'
import { callColumns, phoneColumns } from './figures-columns.ts'
import { FiguresTable } from './figures-table.tsx'
import { Funnel } from './funnel.tsx'
import { OverviewControls } from './overview-controls.tsx'
import { WhyMissed } from './why-missed.tsx'
import { WithTable } from './with-table.tsx'
import { shortDay, weekdayAndDay } from '../../text/dates.ts'
import '../../ui/fold.css'
import '../../ui/page.css'
import './overview.css'
import './print.css'

/** How often the figures are renewed while somebody looks at them, ms. */
const renewEvery = 30_000

/** How many callers were missed, texted and reached: for the owner, on the screen, on paper and as a table. */
export function OverviewPage() {
  const overview = useWindow((state) => state.overview)
  const failure = useWindow((state) => state.overviewFailure)
  const refresh = useWindow((state) => state.refreshOverview)
  const office = useWindow((state) => state.settings?.business.name ?? '')
  // Not with every call: a year of them is counted anew each time.
  const tick = useNow(renewEvery)
  useEffect(() => {
    void refresh()
  }, [refresh, tick])

  return (
    <main className="page overview-page" aria-labelledby="overview-title">
      <header>
        <div>
          <h1 id="overview-title">
            {text.overview.title}
            <span className="print-only theirs"> · {office}</span>
          </h1>
          {overview ? <Spans overview={overview} /> : <p>{text.overview.lead}</p>}
        </div>
        <OverviewControls />
      </header>
      <div className="overview-body">
        {failure ? (
          <LoadFailure title={text.overview.failedToLoad} failure={failure} onRetry={() => void refresh()} />
        ) : overview === null ? (
          <OverviewSkeletons />
        ) : overview.figures.calls === 0 ? (
          <div className="empty">
            <ChartColumn size={24} strokeWidth={1.6} aria-hidden="true" />
            <strong>{text.overview.empty}</strong>
            <p>{text.overview.emptyBody}</p>
          </div>
        ) : (
          <Figures overview={overview} />
        )}
      </div>
    </main>
  )
}

function Spans({ overview: { span, before, figures, figuresBefore, timeZone } }: { overview: Overview }) {
  const nothingBefore = figures.calls > 0 && figuresBefore.calls === 0
  return (
    <p>
      {text.overview.span(span.firstDay, span.lastDay)},{' '}
      {nothingBefore ? text.overview.nothingBefore : text.overview.comparedWith(before.firstDay, before.lastDay)}.{' '}
      {text.overview.zone(timeZone)}.
    </p>
  )
}

function Figures({ overview }: { overview: Overview }) {
  const { days, hours, lines, phones } = overview
  const words = text.overview
  return (
    <>
      <Funnel overview={overview} />
      <WhyMissed overview={overview} />
      <WithTable
        title={words.byDay}
        chart={
          <ColumnsChart
            title={words.byDay}
            columns={days.map(({ day, missed, reached }) => ({
              key: day,
              tick: shortDay(day),
              name: weekdayAndDay(day),
              missed,
              reached,
            }))}
          />
        }
        table={
          <FiguresTable
            caption={words.byDay}
            head={words.day}
            columns={callColumns()}
            rows={days.map(({ day, ...figures }) => ({ key: day, name: weekdayAndDay(day), figures }))}
          />
        }
      />
      <WithTable
        title={words.byHour}
        chart={
          <ColumnsChart
            title={words.byHour}
            columns={hours.map(({ hour, missed, reached }) => ({
              key: String(hour),
              tick: words.hourTick(hour),
              name: words.hourSpan(hour),
              missed,
              reached,
            }))}
          />
        }
        table={
          <FiguresTable
            caption={words.byHour}
            head={words.hour}
            columns={callColumns()}
            rows={hours.map(({ hour, ...figures }) => ({
              key: String(hour),
              name: words.hourSpan(hour),
              figures,
            }))}
          />
        }
      />
      <section className="overview-part">
        <h2>{words.byLine}</h2>
        <FiguresTable
          caption={words.byLine}
          head={words.line}
          columns={callColumns()}
          rows={lines.map(({ line, label, ...figures }) => ({ key: line ?? '', name: label ?? words.noLine, figures }))}
        />
      </section>
      {phones.length === 0 ? null : (
        <section className="overview-part">
          <h2>{words.byPhone}</h2>
          <FiguresTable
            caption={words.byPhone}
            head={words.phone}
            columns={phoneColumns()}
            rows={phones.map((figures) => ({ key: figures.phone, name: figures.phone, figures }))}
          />
        </section>
      )}
      <Definitions />
    </>
  )
}

function OverviewSkeletons() {
  return (
    <div className="overview-skeletons" role="status" aria-busy="true" aria-label={text.app.loading}>
      {[0, 1, 2, 3].map((card) => (
        <span key={card} className="skeleton" />
      ))}
      <span className="skeleton wide" />
      <span className="skeleton wide" />
    </div>
  )
}
