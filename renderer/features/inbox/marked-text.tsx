import { Fragment } from 'react'
import type { Mark } from '../../../electron/contract/view-models.ts'

interface MarkedTextProps {
  text: string
  marks: readonly Mark[]
  className?: string
}

/** A text with the parts marked that are searched for. */
export function MarkedText({ text, marks, className }: MarkedTextProps) {
  return (
    <bdi dir="auto" className={className}>
      {marks.map(([from, to], index) => (
        <Fragment key={from}>
          {text.slice(marks[index - 1]?.[1] ?? 0, from)}
          <mark>{text.slice(from, to)}</mark>
        </Fragment>
      ))}
      {text.slice(marks.at(-1)?.[1] ?? 0)}
    </bdi>
  )
}
