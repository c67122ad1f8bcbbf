/** Contacts that come from a file and go into one, a step at a time. */
import type { Page } from 'playwright'
import type { ImportState } from '../../../electron/contract/import.ts'
import type { Picture } from '../mock-bridge.ts'
import { foundContacts, officeTags } from './contact.ts'
import { saying, settings, smallest, type Shot } from './shot.ts'

const file = 'Patients from the old system (export).csv'
const long = 'W'.repeat(60)

const ready: ImportState = {
  phase: 'ready',
  file,
  preview: {
    format: 'csv',
    encoding: 'Windows-1252',
    separator: ';',
    columns: [
      { heading: 'Nombre', samples: ['José', 'Dana', 'מיכל'], field: 'first-name' },
      { heading: 'Apellidos', samples: ['Núñez', 'Kowalski', 'כהן'], field: 'last-name' },
      { heading: 'Teléfono móvil', samples: ['(530) 555-0101', '5305550102'], field: 'number' },
      { heading: 'Teléfono casa', samples: ['(530) 555-0177'], field: 'number' },
      { heading: 'Fecha de nacimiento', samples: ['1971-04-02', '1988-11-30'], field: null },
      { heading: long, samples: [long, '<b>=HYPERLINK("x")</b>'], field: 'notes' },
      { heading: '', samples: [], field: null },
    ],
    people: [
      { name: 'José Núñez', company: '', numbers: ['(530) 555-0101', '(530) 555-0177'] },
      { name: 'Dana Kowalski', company: 'Harbor Vet', numbers: ['5305550102'] },
      { name: 'מיכל כהן', company: long, numbers: ['+44 20 7946 0102'] },
    ],
  },
}
const counts = { rows: 1240, added: 1121, changed: 64, same: 41, optedOut: 9, leftOut: 14 }
const running: ImportState = { phase: 'running', file, share: 0.42, counts }
const done: ImportState = {
  phase: 'done',
  file,
  end: 'complete',
  problem: null,
  counts,
  canUndo: true,
  undone: null,
  leftOut: [
    { row: 14, reason: 'not-a-number', value: '555-01' },
    { row: 15, reason: 'no-number', value: '' },
    { row: 231, reason: 'twice', value: '(530) 555-0101' },
    { row: 407, reason: 'not-a-number', value: long },
    { row: 612, reason: 'apart', value: '(530) 555-0101, (530) 555-0102' },
  ],
}

const picture = (state: ImportState): Partial<Picture> =>
  saying({
    'import:get': state,
    'contacts:find': { contacts: foundContacts },
    'tags:list': { tags: officeTags, revision: 1 },
  })
const open = (page: Page) => settings(page, 'Contacts')

export const contactFileShots: Shot[] = [
  { name: 'files-start', picture: picture({ phase: 'none' }), act: open },
  {
    name: 'files-find',
    picture: picture({ phase: 'none' }),
    act: async (page) => {
      await open(page)
      await page.getByRole('textbox', { name: 'Name, company or number' }).fill('Pa')
    },
  },
  { name: 'files-preview', picture: picture(ready), act: open },
  { name: 'files-preview-small', picture: picture(ready), act: open, size: smallest },
  { name: 'files-running', picture: picture(running), act: open },
  { name: 'files-report', picture: picture(done), act: open },
]
