/** A picture that a caller texts is shown in the window, which loads nothing from outside. */
import { labAccount } from '../scripts/lab/twilio/main.ts'
import { startTwilioStandIn } from '../scripts/lab/twilio/stand-in.ts'
import { picture } from './support/picture.ts'
import { expect, test } from './support/test.ts'

test('a picture that comes with a text is shown, small and in full', async ({ launch }) => {
  const { accountSid, authToken, number } = labAccount
  const sms = await startTwilioStandIn({ accountSid, authToken, numbers: [number] })
  sms.receive({
    from: '+15305550131',
    body: 'Is this the right tooth?',
    media: ['image/png', 'image/png', 'text/x-vcard'],
  })
  const app = await launch()
  const { window } = app
  await expect.poll(async () => (await app.request('settings:get')).ok).toBe(true)
  await app.demand('settings:save-business', { name: 'Cedar Dental', bookingLink: '' })
  await app.demand('texting:save', { accountSid, authToken, from: number, baseUrl: sms.url })
  await app.demand('phone-system:save', { host: '127.0.0.1', port: 9, username: 'ringback', password: 'none' })
  await window.reload()
  await window.getByRole('row', { name: /555-0131/ }).click()
  const small = window.getByRole('button', { name: 'Open picture 1 of 2' })
  await expect(small).toBeVisible()
  const image = small.locator('img')
  await expect(image).toHaveAttribute('src', /^\/pictures\/ME\w+\.png$/)
  await expect.poll(() => image.evaluate((shown: HTMLImageElement) => shown.naturalWidth)).toBe(240)
  await expect(window.getByText(/A file that Ringback cannot show/)).toBeVisible()
  await picture(window, 'pictures')
  await small.click()
  await expect(window.getByRole('dialog', { name: 'Picture 1 of 2' }).locator('img')).toBeVisible()
  await window.keyboard.press('ArrowRight')
  await expect(window.getByRole('dialog', { name: 'Picture 2 of 2' }).locator('img')).toBeVisible()
  await window.getByRole('button', { name: 'The picture before' }).click()
  await picture(window, 'picture-open')
  await sms.stop()
})
