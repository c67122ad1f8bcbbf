/** Calls and the overview. */
import type { Page } from 'playwright'
import * as figures from '../office/figures.ts'
import { rail, saying, type Shot } from './shot.ts'

const openCall = async (page: Page) => {
  await rail(page, 'Calls')
  await page.getByRole('row', { name: 'Dana Kowalski' }).click()
}

export const callsShots: Shot[] = [
  {
    name: 'calls-loading',
    picture: { silent: ['calls:list'] },
    act: async (page) => {
      await rail(page, 'Calls')
      await page.waitForTimeout(300)
    },
  },
  { name: 'calls', act: (page) => rail(page, 'Calls') },
  { name: 'calls-details', act: openCall },
  { name: 'calls-zoomed', size: { width: 683, height: 480 }, act: openCall },
  {
    name: 'calls-text-anyway',
    act: async (page) => {
      await openCall(page)
      await page.getByRole('button', { name: 'Text them after all' }).click()
    },
  },
  {
    name: 'calls-choosing',
    act: async (page) => {
      await rail(page, 'Calls')
      await page.getByRole('button', { name: 'Reason' }).click()
    },
  },
  {
    name: 'calls-filtered',
    picture: saying({ 'calls:list': { items: [], gaps: [], nextCursor: null } }),
    act: async (page) => {
      await rail(page, 'Calls')
      await page.getByRole('button', { name: 'Which calls' }).click()
      await page.getByRole('option', { name: 'Missed, not texted' }).click()
      await page.getByRole('button', { name: 'When' }).click()
      await page.getByRole('option', { name: 'Choose days…' }).click()
    },
  },
  { name: 'overview', act: (page) => rail(page, 'Overview') },
  {
    name: 'overview-lower',
    act: async (page) => {
      await rail(page, 'Overview')
      await page.getByRole('heading', { name: 'By hour of the day' }).scrollIntoViewIfNeeded()
      await page.getByRole('radio', { name: 'Table' }).first().click()
      await page.locator('.overview-body').evaluate((element) => element.scrollTo(0, 560))
    },
  },
  { name: 'overview-zoomed', size: { width: 683, height: 480 }, act: (page) => rail(page, 'Overview') },
  {
    name: 'overview-days',
    act: async (page) => {
      await rail(page, 'Overview')
      await page.getByRole('button', { name: 'Period' }).click()
      await page.getByRole('option', { name: 'Choose days…' }).click()
    },
  },
  {
    name: 'overview-empty',
    picture: saying({ 'overview:get': figures.noCalls }),
    act: (page) => rail(page, 'Overview'),
  },
  {
    name: 'overview-print',
    size: { width: 760, height: 1500 },
    act: async (page) => {
      await rail(page, 'Overview')
      await page.emulateMedia({ media: 'print' })
    },
  },
]
