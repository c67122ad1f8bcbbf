/** The list of conversations: narrowed, searched, and with several picked out. */
import type { Page } from 'playwright'
import type { ConversationListItem } from '../../../electron/contract/view-models.ts'
import { hour, now } from '../office/moment.ts'
import { rows } from '../office/rows.ts'
import { someTags } from '../office/tags.ts'
import type { Shot } from './shot.ts'

const tagged = rows.map((row, index) => ({
  ...row,
  tags: index % 3 === 1 ? [someTags[0], someTags[2]] : index % 3 === 2 ? [someTags[1]] : [],
}))

const noMarks = { name: [], number: [], company: null, said: null }
const hits: Record<string, Partial<ConversationListItem['hit']>> = {
  pat: { name: [[4, 7]] },
  dana: {
    said: {
      kind: 'text-in',
      text: '…today? The leek is still there, and the heater is out again',
      marks: [[12, 15]],
      at: now - 26 * hour,
      itemId: 'x',
    },
  },
  vet: { company: { text: 'Leeward Animal Care', marks: [[0, 3]] } },
  quote: { number: [[10, 14]] },
  michal: { said: { kind: 'note', text: 'Ask Lee about the invoice', marks: [[4, 7]], at: null, itemId: null } },
}
const found = rows
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

export const listShots: Shot[] = [
  { name: 'list-filter', picture: { rows: tagged }, act: filterPanel },
  {
    name: 'list-between',
    picture: { rows: tagged },
    act: async (page) => {
      await filterPanel(page)
      await page.getByRole('option', { name: 'Between two days' }).click()
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
      await page.getByRole('searchbox').fill('lee')
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
]
