/** What could not be read or done: it is said where it failed, and what to do. */
import type { Page } from 'playwright'
import { open, rail, settings, type Shot } from './shot.ts'

const failure = {
  code: 'internal',
  message: 'The inbox did not answer in time.',
  remedy: 'Try again in a moment.',
} as const

/** A command that is refused. */
const refusing = (...names: string[]) => ({ refused: Object.fromEntries(names.map((name) => [name, failure])) })

/** The dialog itself says it: behind it nobody would see or hear it. */
const saidWithin = (page: Page) => page.getByRole('dialog').getByRole('alert').waitFor()

export const failedShots: Shot[] = [
  { name: 'failed-list', picture: refusing('conversations:list') },
  { name: 'failed-conversation', picture: refusing('conversations:get'), act: open('Pat Lee') },
  { name: 'failed-calls', picture: refusing('calls:list'), act: (page) => rail(page, 'Calls') },
  { name: 'failed-overview', picture: refusing('overview:get'), act: (page) => rail(page, 'Overview') },
  { name: 'failed-backups', picture: refusing('backups:list'), act: (page) => settings(page, 'Backup') },
  {
    name: 'failed-story',
    picture: refusing('calls:get'),
    act: async (page) => {
      await rail(page, 'Calls')
      await page.getByRole('row', { name: 'Dana Kowalski' }).click()
    },
  },
  {
    name: 'failed-text-anyway',
    picture: refusing('calls:text'),
    act: async (page) => {
      await rail(page, 'Calls')
      await page.getByRole('row', { name: 'Dana Kowalski' }).click()
      await page.getByRole('button', { name: 'Text them after all' }).click()
      await page.getByRole('button', { name: 'Send text', exact: true }).click()
      await saidWithin(page)
    },
  },
  {
    name: 'failed-quick-reply',
    picture: refusing('quick-replies:save'),
    act: async (page) => {
      await settings(page, 'Quick replies')
      await page.getByRole('button', { name: 'Add a quick reply' }).click()
      await page.getByRole('textbox', { name: 'Name' }).fill('thanks')
      await page.getByRole('textbox', { name: 'Text' }).fill('Thank you!')
      await page.getByRole('button', { name: 'Save' }).click()
      await saidWithin(page)
    },
  },
]
