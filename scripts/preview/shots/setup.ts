/** The way through set-up. */
import type { Page } from 'playwright'
import type { SetupStepName } from '../../../electron/contract/setup.ts'
import type { CheckStep } from '../../../electron/contract/view-models.ts'
import type { Picture } from '../mock-bridge.ts'
import { calls } from '../office/calls.ts'
import { health, unconnected } from '../office/health.ts'
import { live } from '../office/live.ts'
import { now } from '../office/moment.ts'
import { parties } from '../office/parties.ts'
import { blankSettings, settings } from '../office/settings.ts'
import { saying, type Shot } from './shot.ts'

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

/** At this step; `more`: what is answered there otherwise. */
const at = (step: SetupStepName, more: Picture['answers'] = {}): Partial<Picture> => ({
  rows: [],
  ...saying({
    'settings:get': {
      ...blankSettings,
      phoneSystem: { ...blankSettings.phoneSystem, host: '192.0.2.10', hasPassword: true, waits: true },
      setup: { step },
    },
    'health:get': unconnected,
    ...more,
  }),
})
const wellConnected = { ...health, connection: { retryAt: null, lacks: ['reporting'] } }
const press = (name: string) => (page: Page) => page.getByRole('button', { name, exact: true }).click()

export const setupShots: Shot[] = [
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
      'phone-system:check': { steps: [found, signedIn, encrypted], encryption: { port: 5039, fingerprint: 'AB' } },
      'health:get': wellConnected,
      'parties:list': parties,
    }),
    act: press('Check'),
  },
  {
    name: 'setup-call',
    picture: {
      ...at('call', {
        'health:get': health,
        'live:get': { calls: live.slice(0, 1) },
        'calls:list': {
          items: [{ ...calls[0], endedAt: now + 60_000 }],
          gaps: [],
          nextCursor: null,
        },
        'parties:list': parties,
      }),
      events: { 'calls:changed': { revision: 2 } },
    },
  },
  { name: 'setup-texting', picture: at('texting') },
  {
    name: 'setup-texting-numbers',
    picture: at('texting', {
      'settings:get': { ...settings, setup: { step: 'texting' } },
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
    picture: at('call', { 'health:get': health, 'parties:list': parties }),
  },
  { name: 'setup-message', picture: at('message') },
  { name: 'setup-hours', picture: at('hours') },
  { name: 'setup-start', picture: at('start') },
  { name: 'setup-left', picture: at('texting'), act: press('Finish this later') },
]
