/** The contact pane in every state, and putting two numbers together. */
import type { Page } from 'playwright'
import type { ContactCard, ConversationDetail } from '../../../electron/contract/view-models.ts'
import type { Picture } from '../mock-bridge.ts'
import { detailOf } from '../office/details.ts'
import { day, now } from '../office/moment.ts'
import { rows } from '../office/rows.ts'
import { saying, smallest, type Shot } from './shot.ts'

const long = 'W'.repeat(300)
const rtl = 'מיכל כהן — رقم خاص 🦷'

export const officeTags = [
  { id: 'recall', name: 'Recall due', colour: 'violet', contacts: 41 },
  { id: 'insurance', name: 'Insurance open', colour: 'orange', contacts: 7 },
  { id: 'vip', name: 'VIP', colour: 'yellow', contacts: 3 },
  { id: 'supplier', name: 'Supplier', colour: 'teal', contacts: 12 },
  { id: 'rtl', name: rtl, colour: 'pink', contacts: 1 },
  { id: 'long', name: 'W'.repeat(40), colour: 'red', contacts: 1 },
]

const consent = [
  { at: now - 2 * day, numberForPeople: '(530) 555-0101', change: 'in', source: 'staff', evidence: '' },
  { at: now - 9 * day, numberForPeople: '(530) 555-0101', change: 'ask', source: null, evidence: '' },
  {
    at: now - 9 * day,
    numberForPeople: '(530) 555-0177',
    change: 'out',
    source: 'text',
    evidence: `STOP texting this one please. ${rtl} <b>bold</b>`,
  },
]

const numbers: ContactCard['numbers'] = [
  { contactId: 'pat', conversationId: 'pat', numberForPeople: '(530) 555-0101', lastActivityAt: now, mayText: 'yes' },
  {
    contactId: 'p2',
    conversationId: 'pat-2',
    numberForPeople: '(530) 555-0177',
    lastActivityAt: now - day,
    mayText: 'no',
  },
  {
    contactId: 'p3',
    conversationId: null,
    numberForPeople: '+44 20 7946 0102',
    lastActivityAt: null,
    mayText: 'asked',
  },
]

export const foundContacts = [
  {
    id: 'f1',
    numberForPeople: '(530) 555-0177',
    name: 'Pat Lee-Moss',
    company: 'Harbor Vet',
    blocked: false,
    otherNumbers: [],
  },
  {
    id: 'f2',
    numberForPeople: '(530) 555-0178',
    name: rtl,
    company: '',
    blocked: false,
    otherNumbers: ['+44 20 7946 0102'],
  },
  { id: 'f3', numberForPeople: '(530) 555-0179', name: long, company: long, blocked: false, otherNumbers: [] },
]

const answers = {
  'tags:list': { tags: officeTags, revision: 1 },
  'contacts:consent': { entries: consent },
  'contacts:find': { contacts: foundContacts },
}

/** Pat's conversation with other facts about the contact. */
function pat(contact: Partial<ContactCard>): Partial<Picture> {
  const details: Record<string, ConversationDetail> = {}
  for (const row of rows) details[row.id] = detailOf(row)
  const detail = details['pat']
  if (detail) {
    // The oldest call came from the other number.
    const timeline =
      contact.numbers === undefined
        ? detail.timeline
        : detail.timeline.map((item, n) => ({ ...item, conversationId: n === 0 ? 'pat-2' : 'pat' }))
    details['pat'] = { ...detail, timeline, contact: { ...detail.contact, ...contact, id: 'pat' } }
  }
  return { details, ...saying(answers) }
}

const openPat = async (page: Page): Promise<void> => {
  await page.getByRole('row', { name: 'Pat Lee' }).click()
  await page.locator('.details-button').waitFor({ state: 'attached' })
  // Narrow windows have the details behind a button.
  if (await page.locator('.details-button').isVisible()) {
    await page.getByRole('button', { name: 'Details', exact: true }).click()
  }
}

export const contactShots: Shot[] = [
  {
    name: 'contact-tags',
    picture: pat({}),
    act: async (page) => {
      await openPat(page)
      await page.getByRole('combobox', { name: 'Find or make a tag' }).click()
    },
  },
  {
    name: 'contact-new-tag',
    picture: pat({}),
    act: async (page) => {
      await openPat(page)
      await page.getByRole('combobox', { name: 'Find or make a tag' }).fill('Su')
    },
  },
  {
    name: 'contact-person',
    picture: pat({ numbers, nameFrom: 'staff', pbxName: 'LEE PATRICIA' }),
    act: async (page) => {
      await openPat(page)
      await page.getByRole('button', { name: 'What they said about texts' }).click()
      await page.locator('.contact').evaluate((pane) => pane.scrollTo(0, 480))
    },
  },
  { name: 'contact-from-pbx', picture: pat({ numbers, nameFrom: 'pbx', company: '' }), act: openPat },
  {
    name: 'contact-merge-end',
    picture: pat({ blocked: true }),
    act: async (page) => {
      await openPat(page)
      await page.getByRole('button', { name: 'Add another number' }).click()
      await page.getByRole('option', { name: 'Pat Lee-Moss' }).click()
      await page.locator('.modal.merge').evaluate((dialog) => dialog.scrollTo(0, 900))
    },
  },
  {
    name: 'contact-blocked',
    picture: pat({ blocked: true, company: '', nameFrom: 'pbx' }),
    act: async (page) => {
      await openPat(page)
      await page.locator('.contact').evaluate((pane) => pane.scrollTo(0, 200))
    },
    size: smallest,
  },
  {
    name: 'contact-hostile',
    picture: pat({ name: long, company: rtl, pbxName: long, tags: officeTags as ContactCard['tags'], numbers }),
    act: openPat,
  },
  {
    name: 'contact-merge',
    picture: pat({}),
    act: async (page) => {
      await openPat(page)
      await page.getByRole('button', { name: 'Add another number' }).click()
      await page.getByRole('textbox', { name: 'Name, company or number' }).fill('Pa')
      await page.getByRole('option', { name: 'Pat Lee-Moss' }).click()
    },
  },
]
