/** The office sets its hours and writes its texts: said while typed what is wrong, in use without a restart. */
import { readFile, writeFile } from 'node:fs/promises'
import { barriers } from './support/accessibility.ts'
import { picture } from './support/picture.ts'
import { expect, test } from './support/test.ts'

test('hours and texts are set, checked while they are typed, and in use at once', async ({ launch }) => {
  test.setTimeout(90_000)
  const app = await launch({ args: ['--demo'] })
  const { window } = app
  await window.getByRole('navigation', { name: 'Main' }).getByRole('button', { name: 'Settings' }).click()

  await window.getByRole('button', { name: 'Business hours' }).click()
  const meaning = window.getByRole('region', { name: 'What this means' })
  await expect(meaning.getByText(/^You are (open|closed) now\.$/)).toBeVisible()
  // By keyboard: a second opening that overlaps, then one that does not.
  await window.getByRole('button', { name: 'Remove opening 1: Monday' }).focus()
  await window.keyboard.press('Enter')
  const add = window.getByRole('button', { name: 'Add hours: Monday' })
  await expect(add).toBeFocused()
  await window.keyboard.press('Enter')
  await expect(window.getByLabel('Monday, opening 1: from')).toBeFocused()
  await add.focus()
  await window.keyboard.press('Enter')
  await window.getByLabel('Monday, opening 2: from').fill('16:00')
  await expect(window.getByText('Two of these overlap.')).toBeVisible()
  await expect(meaning.getByText('Shown once the hours are right.')).toBeVisible()
  await window.getByLabel('Monday, opening 2: from').fill('18:00')
  await window.getByLabel('Monday, opening 2: to').fill('00:00')
  await expect(window.getByText('Two of these overlap.')).toBeHidden()
  // A whole day says so, and is changed by its times.
  const allDay = window.getByRole('button', { name: 'All day. Change opening 1: Sunday' })
  await allDay.press('Enter')
  await expect(window.getByLabel('Sunday, opening 1: from')).toBeFocused()
  await expect(allDay).toBeHidden()
  await window.getByRole('button', { name: 'Add an exception' }).click()
  await expect(allDay).toBeVisible()
  await window.getByLabel('First day').fill('2030-12-24')
  await window.getByLabel('Last day').fill('2030-12-26')
  await window.getByRole('textbox', { name: 'What it is' }).fill('Winter break')
  const zone = window.getByRole('combobox', { name: 'Time zone of the office' })
  await zone.fill('America/Nowhere')
  await expect(window.getByText('Choose a time zone from the list')).toBeVisible()
  await zone.fill('denver')
  await window.getByRole('option', { name: 'Mountain Time (Denver)' }).click()
  await expect(zone).toHaveValue('Mountain Time (Denver)')
  await window.getByText('The same, and stricter where').click()
  await window.getByRole('button', { name: 'states with stricter rules' }).click()
  await expect(window.getByText('Florida', { exact: true })).toBeVisible()
  expect(await barriers(window)).toEqual([])
  await picture(window, 'settings-hours')
  await window.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(window.getByText('Saved. Ringback uses it from now on.')).toBeVisible()
  const { hours, quietHours, business } = await app.demand('settings:get')
  expect(hours.week.mon).toEqual([
    { from: '08:00', to: '17:00' },
    { from: '18:00', to: '24:00' },
  ])
  expect(hours.exceptions).toEqual([{ from: '2030-12-24', to: '2030-12-26', name: 'Winter break', blocks: [] }])
  expect(quietHours.byState).toBe(true)
  expect(business.timeZone).toBe('America/Denver')

  await window.getByRole('button', { name: 'Business and texts' }).click()
  const second = window.getByRole('textbox', { name: 'Second text', exact: true })
  await second.fill('Reply YES and we will call you.')
  await expect(window.getByText('Mobile carriers act on the reply “YES” themselves')).toBeVisible()
  await second.fill('Shall we call you, {caller|there}?')
  const preview = window.getByRole('region', { name: 'How it looks on their phone' })
  await expect(preview.getByText('Shall we call you, Pat? Reply STOP and we will not text you again.')).toBeVisible()
  // Callers in Spanish: the standard texts follow at once, the office's own words never.
  await window.getByRole('radiogroup', { name: 'Callers are written to in' }).getByText('Español').click()
  await expect(window.getByRole('textbox', { name: 'Third text', exact: true })).toHaveValue(
    /^Le saluda \{business\}\./,
  )
  await expect(preview.getByText('Shall we call you, Pat? Responda STOP si no quiere mensajes.')).toBeVisible()
  await window.getByLabel('Send the third text the next morning at').fill('10:30')
  // What was announced of the Save button is there for some seconds after the button is gone.
  await expect.poll(() => barriers(window), { timeout: 20_000 }).toEqual([])
  await picture(window, 'settings-texts')
  await window.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(window.getByText('Saved. Ringback uses it from now on.').last()).toBeVisible()
  await expect
    .poll(async () => {
      const { texts, followUp } = await app.demand('settings:get')
      return [texts.language, texts.steps.second.usual, followUp.thirdAt]
    })
    .toEqual(['es', 'Shall we call you, {caller|there}?', '10:30'])

  // Found by another word, and in the history with what it was before.
  const search = window.getByRole('searchbox', { name: 'Find a setting' })
  await search.fill('holiday')
  await expect(window.getByRole('button', { name: /^Holidays and other exceptions/ })).toBeVisible()
  await search.press('Enter')
  await expect(window.getByRole('heading', { name: 'Holidays and other exceptions' })).toBeInViewport()
  await search.fill('')
  await window.getByRole('button', { name: 'About' }).click()
  const history = window.locator('.settings-history')
  await expect(history.getByRole('listitem').first()).toContainText(
    /Send the third text the next morning at.*9:00\sAM → 10:30\sAM/,
  )

  // All of it as a file, without the demo's made-up secrets, and back again.
  const file = test.info().outputPath('settings.json')
  await app.electron.evaluate(({ dialog }, filePath) => {
    Object.assign(dialog, {
      showSaveDialog: async () => ({ canceled: false, filePath }),
      showOpenDialog: async () => ({ canceled: false, filePaths: [filePath] }),
    })
  }, file)
  await window.getByRole('button', { name: 'Save settings as a file' }).click()
  await expect(window.getByText(`Saved in ${file}`)).toBeVisible()
  const saved = await readFile(file, 'utf8')
  expect(saved).toContain('Winter break')
  await writeFile(file, saved.replace('Winter break', 'Ski holidays'))
  await window.getByRole('button', { name: 'Load settings from a file' }).click()
  const question = window.getByRole('dialog', { name: 'Use these settings?' })
  await expect(question).toContainText('The file changes 1 setting here')
  await expect.poll(() => barriers(window), { timeout: 20_000 }).toEqual([])
  await question.getByRole('button', { name: 'Use them' }).click()
  await expect(history.getByRole('listitem').first()).toContainText('Ski holidays')
  await search.fill('text')
  await expect.poll(() => barriers(window), { timeout: 20_000 }).toEqual([])
  await search.fill('')
  await window.getByRole('button', { name: 'Notifications' }).click()
  await expect.poll(() => barriers(window), { timeout: 20_000 }).toEqual([])
})
