import type { Overview, OverviewFigures } from '../../../electron/contract/overview.ts'
import { number } from '../../../electron/contract/text/locale.ts'
import { text } from '../../text/index.ts'

interface Stage {
  name: string
  value: (figures: OverviewFigures) => number
  /** What it is a part of. */
  whole: (figures: OverviewFigures) => number
  of: string
  more: string[]
}

/** From missed to reached: each stage as a number, a share and a bar, with what it was before. */
export function Funnel({ overview: { figures, figuresBefore } }: { overview: Overview }) {
  const words = text.overview
  // That there was nothing, the heading says once.
  const comparable = figuresBefore.calls > 0
  const before = (part: number, whole: number): string => words.before(`${number(part)} (${words.of(part, whole)})`)
  const stages: Stage[] = [
    {
      name: words.missed,
      value: ({ missed }) => missed,
      whole: ({ calls }) => calls,
      of: words.ofCalls(figures.calls),
      more: [],
    },
    {
      name: words.texted,
      value: ({ texted }) => texted,
      whole: ({ missed }) => missed,
      of: words.ofMissed,
      more: [],
    },
    {
      name: words.replied,
      value: ({ replied }) => replied,
      whole: ({ texted }) => texted,
      of: words.ofTexted,
      more: [words.withinHour(figures.repliedWithinHour)],
    },
    {
      name: words.reached,
      value: ({ reached }) => reached,
      whole: ({ missed }) => missed,
      of: words.ofMissed,
      more: [
        words.reachedHow(
          figures.calledBack,
          figures.answeredLater,
          figures.reached - figures.calledBack - figures.answeredLater,
        ),
        words.bookedToo(figures.booked),
      ],
    },
  ]
  return (
    <section className="overview-part" aria-label={words.funnel}>
      <ul className="funnel">
        {stages.map(({ name, value, whole, of, more }) => (
          <li key={name}>
            <h2>{name}</h2>
            <p className="figure">{number(value(figures))}</p>
            <p>
              {words.of(value(figures), whole(figures))} {of}
            </p>
            <Share part={value(figures)} whole={whole(figures)} />
            {comparable ? <p className="help">{before(value(figuresBefore), whole(figuresBefore))}</p> : null}
            {more.map((line) => (
              <p key={line} className="help">
                {line}
              </p>
            ))}
          </li>
        ))}
        <li>
          <h2>{words.toText}</h2>
          <Seconds
            name={words.median}
            seconds={figures.medianSeconds}
            before={comparable ? figuresBefore.medianSeconds : undefined}
          />
          <Seconds
            name={words.p90}
            seconds={figures.p90Seconds}
            before={comparable ? figuresBefore.p90Seconds : undefined}
          />
        </li>
      </ul>
      <p className="help">{words.stillOpen}</p>
    </section>
  )
}

/** A part of a whole as a bar; the number beside it says the same. */
function Share({ part, whole }: { part: number; whole: number }) {
  const width = whole === 0 ? 0 : Math.min(100, (100 * part) / whole)
  return (
    <svg className="share" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
      <rect className="share-whole" width="100" height="6" />
      <rect className="share-part" width={width} height="6" />
    </svg>
  )
}

interface SecondsProps {
  name: string
  seconds: number | null
  /** Null when nobody was texted then; undefined when there is nothing to compare with at all. */
  before: number | null | undefined
}

function Seconds({ name, seconds, before }: SecondsProps) {
  const words = text.overview
  return (
    <div className="seconds">
      <p className="seconds-name">{name}</p>
      <p className="seconds-value">{seconds === null ? words.none : words.within(seconds)}</p>
      {before === undefined ? null : (
        <p className="help">{before === null ? words.noneBefore : words.before(words.seconds(before))}</p>
      )}
    </div>
  )
}
