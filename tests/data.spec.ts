/** What an office keeps: copies of the inbox, the way back to one, and a damaged inbox found at the start. */
import { mkdir, readdir, readFile, rm, rmdir, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { barriers } from './support/accessibility.ts'
import { picture } from './support/picture.ts'
import { seededCallers, seedOffice } from './support/seeded-office.ts'
import { expect, test } from './support/test.ts'

const { noor, pat } = seededCallers
const secrets = ['Zq7-open-sesame', 'Xk4-token-of-twilio'] as const
const anySecret = new RegExp(secrets.join('|'))

/** Of all processes; none where the system does not tell. */
async function commandLines(): Promise<string> {
  const processes = await readdir('/proc').catch(() => [])
  const lines = processes.map((id) => readFile(`/proc/${id}/cmdline`, 'utf8').catch(() => ''))
  return (await Promise.all(lines)).join('\n')
}

test('a backup brings names back, and takes the place of a damaged inbox', async ({ launch }) => {
  const profile = await seedOffice()
  const inbox = path.join(profile, 'inbox.sqlite')
  const spoilt = Buffer.alloc(8192, 7)
  try {
    // What stands in the way of writing goes away by itself, as when there is room on the disk again.
    await rm(`${inbox}.lock`)
    await mkdir(`${inbox}.lock`)
    const app = await launch({ profile })
    const { window } = app
    await expect(window.getByText('Ringback cannot store calls and texts')).toBeVisible()
    await rmdir(`${inbox}.lock`)
    await expect(window.getByRole('row', { name: pat.name })).toBeVisible()
    await window.getByRole('button', { name: 'Settings' }).click()
    await window.getByRole('button', { name: 'Backup' }).click()
    await window.getByRole('button', { name: 'Back up now' }).click()
    await expect(window.getByRole('row', { name: 'By hand' })).toHaveCount(1)
    const { contacts } = await app.demand('contacts:find', { except: null, query: pat.name })
    await app.demand('contacts:rename', { id: contacts[0]?.id ?? '', name: 'Somebody else' })
    await window.getByRole('button', { name: /^Restore the copy/ }).click()
    const dialog = window.getByRole('alertdialog')
    await expect(dialog).toContainText('Name, company or notes of 1 contact')
    await dialog.getByRole('button', { name: 'Restore' }).click()
    await expect(window.getByRole('row', { name: 'Set aside' })).toHaveCount(1)
    const found = await app.demand('contacts:find', { except: null, query: pat.name })
    expect(found.contacts).toHaveLength(1)
    await app.close()

    await writeFile(inbox, spoilt)
    const again = await launch({ profile })
    await expect(again.window.getByRole('heading', { name: 'The inbox on this PC is damaged' })).toBeVisible()
    expect(await readFile(inbox)).toEqual(spoilt)
    await again.window.getByRole('button', { name: 'Restore the newest good copy' }).click()
    await again.window.getByRole('alertdialog').getByRole('button', { name: 'Restore' }).click()
    await expect(again.window.getByRole('row', { name: pat.name })).toBeVisible()
    const paused = again.window.locator('.banner.paused')
    await expect(paused).toContainText('The inbox was damaged, and a copy took its place.')
    await picture(again.window, 'paused-by-restore')
    await paused.getByRole('button', { name: 'Resume' }).click()
    await expect(paused).toBeHidden()

    await again.window.getByRole('button', { name: 'Settings' }).click()
    await again.window.getByRole('button', { name: 'Privacy' }).click()
    await again.window.getByRole('textbox', { name: 'Name, company or number' }).fill('Noor')
    await again.window.getByRole('button', { name: `Erase ${noor.name}` }).click()
    await again.window.getByRole('alertdialog').getByRole('button', { name: 'Erase' }).click()
    await expect(again.window.getByRole('alertdialog')).toContainText('The number is kept, since they want no texts.')
    expect(await barriers(again.window)).toEqual([])
    await again.window.keyboard.press('Escape')

    // Passwords are in no file, no log and no command line, as long as nobody has chosen to have them stored.
    const phone = { host: '127.0.0.1', port: 9, username: 'ringback', password: secrets[0] }
    await again.demand('phone-system:save', phone)
    const texting = { kind: 'twilio', accountSid: 'AC00', from: '+12125550100', baseUrl: 'http://127.0.0.1:9' } as const
    await again.demand('texting:save', { ...texting, authToken: secrets[1] })
    await expect(again.window.getByRole('button', { name: 'Ask me at each start' }).first()).toBeVisible()
    await again.demand('app:support-details')
    expect(await commandLines()).not.toMatch(anySecret)
    await again.close()
    const files = (await readdir(profile, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile())
    for (const file of files) {
      const where = path.join(file.parentPath, file.name)
      expect((await readFile(where, 'latin1')).match(anySecret), where).toBeNull()
    }
    const own = files.filter(({ name, parentPath }) => /\.(sqlite|jsonl)/.test(name) || parentPath.endsWith('backups'))
    for (const { name, parentPath } of own) expect((await stat(path.join(parentPath, name))).mode & 0o077, name).toBe(0)
    expect((await stat(profile)).mode & 0o077).toBe(0)
    const aside = (await readdir(path.join(profile, 'backups'))).filter((name) => /^set-aside.*sqlite$/.test(name))
    const kept = await Promise.all(aside.map((name) => readFile(path.join(profile, 'backups', name))))
    expect(kept.filter((bytes) => bytes.equals(spoilt))).toHaveLength(1)
  } finally {
    await rm(profile, { recursive: true, force: true })
  }
})
