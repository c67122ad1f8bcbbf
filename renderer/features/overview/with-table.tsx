import { useState } from 'react'
import type { ReactNode } from 'react'
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import { text } from '../../text/index.ts'

/** A picture of figures, or the same as a table: whoever cannot read the one reads the other. */
export function WithTable({ title, chart, table }: { title: string; chart: ReactNode; table: ReactNode }) {
  const [shown, setShown] = useState<'chart' | 'table'>('chart')
  return (
    <section className="overview-part" aria-label={title}>
      <div className="part-head">
        <h2>{title}</h2>
        <ToggleButtonGroup
          className="either"
          aria-label={text.overview.showAs(title)}
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[shown]}
          onSelectionChange={(keys) => setShown(keys.has('table') ? 'table' : 'chart')}
        >
          <ToggleButton id="chart" className="either-one focusable">
            {text.overview.chart}
          </ToggleButton>
          <ToggleButton id="table" className="either-one focusable">
            {text.overview.table}
          </ToggleButton>
        </ToggleButtonGroup>
      </div>
      {shown === 'chart' ? chart : table}
    </section>
  )
}
