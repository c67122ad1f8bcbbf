/** The list of conversations in the real app: found, narrowed and changed many at a time, by mouse and by keyboard. */
import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { saveTag, tagContacts } from '../electron/engine/contacts/tags.ts'
import { recordCall } from '../electron/engine/inbox/calls.ts'
import { refreshConversation } from '../electron/engine/inbox/conversations.ts'
import { aCall } from '../electron/engine/inbox/testing.ts'
import { saveSection } from '../electron/engine/settings/settings.ts'
import { openStore } from '../electron/engine/store/database.ts'
import { systemClock } from '../telephony/clock.ts'
import { silentLogger } from '../telephony/logger.ts'
import { barriers } from './support/accessibility.ts'
import { expect, test } from './support/test.ts'

const minute = 60_000
const lines = [
  { number: '+12125550100', name: 'Main line' },
  { number: '+12125550110', name: 'Service line' },
]

/** An inbox of forty people who called and wrote, the last one a minute ago. */
async function fillInbox(profile: string): Promise<void> {
  const store = await openStore({ file: path.join(profile, 'inbox.sqlite'), clock: systemClock, logger: silentLogger })
  await store.write(async (work) => {
    const now = systemClock.now()
    await saveSection(work, 'setup', { configured: true }, now)
    await saveSection(work, 'business', { name: 'Cedar Dental' }, now)
    await saveSection(work, 'lines', lines, now)
    await saveTag(work, { id: randomUUID(), name: 'Recall due', colour: 'orange' })
    for (let n = 0; n < 40; n += 1) {
      const startedAt = now - (40 - n) * minute
      const call = aCall({ startedAt, callerName: `Person ${String(n).padStart(2, '0')}` })
      const party = `+1530555${String(100 + n).padStart(4, '0')}`
      const line = lines[n % 8 === 0 ? 1 : 0]?.number ?? ''
      const recorded = await recordCall(work, call, { party, line }, call.endedAt)
      const id = recorded?.conversationId ?? ''
      const text = { direction: 'in', author: 'contact', state: 'received', created_at: startedAt } as const
      await work.db
        .insertInto('message')
        .values({
          id: randomUUID(),
          conversation_id: id,
          at: startedAt + 30_000,
          body: n === 7 ? 'Could we move it to Thursday morning?' : 'Hello, is anybody there?',
          ...text,
        })
        .execute()
      await refreshConversation(work, id)
    }
    const tag = await work.db.selectFrom('tag').select('id').executeTakeFirstOrThrow()
    const some = await work.db.selectFrom('contact').select('id').where('name', '=', 'Person 05').execute()
    await tagContacts(
      work,
      some.map(({ id }) => id),
      { add: [tag.id], remove: [] },
    )
  })
  await store.close()
}

const row = (window: Page, n: number) => window.getByRole('row', { name: `Person ${String(n).padStart(2, '0')}` })
const bar = (window: Page) => window.getByRole('toolbar', { name: 'Selected conversations' })

test('the list is found, narrowed and changed by mouse and by keyboard', async ({ launch }) => {
  test.setTimeout(90_000)
  const profile = await mkdtemp(path.join(tmpdir(), 'ringback-list-'))
  await fillInbox(profile)
  const app = await launch({ profile })
  const { window } = app
  const tab = (name: string) => window.getByRole('tab', { name })
  await expect(tab('Needs reply')).toContainText('40')

  await test.step('by mouse: several are selected, done, and back again', async () => {
    await row(window, 1).click()
    await row(window, 3).click({ modifiers: ['Shift'] })
    await row(window, 5).click({ modifiers: ['Control'] })
    await expect(bar(window)).toContainText('4 selected')
    await row(window, 2).hover()
    await window.getByRole('checkbox', { name: 'Select Person 02' }).click({ force: true })
    await expect(bar(window)).toContainText('3 selected')
    await expect(window.getByRole('tabpanel', { name: 'Needs reply' })).toBeVisible()
    expect(await barriers(window)).toEqual([])
    await bar(window).getByRole('button', { name: 'Done' }).click()
    await expect(window.getByText('3 conversations marked done')).toBeVisible()
    await expect(tab('Needs reply')).toContainText('37')
    await expect(row(window, 3)).toHaveCount(0)
    await window.getByRole('button', { name: 'Undo' }).click()
    await expect(row(window, 3)).toBeVisible()
    await expect(tab('Needs reply')).toContainText('40')
    const box = (n: number) => window.getByRole('checkbox', { name: `Select Person 0${n}` })
    await row(window, 2).hover()
    await box(2).click({ force: true })
    await box(4).click({ force: true, modifiers: ['Shift'] })
    await expect(bar(window)).toContainText('3 selected')
    await row(window, 6).click({ modifiers: ['Shift'] })
    await expect(bar(window)).toContainText('5 selected')
    await window.keyboard.press('Escape')
  })

  await test.step('by keyboard: the same', async () => {
    await row(window, 2).click()
    await window.keyboard.press('ArrowRight')
    await expect(window.getByRole('checkbox', { name: 'Select Person 02' })).toBeFocused()
    await window.keyboard.press('Space')
    await expect(bar(window)).toContainText('1 selected')
    await window.keyboard.press('Space')
    await expect(bar(window)).toHaveCount(0)
    await row(window, 2).click()
    await window.keyboard.press('x')
    await window.keyboard.press('j')
    await window.keyboard.press('j')
    await window.keyboard.press('x')
    await expect(bar(window)).toContainText('2 selected')
    await expect(row(window, 4)).toHaveAttribute('aria-selected', 'true')
    await window.keyboard.press('e')
    await expect(window.getByText('2 conversations marked done')).toBeVisible()
    await expect(tab('Needs reply')).toContainText('38')
    await window.keyboard.press('Control+z')
    await expect(tab('Needs reply')).toContainText('40')
    // What came back stands above what the pointer or the focus was on, which kept its place.
    await window.mouse.wheel(0, -2000)
    await row(window, 0).click()
    await window.keyboard.press('Shift+ArrowDown')
    await window.keyboard.press('Shift+ArrowDown')
    await expect(bar(window)).toContainText('3 selected')
    await window.keyboard.press('Control+a')
    await expect(bar(window)).toContainText('40 selected')
    await window.keyboard.press('e')
    await expect(window.getByText('Nobody waits for an answer')).toBeVisible()
    await expect(tab('Needs reply')).toBeFocused()
    await window.keyboard.press('Control+z')
    await expect(tab('Needs reply')).toContainText('40')
    await row(window, 0).click()
    await window.keyboard.press('Control+a')
    await expect(bar(window)).toContainText('40 selected')
    await window.keyboard.press('Escape')
    await expect(bar(window)).toHaveCount(0)
  })

  await test.step('tags and the wish for no texts, for several', async () => {
    await row(window, 6).click()
    await row(window, 8).click({ modifiers: ['Control'] })
    await bar(window).getByRole('button', { name: 'Tag' }).click()
    await window.getByRole('option', { name: 'Recall due' }).click()
    await expect(window.getByText('“Recall due” is on 2 contacts now')).toBeVisible()
    await expect(row(window, 8)).toContainText('Recall due')
    await bar(window).getByRole('button', { name: 'No more texts' }).click()
    const question = window.getByRole('alertdialog', { name: 'No more texts to 2 contacts?' })
    await expect(question).toContainText('You can still call them.')
    expect(await barriers(window)).toEqual([])
    // Behind a question no key does anything.
    await window.keyboard.press('e')
    await expect(bar(window)).toContainText('2 selected')
    await question.getByRole('button', { name: 'No more texts' }).click()
    await expect(window.getByText('2 contacts get no more texts')).toBeVisible()
    await expect(row(window, 8)).toContainText('No texts')
    await window.keyboard.press('Control+z')
    await expect(row(window, 8)).not.toContainText('No texts')
  })

  await test.step('searching shows the words in their place, in any spelling of a number', async () => {
    const heading = window.getByRole('heading', { level: 1 })
    const search = window.getByRole('searchbox')
    // Whoever types and presses Enter at once opens what was typed.
    await search.fill('person 07')
    await window.keyboard.press('Enter')
    await expect(heading).toHaveText('Person 07')
    await window.keyboard.press('/')
    await window.keyboard.type('thurs mor')
    await expect(window.locator('.row mark')).toHaveText(['Thurs', 'mor'])
    // It is open already, and goes to the words all the same.
    await row(window, 7).click()
    await expect(window.locator('.timeline .item.marked')).toContainText('move it to Thursday')
    await search.fill('530.555.0112')
    await window.keyboard.press('Enter')
    await expect(heading).toHaveText('Person 12')
    await expect(row(window, 12)).toBeFocused()
    // Coming into the list from below opens nothing.
    await search.fill('Person 3')
    await expect(row(window, 39)).toBeVisible()
    await expect(row(window, 12)).toHaveCount(0)
    await window.getByRole('main', { name: 'Conversation' }).focus()
    await window.keyboard.press('Escape')
    await expect(window.getByRole('row').first()).toBeFocused()
    await expect(heading).toHaveText('Person 12')
    await window.keyboard.press('Enter')
    await expect(heading).toHaveText(/Person 3/)
    await window.keyboard.press('/')
    await window.keyboard.type('(530) 555-0112')
    await expect(row(window, 12).locator('mark')).toHaveText('(530) 555-0112'.slice(1))
    await expect(window.getByRole('row')).toHaveCount(1)
    await window.keyboard.press('Control+a')
    await window.keyboard.type('nobody at all')
    await expect(window.getByText('Nothing found')).toBeVisible()
    expect(await barriers(window)).toEqual([])
    await window.keyboard.press('Escape')
    await expect(tab('Needs reply')).toHaveAttribute('aria-selected', 'true')
  })

  await test.step('filters by line, tag and time stand as chips', async () => {
    await window.getByRole('button', { name: 'Filter', exact: true }).press('Enter')
    await window.getByRole('option', { name: 'Service line' }).press('Enter')
    await window.getByRole('option', { name: 'Today' }).press('Enter')
    expect(await barriers(window)).toEqual([])
    await window.keyboard.press('Escape')
    await expect(tab('Needs reply')).toContainText('5')
    await expect(row(window, 16)).toBeVisible()
    await window.getByRole('button', { name: 'Remove filter: Called Service line' }).click()
    await window.getByRole('button', { name: 'Filter', exact: true }).click()
    await window.getByRole('option', { name: 'Recall due' }).click()
    await window.keyboard.press('Escape')
    await expect(window.getByRole('row')).toHaveCount(3)
    await window.getByRole('button', { name: 'Clear all' }).click()
    await expect(tab('Needs reply')).toContainText('40')
  })

  await test.step('what comes meanwhile moves nothing under the pointer', async () => {
    await tab('All').click()
    await row(window, 36).click()
    await row(window, 37).hover()
    const place = await row(window, 37).boundingBox()
    const { items } = await app.demand('conversations:list', { tab: 'all', query: 'Person 20' })
    const conversationId = items[0]?.id ?? ''
    await app.demand('notes:save', { conversationId, noteId: randomUUID(), body: 'Called twice' })
    const news = window.getByRole('button', { name: /Show 1 new/ })
    await expect(news).toBeVisible()
    expect(await row(window, 37).boundingBox()).toEqual(place)
    // The pointer rests: the list goes on, and scrolls along.
    await window.waitForTimeout(2000)
    expect(await row(window, 37).boundingBox()).toEqual(place)
    await news.click()
    await expect(window.getByRole('row').first()).toContainText('Called twice')
    await expect(news).toHaveCount(0)
  })

  await test.step('where the list has the whole window, Enter alone opens a conversation', async () => {
    await window.getByRole('row').first().click()
    await window.setViewportSize({ width: 683, height: 384 })
    await window.getByRole('button', { name: 'Back to the list' }).click()
    const list = window.getByRole('grid', { name: 'Conversations' })
    await expect(list.getByRole('row').first()).toBeFocused()
    await window.keyboard.press('ArrowDown')
    await expect(list.getByRole('row').nth(1)).toBeFocused()
    await expect(window.getByRole('log', { name: 'Calls and texts' })).toHaveCount(0)
    await window.keyboard.press('Enter')
    await expect(window.getByRole('log', { name: 'Calls and texts' })).toBeVisible()
    await expect(window.getByRole('main', { name: 'Conversation' })).toBeFocused()
  })
  await rm(profile, { recursive: true, force: true, maxRetries: 5 })
})
