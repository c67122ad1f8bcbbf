import { Download, FileText, Printer } from 'lucide-react'
import { overviewPeriods } from '../../../electron/contract/overview.ts'
import { useWindow } from '../../store/window-store.ts'
import { Button } from '../../ui/button.tsx'
import { DayField } from '../../ui/day-field.tsx'
import { Select } from '../../ui/select.tsx'
import { text } from '../../text/index.ts'

type Choice = (typeof overviewPeriods)[number] | 'days'

/** Which time, and what is made of its figures. */
export function OverviewControls() {
  const words = text.overview
  const period = useWindow((state) => state.overviewPeriod)
  const span = useWindow((state) => state.overview?.span)
  const showPeriod = useWindow((state) => state.showPeriod)
  const none = useWindow((state) => (state.overview?.figures.calls ?? 0) === 0)
  const run = useWindow((state) => state.run)
  const exportOverview = useWindow((state) => state.exportOverview)
  const savePdf = useWindow((state) => state.saveOverviewPdf)
  const choice: Choice = 'name' in period ? period.name : 'days'
  const choices: readonly Choice[] = [...overviewPeriods, 'days']
  return (
    <div className="overview-controls">
      <Select<Choice>
        label={words.period}
        value={choice}
        choices={choices.map((value) => ({ value, label: words.periods[value] }))}
        onChange={(chosen) => {
          if (chosen !== 'days') showPeriod({ name: chosen })
          // The days that were shown are there to be changed.
          else if (span) showPeriod({ from: span.firstDay, to: span.lastDay })
        }}
      />
      {'from' in period ? (
        <>
          <DayField
            label={words.from}
            value={period.from}
            onChange={(day) => day && showPeriod({ ...period, from: day })}
          />
          <DayField label={words.to} value={period.to} onChange={(day) => day && showPeriod({ ...period, to: day })} />
        </>
      ) : null}
      <Button isDisabled={none} onPress={() => void run('app:print', undefined)}>
        <Printer size={15} aria-hidden="true" />
        {words.print}
      </Button>
      <Button isDisabled={none} onPress={() => void savePdf()}>
        <FileText size={15} aria-hidden="true" />
        {words.pdf}
      </Button>
      <Button isDisabled={none} onPress={() => void exportOverview()}>
        <Download size={15} aria-hidden="true" />
        {words.csv}
      </Button>
    </div>
  )
}
