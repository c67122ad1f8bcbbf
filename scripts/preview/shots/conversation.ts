/** The conversation and its composer, in every state. */
import type { Page } from 'playwright'
import { open, smallest, type Shot } from './shot.ts'

const sam = open('Sam Ortiz')
const message = (page: Page) => page.getByRole('textbox', { name: 'Message' })

export const conversationShots: Shot[] = [
  { name: 'conversation', act: sam },
  {
    name: 'conversation-legs',
    act: async (page) => {
      await open('Pat Lee')(page)
      await page.getByRole('button', { name: 'Who rang' }).last().click()
    },
  },
  {
    name: 'conversation-number',
    act: async (page) => {
      await sam(page)
      await page.getByRole('button', { name: '(530) 555-0119' }).click()
    },
  },
  {
    name: 'conversation-note',
    act: async (page) => {
      await sam(page)
      await page.keyboard.press('n')
      await page
        .getByRole('textbox', { name: 'Note', exact: true })
        .fill('Called the lab: the crown comes on Wednesday.')
    },
  },
  {
    name: 'conversation-quick-replies',
    act: async (page) => {
      await sam(page)
      await message(page).pressSequentially('Hi Sam, /')
      await page.keyboard.press('ArrowDown')
    },
  },
  {
    name: 'conversation-send-later',
    act: async (page) => {
      await sam(page)
      await message(page).fill('See you on Thursday')
      await page.getByRole('button', { name: 'Send later' }).click()
    },
  },
  {
    name: 'conversation-change-later',
    act: async (page) => {
      await sam(page)
      await page.getByRole('button', { name: 'Change', exact: true }).click()
    },
  },
  {
    name: 'conversation-find',
    act: async (page) => {
      await sam(page)
      await page.keyboard.press('Control+f')
      await page.getByRole('searchbox', { name: 'Find in this conversation' }).fill('thanks')
      await page.waitForTimeout(400)
    },
  },
  {
    name: 'conversation-day',
    act: async (page) => {
      await sam(page)
      await page.getByRole('button', { name: 'Go to a day' }).click()
    },
  },
  {
    name: 'conversation-edit-next',
    act: async (page) => {
      await open('June Park')(page)
      await page.getByRole('button', { name: 'Edit', exact: true }).click()
    },
  },
  {
    name: 'conversation-quiet',
    act: async (page) => {
      await open('Riverside Vet')(page)
      await message(page).fill('Thank you for the pictures!')
    },
  },
  { name: 'conversation-narrow', size: smallest, act: sam },
  {
    name: 'conversation-narrow-follow-up',
    size: smallest,
    act: open('June Park'),
  },
  {
    name: 'settings-replies',
    act: async (page) => {
      await page.getByRole('navigation', { name: 'Main' }).getByRole('button', { name: 'Settings' }).click()
      await page.getByRole('button', { name: 'Quick replies' }).click()
    },
  },
  {
    name: 'settings-reply',
    act: async (page) => {
      await page.getByRole('navigation', { name: 'Main' }).getByRole('button', { name: 'Settings' }).click()
      await page.getByRole('button', { name: 'Quick replies' }).click()
      await page.getByRole('button', { name: 'Add a quick reply' }).click()
      await page.getByRole('textbox', { name: 'Text' }).fill('Hello {nobody}')
    },
  },
]
