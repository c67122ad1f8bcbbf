/** The way through set-up. */
import type { Page } from 'playwright'
import type { SetupStepName } from '../../../electron/contract/setup.ts'
import type { PhoneSystemCheckStep } from '../../../telephony/ami/check.ts'
import type { PhoneCheck, TextingCheck } from '../checks.ts'
import type { Picture } from '../mock-bridge.ts'
import { calls } from '../office/calls.ts'
import { health, unconnected } from '../office/health.ts'
import { live } from '../office/live.ts'
import { now } from '../office/moment.ts'
import { parties } from '../office/parties.ts'
import { blankSettings, settings } from '../office/settings.ts'
import { saying, type Shot } from './shot.ts'

const address = { host: '192.0.2.10', port: 5038, username: 'ringback', tls: false }
type Step = PhoneSystemCheckStep
const found: Step = {
  about: 'found',
  state: 'ok',
  said: { code: 'found', facts: { host: address.host, ms: 3 } },
  fields: [],
}
const notFound: Step = { about: 'found', state: 'failed', said: { code: 'refused', facts: address }, fields: ['port'] }
const signedIn: Step = { about: 'sign-in', state: 'ok', said: { code: 'signed-in', facts: address }, fields: [] }
const notSignedIn: Step = {
  about: 'sign-in',
  state: 'failed',
  said: { code: 'wrong-password', facts: address },
  fields: ['username', 'password'],
}
const skipped = (about: Step['about']): Step => ({ about, state: 'skipped', said: null, fields: [] })
const encrypted: Step = {
  about: 'encryption',
  state: 'skipped',
  said: { code: 'encryption-offered', facts: { port: 5039 } },
  fields: [],
}
const offer: PhoneCheck['encryption'] = { port: 5039, fingerprint: 'AB' }
const twilio: TextingCheck = {
  gateway: 'Twilio',
  steps: [
    { about: 'sign-in', state: 'ok', said: { code: 'signed-in', facts: {} }, fields: [] },
    { about: 'number', state: 'ok', said: { code: 'number-ready', facts: { from: '+15305550100' } }, fields: [] },
    { about: 'registration', state: 'warning', said: { code: 'no-campaign', facts: {} }, fields: [] },
    { about: 'answers', state: 'ok', said: { code: 'nobody-else-answers', facts: {} }, fields: [] },
  ],
}

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
      'phone-system:find': { steps: [found, encrypted], encryption: offer },
    }),
    act: press('Check'),
  },
  {
    name: 'setup-find-wrong',
    picture: at('find', {
      'phone-system:find': { steps: [notFound, skipped('encryption')], encryption: null },
    }),
    act: async (page) => {
      await page.locator('.pbx-person [role=tab]').last().click()
      await press('Check')(page)
    },
  },
  {
    name: 'setup-sign-in-wrong',
    picture: at('sign-in', {
      'phone-system:check': { steps: [found, notSignedIn, skipped('calls')], encryption: null },
    }),
    act: press('Check'),
  },
  {
    name: 'setup-sign-in',
    picture: at('sign-in', {
      'phone-system:check': { steps: [found, signedIn, encrypted], encryption: offer },
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
      'texting:check': twilio,
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
