import { useEffect, useId, useRef, useState } from 'react'
import { number } from '../../../electron/contract/text/locale.ts'
import { text } from '../../text/index.ts'
import { axisOf, everyNth } from './axis.ts'

export interface Column {
  key: string
  /** Below the column, where there is room. */
  tick: string
  /** In full, for the pointer. */
  name: string
  missed: number
  reached: number
}

const height = 168
const foot = 22
const top = 8
const axisWidth = 34
/** Ticks need so much room, px. */
const tickWidth = 52

/**
 * Missed calls as columns: below, filled, those that were reached; above, hatched, those that were not. So nothing is
 * told by colour alone; the same in words and numbers is the table beside it.
 */
export function ColumnsChart({ title, columns }: { title: string; columns: readonly Column[] }) {
  const words = text.overview
  const frame = useRef<HTMLElement>(null)
  const width = useWidth(frame)
  const hatch = useId()
  const { most, steps } = axisOf(Math.max(0, ...columns.map(({ missed }) => missed)))
  const y = (value: number): number => top + (height - top) * (1 - value / most)
  const step = (width - axisWidth) / Math.max(1, columns.length)
  const bar = Math.max(1, Math.min(26, step * 0.72))
  const nth = everyNth(columns.length, width - axisWidth, tickWidth)
  const sum = (of: (column: Column) => number): number => columns.reduce((total, column) => total + of(column), 0)
  return (
    <figure className="columns-chart" ref={frame}>
      <svg
        role="img"
        aria-label={words.chartOf(
          title,
          sum(({ missed }) => missed),
          sum(({ reached }) => reached),
        )}
        viewBox={`0 0 ${width} ${height + foot}`}
      >
        <defs>
          <pattern id={hatch} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect className="hatch-ground" width="6" height="6" />
            <rect className="hatch-line" width="2.4" height="6" />
          </pattern>
        </defs>
        {steps.map((value) => (
          <g key={value}>
            <line className="chart-line" x1={axisWidth} x2={width} y1={y(value)} y2={y(value)} />
            <text className="chart-text" x={axisWidth - 8} y={y(value) + 4} textAnchor="end">
              {number(value)}
            </text>
          </g>
        ))}
        {columns.map(({ key, tick, name, missed, reached }, at) => {
          const x = axisWidth + step * at + (step - bar) / 2
          return (
            <g key={key}>
              {/* The whole height answers to the pointer. */}
              <rect className="chart-hover" x={axisWidth + step * at} y={top} width={step} height={height - top}>
                <title>{`${name}: ${words.missed} ${number(missed)}, ${words.reached} ${number(reached)}`}</title>
              </rect>
              <rect className="chart-reached" x={x} y={y(reached)} width={bar} height={height - y(reached)} />
              <rect
                className="chart-lost"
                fill={`url(#${hatch})`}
                x={x}
                y={y(missed)}
                width={bar}
                height={Math.max(0, y(reached) - y(missed))}
              />
              {at % nth === 0 ? (
                <text className="chart-text" x={axisWidth + step * (at + 0.5)} y={height + 16} textAnchor="middle">
                  {tick}
                </text>
              ) : null}
            </g>
          )
        })}
      </svg>
      <figcaption className="legend" aria-hidden="true">
        <span>
          <svg viewBox="0 0 12 12">
            <rect className="chart-reached" width="12" height="12" rx="2" />
          </svg>
          {words.reached}
        </span>
        <span>
          <svg viewBox="0 0 12 12">
            <rect className="chart-lost" fill={`url(#${hatch})`} width="12" height="12" rx="2" />
          </svg>
          {words.lost}
        </span>
      </figcaption>
    </figure>
  )
}

/** How wide the element is now, px. On paper the picture is scaled. */
function useWidth(of: React.RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(720)
  useEffect(() => {
    const element = of.current
    if (!element) return undefined
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setWidth(Math.max(240, Math.round(entry.contentRect.width)))
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [of])
  return width
}
