/** How Ringback is doing: well, in trouble, and what to do about it. */
import { fullDisk, troubled, waiting, lacking } from '../office/health.ts'
import { open, rail, saying, type Shot } from './shot.ts'

export const healthShots: Shot[] = [
  { name: 'trouble', picture: saying({ 'health:get': troubled }), act: open('Pat Lee') },
  {
    name: 'health',
    picture: saying({ 'health:get': { ...troubled, paused: null } }),
    act: (page) => rail(page, 'Trouble'),
  },
  {
    name: 'disk-full',
    picture: saying({ 'health:get': fullDisk }),
    act: async (page) => {
      await open('Pat Lee')(page)
      await rail(page, 'Trouble')
    },
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
    name: 'health-waiting',
    picture: saying({ 'health:get': waiting }),
    act: (page) => rail(page, 'Trouble'),
  },
  {
    name: 'phone-trouble',
    picture: saying({ 'health:get': waiting }),
    act: async (page) => {
      await rail(page, 'Settings')
      await page.getByText('A firewall may').waitFor()
    },
  },
  {
    name: 'health-lacking',
    picture: saying({ 'health:get': lacking }),
    act: async (page) => {
      await rail(page, 'Settings')
      await page.getByText('With more rights').click()
    },
  },
]
