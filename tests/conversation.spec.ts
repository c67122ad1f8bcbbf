/** A conversation of ten thousand texts is read, searched and answered, by mouse and by keyboard alone. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { labAccount } from '../scripts/lab/twilio/main.ts'
import { startTwilioStandIn } from '../scripts/lab/twilio/stand-in.ts'
import type { StandIn } from '../scripts/lab/twilio/stand-in.ts'
import { barriers } from './support/accessibility.ts'
import { hostile, makeLongInbox, needle, pat } from './support/long-inbox.ts'
import { picture } from './support/picture.ts'
import { expect, test } from './support/test.ts'

let sms: StandIn
let profile: string

test.beforeEach(async () => {
  const { accountSid, authToken, number } = labAccount
  sms = await startTwilioStandIn({ accountSid, authToken, numbers: [number] })
  profile = await mkdtemp(path.join(tmpdir(), 'ringback-long-'))
  await makeLongInbox(profile)
})
test.afterEach(async () => {
  await sms.stop()
  await rm(profile, { recursive: true, force: true, maxRetries: 5 })
})

test('a long conversation is read, searched, answered now and later', async ({ launch }) => {
  test.setTimeout(120_000)
  const app = await launch({ profile })
  const { window } = app
  const { accountSid, authToken, number } = labAccount
  await expect.poll(async () => (await app.request('settings:get')).ok).toBe(true)
  await app.demand('settings:save-business', { name: 'Cedar Dental', bookingLink: 'https://cedar.example/book' })
  await app.demand('texting:save', { accountSid, authToken, from: number, baseUrl: sms.url })
  await app.demand('phone-system:save', { host: '127.0.0.1', port: 9, username: 'ringback', password: 'none' })
  // Without a keyring there is a choice to make, and its banner leaves the conversation less room.
  if ((await app.demand('app:info')).secrets === 'undecided') await app.demand('secrets:choose', { how: 'ask' })
  await window.reload()
  const log = window.getByRole('log', { name: 'Calls and texts' })
  const message = window.getByRole('textbox', { name: 'Message' })

  // Opened where the new begins, however long it is; what others wrote is text and breaks nothing.
  await window.getByRole('tab', { name: /^All/ }).click()
  await window.getByRole('row', { name: /Pat Lee/ }).click()
  await expect(log.getByRole('separator')).toHaveText('New')
  for (const body of hostile) await expect(log.getByText(body, { exact: true })).toBeVisible()
  expect(await window.evaluate(() => document.title)).not.toContain('1)')
  expect(await sideways(window)).toBe(0)
  expect(await drawn(window)).toBeLessThan(120)
  await log.getByRole('button', { name: 'Who rang' }).last().click()
  await expect(log.getByText('rang, nobody picked up')).toBeVisible()
  await picture(window, 'conversation')
  expect(await barriers(window)).toEqual([])

  // Older pages come as one scrolls, under the eye nothing moves, and no more than a part is ever drawn.
  for (let page = 0; page < 5; page += 1) {
    const { before, after } = await scrollUp(window)
    expect(Math.abs(after - before)).toBeLessThanOrEqual(2)
  }
  expect(await drawn(window)).toBeLessThanOrEqual(220)
  expect(await drawn(window)).toBeGreaterThan(100)
  sms.receive({ from: pat, body: 'Are you there?' })
  await window.getByRole('button', { name: '1 new', exact: true }).click()
  await expect(log.getByText('Are you there?')).toBeInViewport()

  // Words are found far back, by keyboard alone; the calendar goes to a day.
  await window.keyboard.press('Control+f')
  await window.keyboard.type('blue FLOWER')
  await expect(log.getByText(needle)).toBeInViewport()
  await expect(window.getByText('1 of 1')).toBeVisible()
  await expect(window.getByRole('searchbox', { name: 'Find in this conversation' })).toBeFocused()
  await window.keyboard.press('Escape')
  await window.getByRole('button', { name: 'Go to a day' }).click()
  await window.getByRole('button', { name: 'Previous' }).click()
  await window.getByRole('button', { name: /\b15, / }).click()
  await expect(log.getByText(needle)).toHaveCount(0)
  await expect(log.locator('.item.marked')).toBeInViewport()
  await window.getByRole('button', { name: 'To the end' }).click()
  await expect(log.getByText('Are you there?')).toBeInViewport()

  // For the Tab key the time line is one stop; the arrows go through it, Enter into what can be used.
  const inLine = () => window.evaluate(() => document.activeElement?.closest('.timeline')?.role ?? null)
  await log.focus()
  await window.keyboard.press('Tab')
  expect(await inLine()).toBeNull()
  await window.keyboard.press('Shift+Tab')
  await expect(log).toBeFocused()
  await window.keyboard.press('ArrowUp')
  const item = log.locator('.item').last()
  await expect(item).toBeFocused()
  await window.keyboard.press('Enter')
  await expect(item.getByRole('button', { name: 'Copy text' })).toBeFocused()
  await window.keyboard.press('Escape')
  await expect(item).toBeFocused()
  await window.keyboard.press('Tab')
  expect(await inLine()).toBeNull()

  // A note looks different and is not sent; deleting it can be undone.
  await message.focus()
  await window.keyboard.press('Escape')
  await window.keyboard.press('n')
  await window.getByRole('textbox', { name: 'Note', exact: true }).fill('Ask the lab about the crown')
  expect(await barriers(window)).toEqual([])
  await window.keyboard.press('Enter')
  const note = log.locator('.note')
  await expect(note).toContainText('Ask the lab about the crown')
  await note.hover()
  await note.getByRole('button', { name: 'Delete note' }).click()
  await expect(note).toHaveCount(0)
  await window.getByRole('button', { name: 'Undo' }).click()
  await expect(note).toHaveCount(1)

  // A quick reply by its first letters, sent, taken back in time, and sent again.
  await window.getByRole('radio', { name: 'Text' }).click()
  await message.pressSequentially('/call')
  await expect(window.getByRole('option', { name: /call back/ })).toBeVisible()
  expect(await barriers(window)).toEqual([])
  await window.keyboard.press('Enter')
  await expect(message).toHaveValue('When is a good time to call you back?')
  await window.keyboard.press('Enter')
  await expect(message).toHaveValue('')
  await window.keyboard.press('Control+z')
  await expect(message).toHaveValue('When is a good time to call you back?')
  await window.keyboard.press('Enter')
  // The one that was taken back may still stand there for a moment.
  const takeBack = log.getByRole('button', { name: 'Undo' })
  await expect(takeBack).toHaveCount(1)
  await takeBack.click()
  await expect(message).toHaveValue('When is a good time to call you back?')
  await app.demand('settings:save-writing', { undoSeconds: 0 })
  await message.press('Enter')
  await expect.poll(() => sms.ledger.map(({ body }) => body)).toEqual(['When is a good time to call you back?'])

  // Later: it shows when, the contact's answer is pointed out, and it can be taken back.
  await message.fill('See you tomorrow')
  await window.getByRole('button', { name: 'Send later' }).press('Enter')
  // Which time comes first depends on the time of day.
  const times = window.getByRole('dialog', { name: 'Send later' }).getByRole('listitem')
  await expect(times.first().getByRole('button')).toBeFocused()
  await window.getByRole('button', { name: /^Tomorrow morning/ }).press('Enter')
  await expect(message).toBeFocused()
  await expect(log.getByText(/^Goes out tomorrow/)).toBeVisible()
  sms.receive({ from: pat, body: 'In the morning please' })
  await expect(log.getByText('They have written since. Does this text still fit?')).toBeVisible()
  await log.getByRole('button', { name: 'Take back' }).click()
  await expect(message).toHaveValue('See you tomorrow')

  // The draft outlives the window and all that it has stored.
  await message.fill('Half a sentence')
  await window.waitForTimeout(900)
  await window.evaluate(() => localStorage.clear())
  await window.reload()
  await window.getByRole('tab', { name: /^All/ }).click()
  await window.getByRole('row', { name: /Pat Lee/ }).click()
  await expect(message).toHaveValue('Half a sentence')
  // Whoever comes back goes on behind it; elsewhere its row says that something is begun.
  await window.getByRole('row', { name: /Kim Day/ }).click()
  await expect(window.getByRole('row', { name: /Pat Lee/ })).toContainText('Draft')
  await window.getByRole('row', { name: /Pat Lee/ }).click()
  await expect(message).toHaveValue('Half a sentence')
  await window.keyboard.press('r')
  await window.keyboard.type(', whole')
  await expect(message).toHaveValue('Half a sentence, whole')

  // The next automatic text gets other words, is skipped, and comes back.
  await window.getByRole('row', { name: /Kim Day/ }).click()
  const bar = window.getByRole('region', { name: 'Automatic texts' })
  await bar.getByRole('button', { name: 'Edit' }).click()
  const words = window.getByRole('dialog').getByRole('textbox')
  await words.fill('Reply CANCEL if you cannot come')
  await expect(window.getByRole('dialog').getByText(/Mobile carriers act on/)).toBeVisible()
  await words.fill('We kept Thursday free for you.')
  await window.getByRole('button', { name: 'Save' }).click()
  await expect(bar).toContainText('We kept Thursday free for you.')
  await bar.getByRole('button', { name: 'Skip' }).click()
  await expect(bar).not.toContainText('We kept Thursday')
  await window.getByRole('button', { name: 'Undo' }).last().click()
  await expect(bar).toContainText('We kept Thursday free for you.')
  expect(sms.ledger).toHaveLength(1)

  // Quick replies are kept in Settings.
  await window.getByRole('button', { name: 'Settings', exact: true }).click()
  await window.getByRole('button', { name: 'Quick replies' }).click()
  await expect(window.getByText('Used once', { exact: true })).toBeVisible()
  await window.getByRole('button', { name: 'Delete call back' }).click()
  await expect(window.getByText('/call back')).toHaveCount(0)
  await window.getByRole('button', { name: 'Undo' }).last().click()
  await expect(window.getByText('/call back')).toBeVisible()
  await picture(window, 'settings-quick-replies')
  expect(await barriers(window)).toEqual([])
})

function drawn(window: Page): Promise<number> {
  return window.locator('.timeline .item').count()
}

/** By how many pixels the time line could be scrolled sideways. */
function sideways(window: Page): Promise<number> {
  return window.locator('.timeline').evaluate((line) => line.scrollWidth - line.clientWidth)
}

/** To the upper edge; where an item that was in view stands before and after more has come above it. */
function scrollUp(window: Page): Promise<{ before: number; after: number }> {
  return window.locator('.timeline').evaluate(async (line) => {
    const frame = () => new Promise((drawnNow) => requestAnimationFrame(drawnNow))
    const first = () => line.querySelector<HTMLElement>('.item')?.dataset['id']
    line.scrollTop = 300
    const shown = [...line.querySelectorAll<HTMLElement>('.item')].find((item) => item.offsetTop >= 300)
    const id = shown?.dataset['id'] ?? ''
    const top = () => line.querySelector<HTMLElement>(`[data-id="${id}"]`)?.getBoundingClientRect().top ?? Infinity
    await frame()
    const [before, oldest] = [top(), first()]
    for (let waited = 0; waited < 200 && first() === oldest; waited += 1) await frame()
    await frame()
    return { before, after: top() }
  })
}
