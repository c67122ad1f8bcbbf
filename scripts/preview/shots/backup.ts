/** Copies of the inbox: the page, the question before a restore, and the page of a damaged inbox. */
import type { Page } from 'playwright'
import type { BackupKind, BackupList, BackupView, RestorePreview } from '../../../electron/contract/backups.ts'
import { day, now } from '../office/moment.ts'
import { foundContacts } from './contact.ts'
import { saying, settings, type Shot } from './shot.ts'

const copy = (kind: BackupKind, daysAgo: number, contacts: number): BackupView => ({
  name: `${kind}-${daysAgo}.sqlite`,
  kind,
  at: now - daysAgo * day,
  bytes: 1_200_000 + contacts * 2100,
  contents: contacts === 0 ? null : { contacts, calls: contacts * 3, texts: contacts * 4, notes: 41 },
})
const list: BackupList = {
  folder: '/home/front/.config/Ringback/backups',
  kept: { daily: 14, 'by-hand': 10, 'before-upgrade': 3 },
  backups: [
    copy('by-hand', 0, 5120),
    copy('daily', 0.6, 5110),
    copy('set-aside', 1.2, 5044),
    copy('daily', 1.6, 0),
    ...[2.6, 3.6, 4.6, 5.6, 6.6, 7.6, 8.6].map((ago, at) => copy('daily', ago, 5040 - at * 31)),
    copy('before-upgrade', 9, 4800),
  ],
}
const counts = { contacts: 5120, calls: 15_360, texts: 20_480, notes: 41 }
const preview: RestorePreview = {
  name: list.backups[1]?.name ?? '',
  at: list.backups[1]?.at ?? 0,
  state: 'whole',
  backup: counts,
  today: counts,
  back: { contacts: 12, calls: 0, texts: 0, notes: 2 },
  since: { contacts: 3, calls: 41, texts: 64, notes: 1 },
  changed: 318,
}

const ask = (which: number) => async (page: Page) => {
  await page
    .getByRole('button', { name: /^(Restore the copy|Restaurar la copia)/ })
    .nth(which)
    .click()
}
const page = (window: Page) => settings(window, 'Backup')

const known = { 'backups:list': list, 'backups:preview': preview }
const damaged = {
  ...saying({ ...known, 'backups:preview': { ...preview, today: null } }),
  events: {
    'engine:state': {
      state: 'stopped',
      message: 'The inbox file /home/front/.config/Ringback/inbox.sqlite is damaged.',
      damaged: true,
    },
  },
}

export const backupShots: Shot[] = [
  { name: 'backup', picture: saying(known), act: page },
  {
    name: 'backup-none',
    picture: saying({ 'backups:list': { ...list, backups: [] } }),
    act: page,
  },
  {
    name: 'backup-ask',
    picture: saying(known),
    act: async (window) => {
      await page(window)
      await ask(1)(window)
    },
  },
  {
    name: 'privacy',
    picture: saying({
      ...known,
      'contacts:find': { contacts: foundContacts },
    }),
    act: async (window) => {
      await settings(window, 'Privacy')
      await window.getByRole('textbox').first().fill('Pat')
      await window.waitForTimeout(200)
    },
  },
  {
    name: 'erasing',
    picture: saying({
      'privacy:get': { keepMonths: 0 },
      'privacy:erasure': { phase: 'erasing', copies: { done: 3, of: 14 } },
      'contacts:find': { contacts: [] },
    }),
    act: (window) => settings(window, 'Privacy'),
  },
  {
    name: 'privacy-ask',
    picture: saying({ ...known, 'contacts:find': { contacts: foundContacts } }),
    act: async (window) => {
      await settings(window, 'Privacy')
      await window.getByRole('textbox').first().fill('Pat')
      await window
        .getByRole('button', { name: /^Erase/ })
        .first()
        .click()
    },
  },
  {
    name: 'privacy-receipt',
    picture: saying({
      ...known,
      'contacts:find': { contacts: [] },
      'privacy:erasure': {
        phase: 'done',
        receipt: {
          what: 'ringback-erasure',
          erasedAt: '2026-11-26T18:00:00Z',
          numbers: ['+15305550101'],
          removed: { contacts: 2, calls: 14, texts: 32, notes: 1, pictures: 0 },
          copies: { cleaned: ['a', 'b'], notCleaned: ['c'] },
          keptOptOuts: ['+15305550101'],
        },
      },
    }),
    act: (window) => settings(window, 'Privacy'),
  },
  { name: 'damaged', picture: damaged },
  { name: 'damaged-ask', picture: damaged, act: ask(0) },
]
