/** The pages of the settings that are about this PC and the texts. */
import { zone } from '../../../electron/contract/text/locale.ts'
import { text } from '../../../renderer/text/index.ts'
import { rail, settings, type Shot } from './shot.ts'

/** What is typed is in the window's language. */
const firstWord = (words: string): string => words.split(' ')[0] ?? ''

export const settingsShots: Shot[] = [
  {
    name: 'settings-search',
    act: async (page) => {
      await rail(page, 'Settings')
      await page.getByRole('searchbox').fill(firstWord(text.hours.timeZone))
      await page.keyboard.press('Enter')
      await page.waitForTimeout(300)
    },
  },
  {
    name: 'settings-search-nothing',
    act: async (page) => {
      await rail(page, 'Settings')
      await page.getByRole('searchbox').fill('zebrastripedcuttlefish with much else behind it')
    },
  },
  {
    name: 'settings-history',
    act: async (page) => {
      await settings(page, 'About')
      await page.getByRole('heading', { name: 'Changes to settings' }).scrollIntoViewIfNeeded()
    },
  },
  {
    name: 'settings-compare',
    act: async (page) => {
      await settings(page, 'About')
      await page.getByRole('button', { name: 'Load settings from a file' }).click()
    },
  },
  {
    name: 'settings-notifications',
    act: (page) => settings(page, 'Notifications'),
  },
  {
    name: 'settings-general',
    act: (page) => settings(page, 'General'),
  },
  {
    name: 'settings-message',
    act: (page) => settings(page, 'Business and texts'),
  },
  {
    name: 'settings-message-off',
    act: async (page) => {
      await settings(page, 'Business and texts')
      await page.getByText('Text missed callers automatically').click()
      await page.getByRole('textbox', { name: 'First text', exact: true }).fill('Hi {nobody}')
    },
  },
  {
    name: 'settings-texts-folded-out',
    act: async (page) => {
      await settings(page, 'Business and texts')
      await page.getByRole('button', { name: 'Fine points' }).click()
      await page.getByRole('button', { name: 'Other words for one of your lines' }).click()
      await page.locator('.line-fold').first().click()
      await page.getByRole('button', { name: 'Other words when you are closed' }).nth(1).click()
      await page.getByRole('textbox', { name: 'Second text: when you are closed' }).first().fill('We open soon again.')
    },
  },
  {
    name: 'settings-hours',
    act: (page) => settings(page, 'Business hours'),
  },
  {
    name: 'settings-hours-wrong',
    act: async (page) => {
      await settings(page, 'Business hours')
      await page.getByLabel('Tuesday, opening 2: from').fill('11:00')
      await page.getByRole('button', { name: 'Remove opening 1: Monday' }).click()
      await page.getByRole('button', { name: 'Add hours: Saturday' }).click()
    },
  },
  {
    name: 'settings-hours-zone',
    act: async (page) => {
      await settings(page, 'Business hours')
      await page.getByRole('combobox', { name: 'Time zone of the office' }).fill(firstWord(zone('America/New_York')))
    },
  },
  {
    name: 'settings-quiet-hours',
    act: async (page) => {
      await settings(page, 'Business hours')
      await page.getByText('Hours of my own').click()
      await page.getByText('Also keep to what').click()
      await page.getByRole('button', { name: 'states with stricter rules' }).click()
    },
  },
  {
    name: 'settings-saved',
    act: async (page) => {
      await settings(page, 'Business and texts')
      await page.getByRole('button', { name: 'Save', exact: true }).click()
    },
  },
  {
    name: 'about',
    act: (page) => settings(page, 'About'),
  },
]
