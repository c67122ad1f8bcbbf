/** Who is on the phone now, and calling back. */
import { callBacks, live, talking } from '../office/live.ts'
import { settings as officeSettings } from '../office/settings.ts'
import { open, saying, settings, type Shot } from './shot.ts'

export const liveShots: Shot[] = [
  {
    name: 'ringing',
    picture: saying({ 'live:get': { calls: live } }),
    act: open('Sam Ortiz'),
  },
  {
    name: 'on-the-phone',
    picture: saying({ 'live:get': { calls: talking } }),
    act: open('Sam Ortiz'),
  },
  ...callBacks.map((callBack): Shot => ({
    name: `call-back-${callBack.end?.code ?? callBack.phase}`,
    picture: saying({ 'call-back:get': { callBack } }),
    act: open('Pat Lee'),
  })),
  {
    name: 'choose-phone',
    picture: saying({
      'settings:get': { ...officeSettings, callBack: { ...officeSettings.callBack, phone: '' } },
    }),
    act: async (page) => {
      await open('Pat Lee')(page)
      await page.keyboard.press('c')
    },
  },
  {
    name: 'settings-calling',
    act: async (page) => {
      await settings(page, 'Calling back')
      await page.getByRole('button', { name: 'How numbers are dialed' }).click()
    },
  },
]
