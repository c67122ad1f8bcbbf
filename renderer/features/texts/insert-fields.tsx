import { useRef } from 'react'
import { textFields } from '../../../electron/contract/texts.ts'
import { Button } from '../../ui/button.tsx'
import { text } from '../../text/index.ts'
import { insertAt } from '../conversation/insert-at.ts'
import './template.css'

/** The fields that can be put into a template, each a button. */
export function InsertFields({ onInsert }: { onInsert: (field: string) => void }) {
  return (
    <div className="insert-fields" role="group" aria-label={text.setup.message.fields}>
      {text.setup.message.fields}
      {textFields.map((field) => (
        <Button key={field} size="small" onPress={() => onInsert(field)}>
          {text.setup.message.fieldNames[field]}
        </Button>
      ))}
    </div>
  )
}

/** Puts a field where the cursor of the text area within `frame` stands. */
export function useInsertion(template: string, onChange: (template: string) => void) {
  const frame = useRef<HTMLDivElement>(null)
  const insert = (field: string): void => {
    const area = frame.current?.querySelector('textarea')
    onChange(insertAt(template, `{${field}}`, area?.selectionStart ?? template.length))
    area?.focus()
  }
  return { frame, insert }
}
