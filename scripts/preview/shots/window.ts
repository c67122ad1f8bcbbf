/** The window around everything: how it starts, the palette, keys and notices. */
import { signs } from '../office/rows.ts'
import { live } from '../office/live.ts'
import { unconnected } from '../office/health.ts'
import { info } from '../office/pc.ts'
import { blankSettings } from '../office/settings.ts'
import { open, saying, smallest, type Shot } from './shot.ts'

const blank = {
  rows: [],
  ...saying({ 'settings:get': blankSettings, 'health:get': unconnected }),
}
const ringingDemo = (calls: typeof live) => saying({ 'app:info': { ...info, profile: 'demo' }, 'live:get': { calls } })

export const windowShots: Shot[] = [
  { name: 'welcome', picture: blank },
  { name: 'starting', picture: { silent: ['settings:get'] }, act: (page) => page.waitForTimeout(300) },
  { name: 'unconnected', picture: blank, act: (page) => page.getByRole('button', { name: 'Skip' }).click() },
  {
    name: 'palette',
    act: async (page) => {
      await open('Pat Lee')(page)
      await page.keyboard.press('Control+k')
    },
  },
  {
    name: 'palette-end',
    act: async (page) => {
      await open('Pat Lee')(page)
      await page.keyboard.press('Control+k')
      await page.keyboard.press('ArrowUp')
      await page.keyboard.press('ArrowUp')
      for (let presses = 0; presses < 12; presses += 1) await page.keyboard.press('ArrowUp')
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
    size: smallest,
    act: async (page) => {
      await open('Pat Lee')(page)
      await page.getByRole('button', { name: 'Details' }).click()
    },
  },
  { name: 'demo', picture: ringingDemo(live), act: open('Pat Lee') },
  {
    name: 'demo-narrow',
    size: smallest,
    picture: ringingDemo(live.map((call) => ({ ...call, caller: signs.long }))),
    act: open('Pat Lee'),
  },
]
