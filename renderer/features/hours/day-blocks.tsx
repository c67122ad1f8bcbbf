import { Plus } from 'lucide-react'
import { minutesOf, mostBlocks } from '../../../electron/contract/opening-hours.ts'
import type { ExceptionProblem, OpenBlock } from '../../../electron/contract/opening-hours.ts'
import { Button } from '../../ui/button.tsx'
import { text } from '../../text/index.ts'
import { BlockRow } from './block-row.tsx'
import { useListFocus } from './use-list-focus.ts'
import { nextBlock } from './week.ts'

interface DayBlocksProps {
  day: string
  blocks: readonly OpenBlock[]
  onChange: (blocks: OpenBlock[]) => void
  /** What stands where there are none. */
  closed: string
  problem: ExceptionProblem | null
}

/** The openings of one day, in the order in which they were added. */
export function DayBlocks({ day, blocks, onChange, closed, problem }: DayBlocksProps) {
  const { frame, moves } = useListFocus(blocks.length, '.block-row')
  const last = blocks.at(-1)
  const isFull = blocks.length >= mostBlocks || (last !== undefined && (minutesOf(last.to) ?? 0) >= 23 * 60)
  return (
    <div className="day-blocks" ref={frame}>
      {blocks.length === 0 ? <span className="day-closed">{closed}</span> : null}
      {blocks.map((block, at) => (
        <BlockRow
          // Openings have nothing that names them but their place.
          key={`${day} ${String(at)}`}
          day={day}
          number={at + 1}
          block={block}
          onChange={(changed) => onChange(blocks.map((each, index) => (index === at ? changed : each)))}
          onRemove={() => {
            moves()
            onChange(blocks.filter((_, index) => index !== at))
          }}
        />
      ))}
      {problem ? (
        <p className="problem" role="alert">
          {text.hours.problems[problem]}
        </p>
      ) : null}
      {isFull ? null : (
        <Button
          look="link"
          size="small"
          aria-label={text.hours.addBlockOn(day)}
          onPress={() => {
            moves()
            onChange([...blocks, nextBlock(blocks)])
          }}
        >
          <Plus size={13} aria-hidden="true" />
          {text.hours.addBlock}
        </Button>
      )}
    </div>
  )
}
