/** What is still on its way: the shape of what will be there, and no page that jumps when it is. */
import { open, rail, settings, type Shot } from './shot.ts'

const without = (...silent: string[]) => ({ silent })

export const loadingShots: Shot[] = [
  { name: 'loading-conversation', picture: without('conversations:get'), act: open('Pat Lee') },
  { name: 'loading-overview', picture: without('overview:get'), act: (page) => rail(page, 'Overview') },
  {
    name: 'loading-replies',
    picture: without('quick-replies:list'),
    act: (page) => settings(page, 'Quick replies'),
  },
  { name: 'loading-backups', picture: without('backups:list'), act: (page) => settings(page, 'Backup') },
  {
    name: 'loading-story',
    picture: without('calls:get'),
    act: async (page) => {
      await rail(page, 'Calls')
      await page.getByRole('row', { name: 'Dana Kowalski' }).click()
    },
  },
  {
    name: 'loading-text-anyway',
    picture: without('calls:preview-text'),
    act: async (page) => {
      await rail(page, 'Calls')
      await page.getByRole('row', { name: 'Dana Kowalski' }).click()
      await page.getByRole('button', { name: 'Text them after all' }).click()
    },
  },
]
