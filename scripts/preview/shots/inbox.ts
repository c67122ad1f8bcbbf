/** The list and the conversation beside it, in every state. */
import { rows } from '../office/rows.ts'
import { open, type Shot } from './shot.ts'

export const inboxShots: Shot[] = [
  {
    name: 'inbox',
    act: async (page) => {
      await page.getByRole('row', { name: 'Pat Lee' }).click()
      await page
        .getByRole('textbox', { name: 'Message' })
        .fill('Hi Pat, 3 pm Thursday is yours. And yes, we take Delta')
    },
  },
  {
    name: 'long-draft',
    act: async (page) => {
      await page.getByRole('row', { name: 'Pat Lee' }).click()
      await page.getByRole('textbox', { name: 'Message' }).fill('So many words to say about Thursday. '.repeat(40))
    },
  },
  { name: 'pictures', act: open('Riverside Vet') },
  {
    name: 'picture-open',
    act: async (page) => {
      await open('Riverside Vet')(page)
      await page.getByRole('button', { name: 'Open picture 1 of 2' }).click()
    },
  },
  { name: 'nothing-open' },
  {
    name: 'why',
    act: async (page) => {
      await page.getByRole('row', { name: 'Pat Lee' }).click()
      await page.getByRole('button', { name: 'Why a text?' }).click()
    },
  },
  { name: 'failed', act: open('Alex Novak') },
  { name: 'follow-up', act: open('June Park') },
  { name: 'opted-out', act: open('Lou Marsh') },
  { name: 'rtl', act: open('מיכל') },
  { name: 'long', act: open('Bartholomew') },
  {
    name: 'one-line',
    picture: { rows: rows.map((row) => ({ ...row, line: '(530) 555-0100' })) },
    act: open('Pat Lee'),
  },
  {
    name: 'lines',
    picture: {
      rows: rows.map((row, at) => ({
        ...row,
        line: at % 3 === 0 ? '(530) 555-0100' : at % 3 === 1 ? 'Harborview Orthopedics main reception' : 'Physio',
      })),
    },
    act: open('Pat Lee'),
  },
  { name: 'empty', picture: { rows: [] } },
  {
    name: 'search-nothing',
    act: async (page) => {
      await page.getByRole('searchbox').fill('zebra')
      await page.waitForTimeout(400)
    },
  },
  { name: 'loading', picture: { silent: ['conversations:list'] }, act: (page) => page.waitForTimeout(500) },
]
