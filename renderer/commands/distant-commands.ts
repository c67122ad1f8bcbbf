/** What is done on another page, from wherever one is. */
import { text } from '../text/index.ts'
import type { WindowState } from '../store/slice.ts'
import type { WindowCommand } from './command.ts'
import { pressOnceThere } from './press-once-there.ts'

const ready = (state: WindowState): boolean => state.setup === null

function act(id: string, label: () => string, run: (state: WindowState) => void): WindowCommand {
  return { id, keys: [], label, group: 'act', when: ready, run }
}

const fromContacts = (words: () => string) => () => `${text.files.title}: ${words()}`
const fromOverview = (words: () => string) => () => `${text.overview.title}: ${words()}`

/** What prints or saves the figures needs them drawn: the button itself is pressed, once it can be. */
const withFigures = (id: string, words: () => string): WindowCommand =>
  act(id, fromOverview(words), (state) => {
    state.showPage('overview')
    pressOnceThere('.overview-controls', words)
  })

export const distantCommands: readonly WindowCommand[] = [
  act(
    'export-calls',
    () => `${text.calls.title}: ${text.calls.export.button}`,
    (state) => {
      state.showPage('calls')
      pressOnceThere('.calls-page > header', () => text.calls.export.button)
    },
  ),
  withFigures('overview-print', () => text.overview.print),
  withFigures('overview-pdf', () => text.overview.pdf),
  withFigures('overview-csv', () => text.overview.csv),
  act(
    'import-contacts',
    fromContacts(() => text.files.choose),
    (state) => {
      state.showSettings('contacts')
      if (state.import.phase === 'none') void state.chooseImport()
    },
  ),
  act(
    'contacts-csv',
    fromContacts(() => text.files.asTable),
    (state) => void state.exportContacts('csv'),
  ),
  act(
    'contacts-vcf',
    fromContacts(() => text.files.asCards),
    (state) => void state.exportContacts('vcf'),
  ),
  act(
    'back-up',
    () => `${text.backup.title}: ${text.backup.now}`,
    (state) => {
      state.showSettings('backup')
      void state.makeBackup()
    },
  ),
]
