/** What a picture of the window is made of, and the ways through the window to it. */
import type { Page } from 'playwright'
import type { Picture } from '../mock-bridge.ts'
import { answers } from './answers.ts'

/** An office PC's screen (DESIGN.md, "The window"). */
export const size = { width: 1366, height: 768 }
/** The smallest window. */
export const smallest = { width: 1024, height: 640 }

export interface Shot {
  name: string
  picture?: Partial<Picture>
  size?: typeof size
  act?: (page: Page) => Promise<void>
}

/** The made-up office, with some answers that are other ones. */
export function saying(others: Picture['answers']): { answers: Picture['answers'] } {
  return { answers: { ...answers, ...others } }
}

/** To a page of the window. */
export const rail = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Main' }).getByRole('button', { name }).click()

/** To a page of the settings. */
export async function settings(page: Page, name: string): Promise<void> {
  await rail(page, 'Settings')
  await page.getByRole('button', { name }).click()
}

/** Opens a conversation, wherever it stands. */
export const open = (name: string) => async (page: Page) => {
  await page.getByRole('tab', { name: 'All' }).click()
  const row = page.getByRole('row', { name }).first()
  // Far down, it is drawn only when it is scrolled to.
  if (!(await row.isVisible())) await page.locator('#conversation-list').evaluate((list) => list.scrollTo(0, 10_000))
  await row.click()
}
