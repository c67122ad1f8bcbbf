import { Label, ProgressBar } from 'react-aria-components'
import { percent } from '../../../electron/contract/text/locale.ts'
import { useWindow } from '../../store/window-store.ts'
import { text } from '../../text/index.ts'
import { Button } from '../../ui/button.tsx'
import '../../ui/bar.css'

interface ImportRunningProps {
  file: string
  /** 0 to 1. */
  share: number
  rows: number
}

/** How far a file is. */
export function ImportRunning({ file, share, rows }: ImportRunningProps) {
  const stop = useWindow((state) => state.stopImport)
  return (
    <div className="form-scroll contact-files">
      <Progress label={text.files.running(file)} share={share} />
      <p className="help">{text.files.soFar(rows)}</p>
      <Button onPress={() => void stop()}>{text.files.stop}</Button>
    </div>
  )
}

/** How far a file is taken back. */
export function ImportUndoing({ file, share }: Omit<ImportRunningProps, 'rows'>) {
  return (
    <div className="form-scroll contact-files">
      <Progress label={text.files.undoing(file)} share={share} />
    </div>
  )
}

function Progress({ label, share }: { label: string; share: number }) {
  return (
    <ProgressBar className="import-progress" value={share * 100} valueLabel={percent(share)}>
      {({ percentage = 0, valueText }) => (
        <>
          <Label className="theirs">{label}</Label>
          <span>{valueText}</span>
          <progress className="bar" max={100} value={percentage} aria-hidden="true" />
        </>
      )}
    </ProgressBar>
  )
}
