/** A contact's details, two numbers of one person, and contacts in and out of files: by mouse and by keyboard. */
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { barriers } from './support/accessibility.ts'
import type { RunningApp } from './support/app.ts'
import { picture } from './support/picture.ts'
import { expect, test } from './support/test.ts'

const hostile = '=HYPERLINK("http://x","evil")'
const table = [
  'Nombre;Apellidos;Teléfono móvil;Empresa;Etiquetas;Nacimiento',
  'Pat;Lee;(530) 555-0177;Muñoz e Hijos;VIP, Niños;1971-04-02',
  `${hostile};;530 555 0178;;;`,
  'Nobody;;12345;;;',
].join('\r\n')

test('contacts come in from a file, are tagged, put together, blocked, and go out again', async ({ launch }) => {
  test.setTimeout(120_000)
  const app = await launch({ args: ['--demo'] })
  const { window } = app
  const rail = window.getByRole('navigation', { name: 'Main' })
  const file = (name: string) => path.join(app.profile, name)
  await writeFile(file('old system.csv'), Buffer.from(table, 'latin1'))

  await rail.getByRole('button', { name: 'Settings' }).click()
  await window.getByRole('button', { name: 'Contacts', exact: true }).click()
  await chooses(app, file('old system.csv'))
  await window.getByRole('button', { name: 'Choose a file' }).click()
  await expect(window.getByRole('button', { name: 'Windows-1252 Letters as' })).toBeVisible()
  const becomes = (column: string) => window.getByRole('button', { name: `Import as: ${column}` })
  await expect(becomes('Teléfono móvil')).toHaveText('Phone number')
  await expect(becomes('Nacimiento')).toHaveText('Leave out')
  await becomes('Nacimiento').click()
  await window.getByRole('option', { name: 'Notes' }).click()
  expect(await barriers(window)).toEqual([])
  await picture(window, 'contacts-preview')
  await window.getByRole('button', { name: 'Import', exact: true }).focus()
  await window.keyboard.press('Enter')
  await expect(window.getByRole('heading', { name: 'Imported from old system.csv' })).toBeFocused()
  await expect(window.getByRole('row', { name: /^4 Not a whole phone number 12345/ })).toBeVisible()
  expect(await barriers(window)).toEqual([])
  await picture(window, 'contacts-report')
  await saves(app, file('report.csv'))
  await window.getByRole('button', { name: 'Save the report' }).click()
  await expect
    .poll(() => readFile(file('report.csv'), 'utf8').catch(() => ''))
    .toContain('4,Not a whole phone number,12345')

  // A caller of the demo office, who is in the file with another number.
  await rail.getByRole('button', { name: 'Inbox' }).click()
  await window.getByRole('tab', { name: 'All' }).click()
  await window.getByRole('row', { name: /Pat Lee/ }).click({ timeout: 45_000 })
  const pane = window.getByRole('complementary', { name: 'Contact' })
  await pane.getByRole('textbox', { name: 'Company' }).fill('Cedar Ridge')
  await window.keyboard.press('Enter')
  await addTag(window, 'Recall due')
  await expect(pane.getByText('Recall due')).toBeVisible()
  await addTag(window, 'vi')
  await expect(pane.getByText('vi', { exact: true })).toBeVisible()
  await window.getByRole('button', { name: 'Undo' }).last().click()
  await expect(pane.getByText('vi', { exact: true })).toBeHidden()

  // By keyboard alone.
  await pane.getByRole('button', { name: 'Add another number' }).focus()
  await window.keyboard.press('Enter')
  const dialog = window.getByRole('dialog', { name: 'Another number of the same person' })
  await expect(dialog.getByRole('textbox', { name: 'Name, company or number' })).toBeFocused()
  await expect(dialog.getByRole('option', { name: /Pat Lee/ })).toContainText('(530) 555-0177')
  await window.keyboard.press('Tab')
  await window.keyboard.press('Space')
  await expect(dialog.getByRole('radiogroup', { name: 'Which company?' })).toBeVisible()
  expect(await barriers(window)).toEqual([])
  await window.keyboard.press('Enter')
  await dialog.getByRole('button', { name: 'It is the same person' }).focus()
  await window.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  await expect(pane.getByText('(530) 555-0177')).toBeVisible()
  await expect(pane.getByText('VIP')).toBeVisible()

  const booked = window.getByText('Appointment booked: entered by staff')
  await pane.getByRole('button', { name: 'Mark as booked' }).click()
  await expect(booked).toBeVisible()
  await window.keyboard.press('Control+z')
  await expect(booked).toBeHidden()

  await pane.getByRole('button', { name: 'Stop texting this number' }).click()
  await pane.getByRole('button', { name: 'What they said about texts' }).click()
  await expect(pane.getByText('Entered by staff')).toBeVisible()
  await expect(pane.getByText('never used · texts not decided')).toBeVisible()
  await pane.getByRole('button', { name: 'Block' }).click()
  await expect(pane.getByText('Nothing is sent to this person')).toBeVisible()
  // They lie over the composer for some seconds.
  const dismiss = window.getByRole('button', { name: 'Dismiss' })
  while ((await dismiss.count()) > 0) await dismiss.first().click()
  expect(await barriers(window)).toEqual([])
  await picture(window, 'contact-person')
  await window.keyboard.press('Control+z')
  await expect(pane.getByText('Nothing is sent to this person')).toBeHidden()

  await pane.getByRole('button', { name: 'Open (530) 555-0177' }).click()
  await expect(window.getByTitle('(530) 555-0177 · also (530) 555-0141')).toBeVisible()
  // One person, one row, one time line; what differs is the number that a text goes to.
  await expect(window.getByRole('row', { name: /Pat Lee/ })).toHaveCount(1)
  await expect(window.getByRole('row', { name: /Pat Lee/ })).toHaveAttribute('aria-selected', 'true')
  const log = window.getByRole('log', { name: 'Calls and texts' })
  await expect(log.getByText('(530) 555-0141').first()).toBeVisible()
  const goesTo = window.getByRole('button', { name: /Number that the text goes to/ })
  await expect(goesTo).toContainText('(530) 555-0177')
  await window.getByRole('textbox', { name: 'Message' }).fill('Hello')
  await goesTo.click()
  await window.getByRole('option', { name: '(530) 555-0141 · no texts' }).click()
  await expect(window.getByText('You cannot text here.')).toBeVisible()
  await goesTo.click()
  await window.getByRole('option', { name: /0177/ }).click()
  await expect(window.getByRole('textbox', { name: 'Message' })).toHaveValue('Hello')
  await window.getByRole('textbox', { name: 'Message' }).fill('')
  await pane.getByRole('button', { name: 'Texts are fine' }).click()

  await rail.getByRole('button', { name: 'Settings' }).click()
  await expect(window.getByRole('button', { name: 'Undo the import' })).toBeVisible()
  await window.getByRole('button', { name: 'Import another file' }).click()
  await saves(app, file('all.csv'))
  await window.getByRole('button', { name: 'As a table (CSV)' }).click()
  await expect(window.getByText(/saved in .*all\.csv/)).toBeVisible()
  const out = await readFile(file('all.csv'), 'utf8')
  expect(out).toMatch(/^\uFEFFName,Company,Phone,Phone 2,Tags,Notes,No texts,Blocked\r\n/)
  expect(out).toContain(`"'=HYPERLINK(""http://x"",""evil"")",,(530) 555-0178`)
  expect(out).toMatch(/Pat Lee,Cedar Ridge,\(530\) 555-0141,,.*,yes,\r\n/)
  await window.getByRole('textbox', { name: 'Name, company or number' }).fill('5550178')
  await expect(window.getByRole('button', { name: /^=HYPERLINK/ })).toBeVisible()
  await window.getByRole('button', { name: 'Color: Recall due' }).click()
  await window.getByRole('option', { name: 'Teal' }).click()
  await window.getByRole('button', { name: 'Delete the tag “Recall due”' }).click()
  await window.getByRole('button', { name: 'Undo' }).last().click()
  await expect(window.getByRole('button', { name: 'Color: Recall due' })).toHaveText('Teal')
  expect(await barriers(window)).toEqual([])
  await window.getByRole('button', { name: /^=HYPERLINK/ }).click()
  await expect(window.getByRole('heading', { level: 1, name: /^=HYPERLINK/ })).toBeVisible()
})

async function addTag(window: Page, name: string): Promise<void> {
  await window.getByRole('combobox', { name: 'Find or make a tag' }).fill(name)
  await window.keyboard.press('Enter')
}

/** The next "Open" dialog of the system gives this file. */
async function chooses({ electron }: RunningApp, file: string): Promise<void> {
  await electron.evaluate(({ dialog }, filePath) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [filePath] })
  }, file)
}

async function saves({ electron }: RunningApp, file: string): Promise<void> {
  await electron.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath })
  }, file)
}
