/** Settings of the phone system and of texting. */
import { fingerprints, settings as officeSettings } from '../office/settings.ts'
import { parties, ownSystem, ownSystemCheck } from '../office/parties.ts'
import { rail, saying, settings, type Shot } from './shot.ts'

export const connectionsShots: Shot[] = [
  {
    name: 'texting-own-system',
    picture: saying({ 'texting:own-system': ownSystem, 'texting:check': ownSystemCheck }),
    act: async (page) => {
      await settings(page, 'Texting')
      await page.getByRole('radio', { name: 'Through our own phone system' }).click({ force: true })
      await page.getByRole('textbox', { name: 'Your trunk' }).fill('PJSIP/trunk')
      await page.getByRole('button', { name: 'Check' }).click()
    },
  },
  {
    name: 'encrypted',
    picture: saying({
      'settings:get': {
        ...officeSettings,
        phoneSystem: {
          ...officeSettings.phoneSystem,
          port: 5039,
          tls: true,
          fingerprint: fingerprints.first,
        },
      },
    }),
    act: (page) => rail(page, 'Settings'),
  },
  {
    name: 'certificate-changed',
    picture: saying({
      'settings:get': {
        ...officeSettings,
        phoneSystem: {
          ...officeSettings.phoneSystem,
          port: 5039,
          tls: true,
          fingerprint: fingerprints.first,
          strangeFingerprint: fingerprints.other,
        },
      },
    }),
    act: (page) => rail(page, 'Settings'),
  },
  {
    name: 'texting-api-key',
    act: async (page) => {
      await settings(page, 'Texting')
      await page.getByRole('button', { name: 'Use an API key' }).click()
      await page.getByRole('textbox', { name: 'API key', exact: true }).fill('SK0123456789')
    },
  },
  {
    name: 'lines-and-phones',
    picture: saying({ 'parties:list': parties }),
    act: async (page) => {
      await rail(page, 'Settings')
      await page.getByRole('tab', { name: 'Lines and phones' }).click()
    },
  },
  {
    name: 'lines-and-phones-end',
    picture: saying({ 'parties:list': parties }),
    act: async (page) => {
      await rail(page, 'Settings')
      await page.getByRole('tab', { name: 'Lines and phones' }).click()
      await page.getByText('very-long-name').scrollIntoViewIfNeeded()
      await page.getByRole('group', { name: 'PJSIP/acme' }).getByRole('button').first().focus()
    },
  },
  {
    name: 'lines-and-phones-empty',
    picture: saying({ 'parties:list': { outside: [], inside: [], lines: [], settingsRead: false } }),
    act: async (page) => {
      await rail(page, 'Settings')
      await page.getByRole('tab', { name: 'Lines and phones' }).click()
    },
  },
]
