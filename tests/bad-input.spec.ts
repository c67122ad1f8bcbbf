/** What can be wrong on the first day: each is told in words, in the window and in the log, and harms nothing. */
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { createServer as createTcpServer } from 'node:net'
import type { AddressInfo, Server } from 'node:net'
import path from 'node:path'
import Database from 'better-sqlite3'
import { labAccount } from '../scripts/lab/twilio/main.ts'
import { startTwilioStandIn } from '../scripts/lab/twilio/stand-in.ts'
import { picture } from './support/picture.ts'
import { expect, test } from './support/test.ts'

const inbox = 'inbox.sqlite'

test('a damaged inbox is named, left as it is, and nothing pretends to work', async ({ launch }) => {
  const profile = test.info().outputPath('profile')
  await mkdir(profile)
  const file = path.join(profile, inbox)
  const rubbish = Buffer.alloc(8192, 'no database')
  await writeFile(file, rubbish)
  const app = await launch({ profile })
  await expect(app.window.getByRole('heading', { name: 'The inbox on this PC is damaged' })).toBeVisible()
  await expect(app.window.getByText('There is no copy to go back to.')).toBeVisible()
  await expect(app.window.getByText('started again by itself')).toHaveCount(0)
  expect((await app.log.of('engine.not-started'))[0]?.facts).toMatchObject({
    error: expect.stringContaining('damaged'),
  })
  expect(await readFile(file)).toEqual(rubbish)
})

test('an inbox of a newer Ringback is named and left as it is', async ({ launch }) => {
  const profile = test.info().outputPath('profile')
  const file = path.join(profile, inbox)
  const first = await launch({ profile })
  await expect.poll(async () => (await first.request('settings:get')).ok).toBe(true)
  await first.close()
  const db = new Database(file)
  db.pragma('user_version = 99990')
  db.close()
  const app = await launch({ profile })
  await expect(app.window.getByRole('alert')).toContainText('made by a newer version of Ringback')
  await expect(app.window.getByRole('alert')).toContainText('Install the newest version')
  expect((await app.log.of('engine.not-started')).length).toBe(1)
})

test('a phone system that is not there, or is none, is told apart in set-up', async ({ launch }) => {
  const { window } = await launch()
  const web = createServer((_request, response) => response.end('hello'))
  const mail = createTcpServer((socket) => socket.on('error', () => {}).end('220 mail.example ESMTP\r\n'))
  const closed = createTcpServer()
  const [webPort, mailPort, closedPort] = [await listen(web), await listen(mail), await listen(closed)]
  closed.close()

  await window.getByRole('button', { name: 'Connect your phone system' }).click()
  const card = window.locator('.check-card', { hasText: 'Does it work?' })
  const promised = await card.getByRole('listitem').allInnerTexts()
  const check = async (host: string, port: number, says: string | RegExp) => {
    await window.getByRole('textbox', { name: 'Address' }).fill(host)
    await window.getByRole('textbox', { name: 'Port' }).fill(String(port))
    await window.getByRole('button', { name: 'Check', exact: true }).click()
    await expect(window.getByText(says).first()).toBeVisible()
  }
  await check('127.0.0.1', closedPort, /nothing listens on port/)
  expect(await card.getByRole('listitem').getByRole('strong').allInnerTexts()).toEqual(promised)
  await expect(window.getByRole('textbox', { name: 'Port' })).toHaveAccessibleDescription(/Nothing answers here/)
  await check('127.0.0.1', mailPort, /it is no Asterisk phone system/)
  await check('127.0.0.1', webPort, /it is no Asterisk phone system/)
  await check('phones.invalid', 5038, /is not known in this network/)
  web.close()
  mail.close()
})

test('wrong Twilio credentials are told in set-up and, once saved, above every page', async ({ launch }) => {
  const { accountSid, authToken, number } = labAccount
  const sms = await startTwilioStandIn({ accountSid, authToken, numbers: [number] })
  const app = await launch()
  const { window } = app
  await window.getByRole('button', { name: 'Connect your phone system' }).click()
  await window.getByRole('button', { name: 'Skip this step' }).click()
  await window.getByRole('textbox', { name: 'Account SID' }).fill(accountSid)
  await window.getByLabel('Auth token').fill('not the token')
  await window.getByRole('textbox', { name: 'Your texting number' }).fill(number)
  await window.getByText('Use an API key, or another provider').click()
  await window.getByRole('textbox', { name: 'Address of a Twilio-compatible provider' }).fill(sms.url)
  await window.getByRole('button', { name: 'Check', exact: true }).click()
  await expect(window.getByText(/did not accept the account/).first()).toBeVisible()
  await picture(window, 'setup-wrong-token')
  // What was not found right is not saved by set-up; whoever wants to can in Settings.
  await expect(window.getByRole('button', { name: 'Next' })).toBeHidden()
  await window.getByRole('button', { name: 'Finish this later' }).click()
  await window.getByRole('button', { name: 'Settings' }).click()
  await window.getByRole('button', { name: 'Texting' }).click()
  await window.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(window.getByRole('alert')).toContainText('Texting:')
  await picture(window, 'trouble-texting')
  expect(await app.log.text()).not.toContain('not the token')

  // The network goes in the middle: it is told, can be tried again, and works once it is back.
  const again = window.getByRole('button', { name: /^Check( again)?$/ })
  await window.getByLabel('Auth token').fill(authToken)
  await sms.stop()
  await again.click()
  await expect(window.getByText('The text service refuses the connection.').first()).toBeVisible()
  const back = await startTwilioStandIn({ accountSid, authToken, numbers: [number], port: sms.port })
  await again.click()
  await expect(window.getByText('Twilio accepted the account and its token.')).toBeVisible()
  await back.stop()
})

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return (server.address() as AddressInfo).port
}
