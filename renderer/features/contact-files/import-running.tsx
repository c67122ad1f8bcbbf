import { Label, ProgressBar } from 'react-aria-components'
import { useWindow } from '../../store/window-store.ts'
import { text } from '../../text/index.ts'
import { Button } from '../../ui/button.tsx'

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
      <ProgressBar className="import-progress" value={share * 100}>
        {({ percentage = 0, valueText }) => (
          <>
            <Label className="theirs">{text.files.running(file)}</Label>
            <span>{valueText}</span>
            <progress max={100} value={percentage} aria-hidden="true" />
          </>
        )}
      </ProgressBar>
      <p className="help">{text.files.soFar(rows)}</p>
      <Button onPress={() => void stop()}>{text.files.stop}</Button>
    </div>
  )
}
