/** Every call with its why, found again by filters, texted after all, saved and counted: by mouse and by keyboard. */
import { readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { labAccount } from '../scripts/lab/twilio/main.ts'
import { startTwilioStandIn } from '../scripts/lab/twilio/stand-in.ts'
import { barriers } from './support/accessibility.ts'
import type { RunningApp } from './support/app.ts'
import { picture } from './support/picture.ts'
import { seededCallers, seedOffice } from './support/seeded-office.ts'
import { expect, test } from './support/test.ts'

test('calls are found, explained, texted after all and saved; the overview says how many were reached', async ({
  launch,
}) => {
  const { accountSid, authToken, number } = labAccount
  const sms = await startTwilioStandIn({ accountSid, authToken, numbers: [number] })
  const profile = await seedOffice()
  const app = await launch({ profile })
  const { window } = app
  await expect.poll(async () => (await app.request('settings:get')).ok).toBe(true)
  await app.demand('texting:save', { accountSid, authToken, from: number, baseUrl: sms.url })
  const rail = window.getByRole('navigation', { name: 'Main' })
  const list = window.getByRole('grid', { name: 'Calls, newest first' })
  const details = window.getByRole('complementary', { name: 'About this call' })
  const row = (name: string) => list.getByRole('row', { name })

  // By mouse: what nobody was texted because of, and why.
  await rail.getByRole('button', { name: 'Calls' }).click()
  await expect(row(seededCallers.pat.name)).toContainText('Nothing yet')
  await picture(window, 'calls')
  expect(await barriers(window)).toEqual([])
  await window.getByRole('button', { name: /Which calls/ }).click()
  await window.getByRole('option', { name: 'Missed, not texted' }).click()
  await expect(list.getByText('Answered', { exact: true })).toHaveCount(0)
  await row(seededCallers.noor.name).click()
  await expect(details).toContainText('could not be reached')
  await picture(window, 'calls-details')
  expect(await barriers(window)).toEqual([])
  await details.getByRole('button', { name: 'Text them after all' }).click()
  await expect(window.getByRole('alert')).toContainText('This contact does not want texts.')
  await window.keyboard.press('Escape')

  // By keyboard alone: down to Pat, over to the button, and the text goes out.
  await row(seededCallers.noor.name).press('j')
  await expect(details).toContainText(seededCallers.pat.name)
  const button = details.getByRole('button', { name: 'Text them after all' })
  for (
    let presses = 0;
    presses < 12 && !(await button.evaluate((element) => element === document.activeElement));
    presses++
  )
    await window.keyboard.press('Tab')
  await window.keyboard.press('Enter')
  await expect(window.getByRole('textbox', { name: 'Text' })).toHaveValue(/Cedar Dental/)
  expect(await barriers(window)).toEqual([])
  const send = window.getByRole('button', { name: 'Send text' })
  await tabTo(window, send)
  await window.keyboard.press('Enter')
  await expect.poll(() => sms.ledger.map(({ to }) => to)).toEqual([seededCallers.pat.number])
  await expect(details).toContainText('Texted')
  await expect(row(seededCallers.pat.name)).toHaveCount(0)
  await expect(details.getByRole('button', { name: 'Text them after all' })).toHaveCount(0)
  await window.keyboard.press('Escape')
  await expect(details).toHaveCount(0)

  // The table that is saved holds what the filters let through, and no formula.
  await window.getByRole('button', { name: 'Clear filters' }).click()
  await window.getByRole('searchbox', { name: 'Name or number' }).fill('hyperlink')
  await expect(row(seededCallers.noor.name)).toHaveCount(0)
  await expect(row(seededCallers.hostile.name)).toBeVisible()
  const table = await saved(app, profile, 'calls.csv', () => window.getByRole('button', { name: 'Export' }).click())
  expect(table.toString().split('\r\n')).toHaveLength(3)
  expect(table.toString()).toContain(`"'=HYPERLINK(""http://192.0.2.1"",""Click"")"`)

  // The overview counts them, as a picture and as a table, and on paper.
  await rail.getByRole('button', { name: 'Overview' }).click()
  await expect(window.getByRole('heading', { name: 'Why did we miss them?' })).toBeVisible()
  const dismiss = window.getByRole('button', { name: 'Dismiss' })
  while ((await dismiss.count()) > 0)
    await dismiss
      .first()
      .click({ timeout: 1000 })
      .catch(() => undefined)
  await picture(window, 'overview')
  expect(await barriers(window)).toEqual([])
  const days = window.getByRole('region', { name: 'By day' })
  await days.getByRole('radio', { name: 'Chart' }).focus()
  await window.keyboard.press('ArrowRight')
  await window.keyboard.press('Enter')
  await expect(days.getByRole('row')).toHaveCount(31)
  expect(await barriers(window)).toEqual([])
  const pdf = await saved(app, profile, 'overview.pdf', () =>
    window.getByRole('button', { name: 'Save as PDF' }).click(),
  )
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
  await window.getByRole('button', { name: 'Nobody picked up' }).click()
  await expect(window.getByRole('button', { name: /Reason/ })).toContainText('Nobody picked up')
  await expect(row(seededCallers.pat.name)).toContainText('Texted')

  await app.close()
  await sms.stop()
  await rm(profile, { recursive: true, force: true })
})

/** By the Tab key, as far as it takes. */
async function tabTo(window: Page, target: Locator): Promise<void> {
  for (let presses = 0; presses < 15; presses++) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await window.keyboard.press('Tab')
  }
  throw new Error('The Tab key does not lead there')
}

/** What is written when the user chooses a file of that name. */
async function saved(app: RunningApp, folder: string, name: string, act: () => Promise<void>): Promise<Buffer> {
  const file = path.join(folder, name)
  await app.electron.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
  }, file)
  await act()
  await expect.poll(() => readFile(file).catch(() => null)).not.toBeNull()
  return readFile(file)
}
