/** The list of conversations: narrowed, searched, and with several picked out. */
import type { Page } from 'playwright'
import type { ConversationListItem } from '../../electron/contract/view-models.ts'
import * as fixtures from './fixtures.ts'
import type { Shot } from './shots.ts'

const tags = [
  { id: 't1', name: 'Insurance', colour: 'blue', contacts: 12 },
  { id: 't2', name: 'New patient', colour: 'green', contacts: 7 },
  { id: 't3', name: 'Recall due', colour: 'orange', contacts: 140 },
] as const

const line = (number: string, numberForPeople: string, name: string | null) => ({
  number,
  numberForPeople,
  name,
  calls: 9,
  firstSeenAt: fixtures.now,
  lastSeenAt: fixtures.now,
  watchOnly: false,
})

export const listAnswers = {
  'tags:list': { tags, revision: 1 },
  'parties:list': {
    outside: [],
    inside: [],
    lines: [
      line('+15305550100', '(530) 555-0100', 'Main line'),
      line('+15305550110', '(530) 555-0110', 'Service line'),
      line('+15305550111', '(530) 555-0111', null),
    ],
    settingsRead: true,
  },
}

const tagged = fixtures.rows.map((row, index) => ({
  ...row,
  tags: index % 3 === 1 ? [tags[0], tags[2]] : index % 3 === 2 ? [tags[1]] : [],
}))

const spanish = { ...fixtures.info, language: 'es' }

const noMarks = { name: [], number: [], company: null, said: null }
const hits: Record<string, Partial<ConversationListItem['hit']>> = {
  pat: { name: [[4, 7]] },
  dana: {
    said: {
      kind: 'text-in',
      text: '…somebody come out today? The leek is still there, and the heater is out again',
      marks: [[30, 33]],
      at: fixtures.now - 26 * 3_600_000,
      itemId: 'x',
    },
  },
  vet: { company: { text: 'Leeward Animal Care', marks: [[0, 3]] } },
  quote: { number: [[10, 14]] },
  michal: { said: { kind: 'note', text: 'Ask Lee about the invoice', marks: [[4, 7]], at: null, itemId: null } },
}
const found = fixtures.rows
  .filter(({ id }) => id in hits)
  .map((row) => ({ ...row, state: 'waiting' as const, hit: { ...noMarks, ...hits[row.id] } }))

const pickThree = async (page: Page) => {
  const row = (name: string) => page.getByRole('row', { name }).first()
  await row('Pat Lee').click()
  await row('Sam Ortiz').click({ modifiers: ['Control'] })
  await row('Riverside Vet').click({ modifiers: ['Control'] })
}
const filterPanel = (page: Page) => page.getByRole('button', { name: 'Filter', exact: true }).click()
const narrow = async (page: Page) => {
  await filterPanel(page)
  await page.getByRole('option', { name: 'Last 7 days' }).click()
  await page.getByRole('option', { name: 'Service line' }).click()
  await page.getByRole('option', { name: 'Insurance' }).click()
  await page.keyboard.press('Escape')
}

export const listShots = (base: Record<string, unknown>): Shot[] => [
  { name: 'list-filter', picture: { rows: tagged }, act: filterPanel },
  {
    name: 'list-between',
    picture: { rows: tagged },
    act: async (page) => {
      await filterPanel(page)
      await page.getByRole('option', { name: 'From … to …' }).click()
    },
  },
  { name: 'list-narrowed', picture: { rows: tagged }, act: narrow },
  {
    name: 'list-narrowed-empty',
    picture: { rows: [] },
    act: async (page) => {
      await narrow(page)
      await page.getByRole('tab', { name: 'Waiting' }).click()
    },
  },
  {
    name: 'list-search',
    picture: { rows: found },
    act: async (page) => {
      await page.getByPlaceholder('Search people').fill('lee')
    },
  },
  { name: 'list-picked', picture: { rows: tagged }, act: pickThree },
  {
    name: 'list-picked-tags',
    picture: { rows: tagged },
    act: async (page) => {
      await pickThree(page)
      await page.getByRole('button', { name: 'Tag', exact: true }).click()
    },
  },
  {
    name: 'list-no-texts',
    picture: { rows: tagged },
    act: async (page) => {
      await pickThree(page)
      await page.getByRole('button', { name: 'No more texts' }).click()
    },
  },
  {
    name: 'list-spanish',
    picture: { rows: tagged, answers: { ...base, 'app:info': spanish } },
    act: async (page) => {
      const row = (name: string) => page.getByRole('row', { name }).first()
      await page.getByRole('button', { name: 'Filtrar', exact: true }).click()
      await page.getByRole('option', { name: 'Últimos 30 días' }).click()
      await page.getByRole('option', { name: 'Service line' }).click()
      await page.keyboard.press('Escape')
      await row('Pat Lee').click()
      await row('Sam Ortiz').click({ modifiers: ['Control'] })
    },
  },
  { name: 'list-spanish-tabs', picture: { rows: tagged, answers: { ...base, 'app:info': spanish } } },
  { name: 'list-narrow-window', size: { width: 1024, height: 640 }, picture: { rows: tagged }, act: pickThree },
]
