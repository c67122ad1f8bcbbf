import { useState } from 'react'
import { CircleAlert } from 'lucide-react'
import { Label, RadioGroup, Switch } from 'react-aria-components'
import { importEncodings, importFields, importSeparators, knownContacts } from '../../../electron/contract/import.ts'
import type { ImportField, ImportPreview as Preview, KnownContacts } from '../../../electron/contract/import.ts'
import { useWindow } from '../../store/window-store.ts'
import { text } from '../../text/index.ts'
import { Button } from '../../ui/button.tsx'
import { Choice } from '../../ui/choice.tsx'
import { Select } from '../../ui/select.tsx'

interface ImportPreviewProps {
  file: string
  preview: Preview
}

/** What was found in a file, and staff's word on what is what, before anything comes in. */
export function ImportPreview({ file, preview }: ImportPreviewProps) {
  const start = useWindow((state) => state.startImport)
  const stop = useWindow((state) => state.stopImport)
  // Read in another way, a file has other columns.
  const [chosen, setChosen] = useState<{ of: Preview; fields: (ImportField | null)[] } | null>(null)
  const fields = chosen?.of === preview ? chosen.fields : preview.columns.map((column) => column.field)
  const [known, setKnown] = useState<KnownContacts>('fill')
  const [together, setTogether] = useState(true)
  const isTable = preview.format === 'csv'
  const lacksNumber = isTable && !fields.includes('number')
  return (
    <div className="form-page">
      <div className="form-scroll contact-files">
        <h2 className="theirs">{text.files.found(file)}</h2>
        <p className="form-lead">{text.files.kinds[preview.format]}</p>
        <ReadAs preview={preview} />
        {isTable ? (
          <section>
            <h3>{text.files.columns}</h3>
            <p className="help">{text.files.columnsHelp}</p>
            <Columns
              preview={preview}
              fields={fields}
              onChange={(column, field) =>
                setChosen({ of: preview, fields: fields.map((old, at) => (at === column ? field : old)) })
              }
            />
          </section>
        ) : null}
        {/* They were read as the columns seemed to be. */}
        {preview.columns.every(({ field }, column) => field === fields[column]) ? (
          <People people={preview.people} />
        ) : null}
        <section>
          <RadioGroup
            className="answers"
            value={known}
            onChange={(value) => setKnown(knownContacts.find((choice) => choice === value) ?? 'keep')}
          >
            <Label>{text.files.known}</Label>
            {knownContacts.map((choice) => (
              <Choice key={choice} value={choice}>
                {text.files.knownChoices[choice]}
              </Choice>
            ))}
          </RadioGroup>
          <p className="help">{text.files.knownHelp}</p>
        </section>
        <Switch className="switch" isSelected={together} onChange={setTogether}>
          <span className="track" />
          {isTable ? text.files.together : text.files.togetherCards}
        </Switch>
      </div>
      <footer className="form-actions">
        {lacksNumber ? (
          <p className="problem" role="alert">
            <CircleAlert size={15} aria-hidden="true" />
            {text.files.noNumberColumn}
          </p>
        ) : null}
        <div>
          <Button look="main" isDisabled={lacksNumber} onPress={() => void start({ fields, known, together })}>
            {text.files.start}
          </Button>
          <Button onPress={() => void stop()}>{text.files.cancel}</Button>
        </div>
      </footer>
    </div>
  )
}

/** How the file is read, where what was guessed is wrong: names with odd letters, or everything in one column. */
function ReadAs({ preview: { encoding, separator } }: { preview: Preview }) {
  const readAs = useWindow((state) => state.readImportAs)
  return (
    <div className="import-reading">
      <div>
        <span aria-hidden="true">{text.files.encoding}</span>
        <Select
          label={text.files.encoding}
          value={encoding}
          choices={importEncodings.map((known) => ({ value: known, label: known }))}
          onChange={(chosen) => void readAs({ encoding: chosen, separator })}
        />
      </div>
      {separator === null ? null : (
        <div>
          <span aria-hidden="true">{text.files.separator}</span>
          <Select
            label={text.files.separator}
            value={separator}
            choices={importSeparators.map((known) => ({ value: known, label: text.files.separators[known] }))}
            onChange={(chosen) => void readAs({ encoding, separator: chosen })}
          />
        </div>
      )}
    </div>
  )
}

/** Stands in the list for a column that does not come in. */
const leftOut = 'none'

interface ColumnsProps {
  preview: Preview
  fields: readonly (ImportField | null)[]
  onChange: (column: number, field: ImportField | null) => void
}

function Columns({ preview, fields, onChange }: ColumnsProps) {
  const becomes = [
    { value: leftOut, label: text.files.leaveOut },
    ...importFields.map((field) => ({ value: field, label: text.files.fields[field] })),
  ] as const
  return (
    <table className="plain-table columns">
      <thead>
        <tr>
          <th scope="col">{text.files.column}</th>
          <th scope="col">{text.files.samples}</th>
          <th scope="col">{text.files.becomes}</th>
        </tr>
      </thead>
      <tbody>
        {preview.columns.map(({ heading, samples }, column) => {
          const name = heading === '' ? text.files.columnNumber(column + 1) : heading
          return (
            <tr key={column} className={fields[column] === null ? 'left-out' : ''}>
              <th scope="row">
                <bdi className="one-line">{name}</bdi>
              </th>
              <td>
                <bdi className="one-line">{samples.join(' · ')}</bdi>
              </td>
              <td>
                <Select<ImportField | typeof leftOut>
                  label={`${text.files.becomes}: ${name}`}
                  value={fields[column] ?? leftOut}
                  choices={becomes}
                  onChange={(chosen) => onChange(column, chosen === leftOut ? null : chosen)}
                />
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

function People({ people }: { people: Preview['people'] }) {
  if (people.length === 0) return null
  return (
    <section>
      <h3>{text.files.people}</h3>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{text.files.fields.name}</th>
            <th scope="col">{text.files.fields.company}</th>
            <th scope="col">{text.files.fields.number}</th>
          </tr>
        </thead>
        <tbody>
          {people.map(({ name, company, numbers }, row) => (
            <tr key={row}>
              {[name, company, numbers.join(', ')].map((value, at) => (
                <td key={at}>
                  <bdi className="one-line">{value}</bdi>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
