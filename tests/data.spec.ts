/** What an office keeps: copies of the inbox, the way back to one, and a damaged inbox found at the start. */
import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { barriers } from './support/accessibility.ts'
import { seededCallers, seedOffice } from './support/seeded-office.ts'
import { expect, test } from './support/test.ts'

const { noor, pat } = seededCallers

test('a backup brings names back, and takes the place of a damaged inbox', async ({ launch }) => {
  const profile = await seedOffice()
  const inbox = path.join(profile, 'inbox.sqlite')
  const spoilt = Buffer.alloc(8192, 7)
  try {
    const app = await launch({ profile })
    const { window } = app
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

    await again.window.getByRole('button', { name: 'Settings' }).click()
    await again.window.getByRole('button', { name: 'Privacy' }).click()
    await again.window.getByRole('textbox', { name: 'Name or number' }).fill('Noor')
    await again.window.getByRole('button', { name: `Erase ${noor.name}` }).click()
    await again.window.getByRole('alertdialog').getByRole('button', { name: 'Erase' }).click()
    await expect(again.window.getByRole('alertdialog')).toContainText('The number is kept, since they want no texts.')
    expect(await barriers(again.window)).toEqual([])
    const aside = (await readdir(path.join(profile, 'backups'))).filter((name) => /^set-aside.*sqlite$/.test(name))
    const kept = await Promise.all(aside.map((name) => readFile(path.join(profile, 'backups', name))))
    expect(kept.filter((bytes) => bytes.equals(spoilt))).toHaveLength(1)
  } finally {
    await rm(profile, { recursive: true, force: true })
  }
})
