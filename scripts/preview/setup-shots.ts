/** "Watch only", and the way through set-up. */
import type { CallRow } from '../../electron/contract/call-list.ts'
import type { Page } from 'playwright'
import type { SetupStepName } from '../../electron/contract/setup.ts'
import type { CheckStep, TimelineItem } from '../../electron/contract/view-models.ts'
import * as fixtures from './fixtures.ts'
import type { Picture } from './mock-bridge.ts'
import type { Shot } from './shots.ts'

const wouldText =
  'Hi, this is Cedar Dental. Sorry we missed your call! How can we help? Just reply to this text. Reply STOP and we will not text you again.'
const watched = {
  verdict: 'skip',
  rule: 'watch-only',
  reason: 'Watch only is on, so nothing goes out by itself.',
  at: fixtures.now,
  wouldText,
} as const

const checked = (
  name: string,
  state: CheckStep['state'],
  message: string,
  remedy: string | null,
  fields: string[] = [],
) => ({
  name,
  state,
  message,
  remedy,
  fields,
})
const found = checked('Phone system found', 'ok', 'Asterisk answers at 192.0.2.10 after 3 ms.', null)
const notFound = checked(
  'Phone system found',
  'failed',
  'The computer at 192.0.2.10 answers, but nothing listens on port 5038.',
  'Check the port, and that manager.conf says enabled = yes and binds to an address of the office network.',
  ['port'],
)
const signedIn = checked('Sign in', 'ok', 'The phone system accepted the user “ringback”.', null)
const notSignedIn = checked(
  'Sign in',
  'failed',
  'The phone system does not accept the user “ringback”, the password, or the address of this PC.',
  'Compare user and password with manager.conf, check that its permit line names this PC, and run “manager reload”.',
  ['username', 'password'],
)
const skipped = checked('See calls', 'skipped', '', null)
const encrypted = checked(
  'Encryption',
  'skipped',
  'This phone system offers encryption on port 5039. Without it, the password and every call can be read in the network.',
  'Use it with one click below.',
)

const watchedCall = (call: CallRow): CallRow =>
  call.outcome === 'missed' && call.conversationId !== null
    ? {
        ...call,
        decision: watched,
        aftermath: call.aftermath && { ...call.aftermath, textedAt: null, textPlanned: false },
      }
    : call
const watchedItem = (item: TimelineItem): TimelineItem =>
  item.kind === 'call' && item.outcome === 'missed' ? { ...item, decision: watched } : item

/** @param answers what the mock says otherwise. */
export function setupShots(answers: Picture['answers']): Shot[] {
  const watching = { ...fixtures.settings, watchOnly: { on: true, lines: [] } }
  const picture: Partial<Picture> = {
    answers: {
      ...answers,
      'settings:get': watching,
      'health:get': { ...fixtures.health, watchOnly: 'all' },
      'calls:list': { items: fixtures.calls.map(watchedCall), gaps: [], nextCursor: null },
    },
    details: Object.fromEntries(
      fixtures.rows.map((row) => {
        const detail = fixtures.detailOf(row)
        return [row.id, { ...detail, timeline: detail.timeline.map(watchedItem) }]
      }),
    ),
  }
  const at = (step: SetupStepName, more: Picture['answers'] = {}): Partial<Picture> => ({
    rows: [],
    answers: {
      ...answers,
      'settings:get': {
        ...fixtures.blankSettings,
        phoneSystem: { ...fixtures.blankSettings.phoneSystem, host: '192.0.2.10', hasPassword: true, waits: true },
        setup: { step },
      },
      'health:get': fixtures.unconnected,
      'phone-system:own-address': { address: '192.0.2.57' },
      ...more,
    },
  })
  const wellConnected = { ...fixtures.health, connection: { retryAt: null, lacks: ['reporting'] } }
  const press = (name: string) => (page: Page) => page.getByRole('button', { name, exact: true }).click()
  return [
    {
      name: 'setup-find',
      picture: at('find', {
        'phone-system:find': {
          steps: [found, encrypted],
          encryption: { port: 5039, fingerprint: 'AB' },
          ownAddress: null,
        },
      }),
      act: press('Check'),
    },
    {
      name: 'setup-find-wrong',
      picture: at('find', {
        'phone-system:find': { steps: [notFound, { ...skipped, name: 'Encryption' }], encryption: null },
      }),
      act: async (page) => {
        await page.locator('.pbx-person [role=tab]').last().click()
        await press('Check')(page)
      },
    },
    {
      name: 'setup-sign-in-wrong',
      picture: at('sign-in', { 'phone-system:check': { steps: [found, notSignedIn, skipped], encryption: null } }),
      act: press('Check'),
    },
    {
      name: 'setup-sign-in',
      picture: at('sign-in', {
        'phone-system:check': { steps: [found, signedIn, encrypted], encryption: null },
        'health:get': wellConnected,
        'parties:list': fixtures.parties,
      }),
      act: press('Check'),
    },
    {
      name: 'setup-call',
      picture: {
        ...at('call', {
          'health:get': fixtures.health,
          'live:get': { calls: fixtures.live.slice(0, 1) },
          'calls:list': {
            items: [{ ...fixtures.calls[0], endedAt: fixtures.now + 60_000 }],
            gaps: [],
            nextCursor: null,
          },
          'parties:list': fixtures.parties,
        }),
        events: { 'calls:changed': { revision: 2 } },
      },
    },
    { name: 'setup-texting', picture: at('texting') },
    {
      name: 'setup-texting-numbers',
      picture: at('texting', {
        'settings:get': { ...fixtures.settings, setup: { step: 'texting' } },
        'texting:check': {
          steps: [found, signedIn, checked('Registration', 'failed', 'No campaign.', 'Register it.')],
        },
        'texting:senders': {
          senders: [
            { from: '+15305550100', numberForPeople: '(530) 555-0100', name: 'Front desk', texts: true },
            { from: '+15305550101', numberForPeople: '(530) 555-0101', name: '', texts: false },
            { from: 'MG00', numberForPeople: null, name: 'Cedar reminders', texts: true },
          ],
        },
        'texting:test': { conversationId: 'pat' },
      }),
      act: async (page) => {
        await page.getByRole('button', { name: 'Show the numbers' }).click()
        await press('Check')(page)
        await page.getByLabel('Your mobile number').fill('530 555 0149')
      },
    },
    {
      name: 'setup-call-waiting',
      picture: at('call', { 'health:get': fixtures.health, 'parties:list': fixtures.parties }),
    },
    { name: 'setup-message', picture: at('message') },
    { name: 'setup-hours', picture: at('hours') },
    { name: 'setup-start', picture: at('start') },
    { name: 'narrow-setup', size: { width: 1024, height: 640 }, picture: at('find') },
    { name: 'setup-left', picture: at('texting'), act: press('Finish this later') },
    {
      name: 'watch-only',
      picture,
      act: async (page) => {
        await page.getByRole('row', { name: 'Pat Lee' }).click()
      },
    },
    {
      name: 'watch-only-calls',
      picture,
      act: async (page) => {
        await page.getByRole('navigation', { name: 'Main' }).getByRole('button', { name: 'Calls' }).click()
        await page.getByRole('row', { name: 'Pat Lee' }).waitFor()
      },
    },
    {
      name: 'watch-only-texting',
      picture,
      act: async (page) => {
        await page.getByRole('button', { name: 'Change' }).click()
      },
    },
    {
      name: 'watch-only-none',
      picture,
      act: async (page) => {
        await page.getByRole('button', { name: 'Change' }).click()
        await page.getByText('Not yet: watch only').click()
      },
    },
    {
      name: 'watch-only-lines',
      act: async (page) => {
        await page.getByRole('navigation', { name: 'Main' }).getByRole('button', { name: 'Settings' }).click()
        await page.getByRole('tab', { name: 'Lines and phones' }).click()
      },
    },
  ]
}
