/** Which states of the window are looked at, and how to get there. */
import type { Page } from 'playwright'
import { backupShots } from './backup-shots.ts'
import { contactFileShots } from './contact-file-shots.ts'
import { contactShots } from './contact-shots.ts'
import { conversationAnswers, conversationShots } from './conversation-shots.ts'
import * as fixtures from './fixtures.ts'
import * as figures from './overview-fixtures.ts'
import { setupShots } from './setup-shots.ts'
import { lockShots } from './lock-shots.ts'
import { listAnswers, listShots } from './list-shots.ts'
import type { Picture } from './mock-bridge.ts'

/** An office PC's screen (DESIGN.md, "The window"). */
export const size = { width: 1366, height: 768 }

export interface Shot {
  name: string
  picture?: Partial<Picture>
  size?: typeof size
  act?: (page: Page) => Promise<void>
}

const open = (name: string) => async (page: Page) => {
  await page.getByRole('tab', { name: 'All' }).click()
  await page.getByRole('row', { name }).first().click()
}
const office = {
  'app:info': fixtures.info,
  'settings:get': fixtures.settings,
  'health:get': fixtures.health,
  'pc:get': fixtures.pc,
  'phone-system:own-address': { address: '192.0.2.57' },
  'settings:history': { changes: fixtures.settingChanges, more: true },
  'import:settings': { text: '{}' },
  'settings:compare': { changes: fixtures.settingChanges, unknown: ['fax'], needs: ['password'] },
}
export const answers = {
  ...office,
  'live:get': { calls: [] },
  'calls:list': { items: fixtures.calls, gaps: fixtures.gaps, nextCursor: null },
  'calls:choices': figures.choices,
  'calls:get': figures.story,
  'calls:preview-text': {
    conversationId: 'dana',
    body: 'Hi, this is Cedar Dental. Sorry we missed your call! How can we help? Just reply to this text.',
    refusal: null,
    warnings: ['Staff have been on the phone with this contact since.'],
  },
  'overview:get': figures.overview,
  'call-back:get': { callBack: null },
  'call-back:choices': fixtures.callBackChoices,
  'hours:explain': fixtures.hoursMeaning,
  'hours:states': fixtures.stateHours,
  ...conversationAnswers,
  ...listAnswers,
}
const ringingDemo = (calls: typeof fixtures.live): Partial<Picture> => ({
  answers: { ...answers, 'app:info': { ...fixtures.info, profile: 'demo' }, 'live:get': { calls } },
})
const rail = (page: Page, name: string) =>
  page
    .getByRole('navigation', { name: /Main|Principal/ })
    .getByRole('button', { name })
    .click()
const inSpanish: Partial<Picture> = { answers: { ...answers, 'app:info': { ...fixtures.info, language: 'es' } } }
const blank = {
  rows: [],
  answers: { ...answers, 'settings:get': fixtures.blankSettings, 'health:get': fixtures.unconnected },
}

const openCall = async (page: Page) => {
  await rail(page, 'Calls')
  await page.getByRole('row', { name: 'Dana Kowalski' }).click()
}

export const shots: Shot[] = [
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
      await page.getByRole('button', { name: 'Open picture 1 of 4' }).click()
    },
  },
  { name: 'nothing-open' },
  {
    name: 'palette',
    act: async (page) => {
      await open('Pat Lee')(page)
      await page.keyboard.press('Control+k')
    },
  },
  {
    name: 'palette-search',
    act: async (page) => {
      await open('Pat Lee')(page)
      await page.keyboard.press('Control+k')
      await page.keyboard.type('pa')
      await page.waitForTimeout(400)
    },
  },
  {
    name: 'settings-search',
    act: async (page) => {
      await rail(page, 'Settings')
      await page.getByRole('searchbox').fill('time')
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
      await rail(page, 'Settings')
      await page.getByRole('button', { name: 'About' }).click()
      await page.getByRole('heading', { name: 'Changes to settings' }).scrollIntoViewIfNeeded()
    },
  },
  {
    name: 'settings-compare',
    act: async (page) => {
      await rail(page, 'Settings')
      await page.getByRole('button', { name: 'About' }).click()
      await page.getByRole('button', { name: 'Take settings from a file' }).click()
    },
  },
  {
    name: 'settings-notifications',
    act: async (page) => {
      await rail(page, 'Settings')
      await page.getByRole('button', { name: 'Notifications' }).click()
    },
  },
  {
    name: 'settings-general',
    act: async (page) => {
      await rail(page, 'Settings')
      await page.getByRole('button', { name: 'General' }).click()
    },
  },
  ...conversationShots,
  ...setupShots(answers),
  {
    name: 'why',
    act: async (page) => {
      await page.getByRole('row', { name: 'Pat Lee' }).click()
      await page.getByRole('button', { name: 'Why a text?' }).click()
    },
  },
  ...contactShots(answers),
  ...contactFileShots(answers),
  ...backupShots(answers),
  ...lockShots(answers),
  ...listShots(answers),
  { name: 'failed', act: open('Alex Novak') },
  { name: 'follow-up', act: open('June Park') },
  { name: 'opted-out', act: open('Lou Marsh') },
  { name: 'rtl', act: open('מיכל') },
  { name: 'long', act: open('Bartholomew') },
  {
    name: 'ringing',
    picture: { answers: { ...answers, 'live:get': { calls: fixtures.live } } },
    act: open('Sam Ortiz'),
  },
  {
    name: 'on-the-phone',
    picture: { answers: { ...answers, 'live:get': { calls: fixtures.talking } } },
    act: open('Sam Ortiz'),
  },
  ...fixtures.callBacks.map((callBack): Shot => ({
    name: `call-back-${callBack.end?.code ?? callBack.phase}`,
    picture: { answers: { ...answers, 'call-back:get': { callBack } } },
    act: open('Pat Lee'),
  })),
  {
    name: 'choose-phone',
    picture: {
      answers: {
        ...answers,
        'settings:get': { ...fixtures.settings, callBack: { ...fixtures.settings.callBack, phone: '' } },
      },
    },
    act: async (page) => {
      await open('Pat Lee')(page)
      await page.keyboard.press('c')
    },
  },
  {
    name: 'settings-calling',
    act: async (page) => {
      await rail(page, 'Settings')
      await page.getByRole('button', { name: 'Calling back' }).click()
      await page.getByRole('button', { name: 'How numbers are dialled' }).click()
    },
  },
  { name: 'demo', picture: ringingDemo(fixtures.live), act: open('Pat Lee') },
  {
    name: 'demo-narrow',
    size: { width: 1024, height: 640 },
    picture: ringingDemo(fixtures.live.map((call) => ({ ...call, caller: fixtures.signs.long }))),
    act: open('Pat Lee'),
  },
  { name: 'trouble', picture: { answers: { ...answers, 'health:get': fixtures.troubled } }, act: open('Pat Lee') },
  {
    name: 'health',
    picture: { answers: { ...answers, 'health:get': { ...fixtures.troubled, paused: null } } },
    act: (page) => rail(page, 'Trouble'),
  },
  {
    name: 'engine-failed',
    picture: {
      events: {
        'engine:state': {
          state: 'stopped',
          message: 'The inbox file is damaged. Restore the backup of this morning, or ask for help.',
        },
      },
    },
    act: async (page) => {
      await open('Pat Lee')(page)
      await rail(page, 'Trouble')
    },
  },
  {
    name: 'one-line',
    picture: { rows: fixtures.rows.map((row) => ({ ...row, line: '(530) 555-0100' })) },
    act: open('Pat Lee'),
  },
  {
    name: 'lines',
    picture: {
      rows: fixtures.rows.map((row, at) => ({
        ...row,
        line: at % 3 === 0 ? '(530) 555-0100' : at % 3 === 1 ? 'Harborview Orthopedics main reception' : 'Physio',
      })),
    },
    act: open('Pat Lee'),
  },
  {
    name: 'health-waiting',
    picture: { answers: { ...answers, 'health:get': fixtures.waiting } },
    act: (page) => rail(page, 'Trouble'),
  },
  {
    name: 'phone-trouble',
    picture: { answers: { ...answers, 'health:get': fixtures.waiting } },
    act: async (page) => {
      await rail(page, 'Settings')
      await page.getByText('A firewall may').waitFor()
    },
  },
  {
    name: 'health-lacking',
    picture: { answers: { ...answers, 'health:get': fixtures.lacking } },
    act: async (page) => {
      await rail(page, 'Settings')
      await page.getByText('With more rights').click()
    },
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
  { name: 'welcome', picture: blank },
  {
    name: 'texting-own-system',
    picture: {
      answers: { ...answers, 'texting:own-system': fixtures.ownSystem, 'texting:check': fixtures.ownSystemCheck },
    },
    act: async (page) => {
      await rail(page, 'Settings')
      await page.getByRole('button', { name: 'Texting' }).click()
      await page.getByRole('radio', { name: 'Through our own phone system' }).click({ force: true })
      await page.getByRole('textbox', { name: 'Your trunk' }).fill('PJSIP/trunk')
      await page.getByRole('button', { name: 'Check' }).click()
    },
  },
  {
    name: 'encrypted',
    picture: {
      answers: {
        ...answers,
        'settings:get': {
          ...fixtures.settings,
          phoneSystem: {
            ...fixtures.settings.phoneSystem,
            port: 5039,
            tls: true,
            fingerprint: fixtures.fingerprints.first,
          },
        },
      },
    },
    act: (page) => rail(page, 'Settings'),
  },
  {
    name: 'certificate-changed',
    picture: {
      answers: {
        ...answers,
        'settings:get': {
          ...fixtures.settings,
          phoneSystem: {
            ...fixtures.settings.phoneSystem,
            port: 5039,
            tls: true,
            fingerprint: fixtures.fingerprints.first,
            strangeFingerprint: fixtures.fingerprints.other,
          },
        },
      },
    },
    act: (page) => rail(page, 'Settings'),
  },
  {
    name: 'texting-api-key',
    act: async (page) => {
      await rail(page, 'Settings')
      await page.getByRole('button', { name: 'Texting' }).click()
      await page.getByRole('button', { name: 'Use an API key' }).click()
      await page.getByRole('textbox', { name: 'API key', exact: true }).fill('SK0123456789')
    },
  },
  {
    name: 'settings-message',
    act: async (page) => {
      await rail(page, 'Settings')
      await page.getByRole('button', { name: 'Business and texts' }).click()
    },
  },
  {
    name: 'settings-message-off',
    act: async (page) => {
      await rail(page, 'Settings')
      await page.getByRole('button', { name: 'Business and texts' }).click()
      await page.getByText('Text missed callers automatically').click()
      await page.getByRole('textbox', { name: 'First text', exact: true }).fill('Hi {nobody}')
    },
  },
  {
    name: 'settings-texts-folded-out',
    act: async (page) => {
      await rail(page, 'Settings')
      await page.getByRole('button', { name: 'Business and texts' }).click()
      await page.getByRole('button', { name: 'Fine points' }).click()
      await page.getByRole('button', { name: 'Other words for one of your lines' }).click()
      await page.getByRole('button', { name: 'Main line' }).click()
      await page.getByRole('button', { name: 'Other words when you are closed' }).nth(1).click()
      await page.getByRole('textbox', { name: 'Second text: when you are closed' }).first().fill('We open soon again.')
    },
  },
  {
    name: 'settings-hours',
    act: async (page) => {
      await rail(page, 'Settings')
      await page.getByRole('button', { name: 'Business hours' }).click()
    },
  },
  {
    name: 'settings-hours-wrong',
    act: async (page) => {
      await rail(page, 'Settings')
      await page.getByRole('button', { name: 'Business hours' }).click()
      await page.getByLabel('Tuesday, opening 2: from').fill('11:00')
      await page.getByRole('button', { name: 'Remove opening 1: Monday' }).click()
      await page.getByRole('button', { name: 'Add hours: Saturday' }).click()
    },
  },
  {
    name: 'settings-quiet-hours',
    act: async (page) => {
      await rail(page, 'Settings')
      await page.getByRole('button', { name: 'Business hours' }).click()
      await page.getByText('Hours of my own').click()
      await page.getByText('Also keep to what').click()
      await page.getByRole('button', { name: 'states with stricter rules' }).click()
    },
  },
  {
    name: 'settings-saved',
    act: async (page) => {
      await rail(page, 'Settings')
      await page.getByRole('button', { name: 'Business and texts' }).click()
      await page.getByRole('button', { name: 'Save', exact: true }).click()
    },
  },
  {
    name: 'lines-and-phones',
    picture: { answers: { ...answers, 'parties:list': fixtures.parties } },
    act: async (page) => {
      await rail(page, 'Settings')
      await page.getByRole('tab', { name: 'Lines and phones' }).click()
    },
  },
  {
    name: 'lines-and-phones-end',
    picture: { answers: { ...answers, 'parties:list': fixtures.parties } },
    act: async (page) => {
      await rail(page, 'Settings')
      await page.getByRole('tab', { name: 'Lines and phones' }).click()
      await page.getByText('very-long-name').scrollIntoViewIfNeeded()
      await page.getByRole('group', { name: 'PJSIP/acme' }).getByRole('button', { name: 'Outside' }).focus()
    },
  },
  {
    name: 'lines-and-phones-empty',
    picture: { answers: { ...answers, 'parties:list': { outside: [], inside: [], lines: [], settingsRead: false } } },
    act: async (page) => {
      await rail(page, 'Settings')
      await page.getByRole('tab', { name: 'Lines and phones' }).click()
    },
  },
  {
    name: 'narrow-lines-and-phones',
    size: { width: 1024, height: 640 },
    picture: { answers: { ...answers, 'parties:list': fixtures.parties } },
    act: async (page) => {
      await rail(page, 'Settings')
      await page.getByRole('tab', { name: 'Lines and phones' }).click()
    },
  },
  {
    name: 'about',
    act: async (page) => {
      await rail(page, 'Settings')
      await page.getByRole('button', { name: 'About' }).click()
    },
  },
  { name: 'unconnected', picture: blank, act: (page) => page.getByRole('button', { name: 'Skip' }).click() },
  { name: 'starting', picture: { silent: ['settings:get'] }, act: (page) => page.waitForTimeout(300) },
  {
    name: 'calls-loading',
    picture: { silent: ['calls:list'] },
    act: async (page) => {
      await rail(page, 'Calls')
      await page.waitForTimeout(300)
    },
  },
  { name: 'calls', act: (page) => rail(page, 'Calls') },
  { name: 'calls-narrow', size: { width: 1024, height: 640 }, act: openCall },
  { name: 'calls-details', act: openCall },
  { name: 'calls-zoomed', size: { width: 683, height: 480 }, act: openCall },
  { name: 'overview-zoomed', size: { width: 683, height: 480 }, act: (page) => rail(page, 'Overview') },
  {
    name: 'calls-text-anyway',
    act: async (page) => {
      await openCall(page)
      await page.getByRole('button', { name: 'Text them after all' }).click()
    },
  },
  {
    name: 'calls-filtered',
    picture: { answers: { ...answers, 'calls:list': { items: [], gaps: [], nextCursor: null } } },
    act: async (page) => {
      await rail(page, 'Calls')
      await page.getByRole('button', { name: /Which calls/ }).click()
      await page.getByRole('option', { name: 'Missed, not texted' }).click()
      await page.getByRole('button', { name: /When/ }).click()
      await page.getByRole('option', { name: 'Choose days…' }).click()
    },
  },
  {
    name: 'calls-spanish',
    picture: inSpanish,
    act: async (page) => {
      await rail(page, 'Llamadas')
      await page.getByRole('row', { name: 'Dana Kowalski' }).click()
    },
  },
  { name: 'overview-spanish', picture: inSpanish, act: (page) => rail(page, 'Resumen') },
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
  { name: 'overview-narrow', size: { width: 1024, height: 640 }, act: (page) => rail(page, 'Overview') },
  {
    name: 'overview-empty',
    picture: { answers: { ...answers, 'overview:get': figures.noCalls } },
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
  { name: 'keys', act: (page) => page.keyboard.press('?') },
  {
    name: 'keys-off',
    act: async (page) => {
      await page.keyboard.press('?')
      await page.getByText('Single-key shortcuts').click()
    },
  },
  {
    name: 'done-notice',
    act: async (page) => {
      await page.getByRole('row', { name: 'Pat Lee' }).click()
      await page.getByRole('button', { name: 'Done' }).click()
    },
  },
  {
    name: 'narrow',
    size: { width: 1024, height: 640 },
    act: async (page) => {
      await open('Pat Lee')(page)
      await page.getByRole('button', { name: 'Details' }).click()
    },
  },
]
