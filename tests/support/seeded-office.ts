/** A profile whose inbox has a history: calls of the last two weeks, and a few that a test asks for by name. */
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { recordCall } from '../../electron/engine/inbox/calls.ts'
import { writeHistory } from '../../electron/engine/overview/random-history.ts'
import { recordOptOut } from '../../electron/engine/opt-out/ledger.ts'
import { saveSection } from '../../electron/engine/settings/settings.ts'
import { openStore } from '../../electron/engine/store/database.ts'
import { systemClock } from '../../telephony/clock.ts'
import { silentLogger } from '../../telephony/logger.ts'

const minute = 60_000
const day = 24 * 60 * minute

export const seededCallers = {
  /** Missed a few minutes ago, and not texted. */
  pat: { number: '+15305550141', name: 'Pat Lee' },
  /** The same, but wants no texts. */
  noor: { number: '+15305550148', name: 'Noor Haddad' },
  /** Called the way of those who attack spreadsheets. */
  hostile: { number: '+15305550149', name: '=HYPERLINK("http://192.0.2.1","Click")' },
}

/** @returns the folder, for `launch({ profile })`; the caller deletes it. */
export async function seedOffice(): Promise<string> {
  const profile = await mkdtemp(path.join(tmpdir(), 'ringback-seeded-'))
  const store = await openStore({
    file: path.join(profile, 'inbox.sqlite'),
    clock: systemClock,
    logger: silentLogger,
  })
  const now = Date.now()
  await store.write(async (work) => {
    await saveSection(work, 'setup', { configured: true }, now)
    await saveSection(work, 'business', { name: 'Cedar Dental', timeZone: 'America/Los_Angeles' }, now)
    const span = { from: now - 14 * day, to: now - day }
    await writeHistory(work, {
      seed: 4,
      contacts: 12,
      events: 160,
      ...span,
      moment: (at) => inOfficeHours(span.from, at),
    })
    let minutes = 9
    for (const { number, name } of Object.values(seededCallers)) {
      minutes -= 2
      const startedAt = now - minutes * minute
      const endedAt = startedAt + 24_000
      const leg = { dialedAt: startedAt + 1000, answeredAt: null }
      await recordCall(
        work,
        {
          linkedid: `seeded-${number}`,
          direction: 'inbound',
          callerNumber: number.slice(2),
          callerName: name,
          dialed: '2125550100',
          outcome: 'missed',
          reason: 'no-answer',
          answeredBy: null,
          startedAt,
          endedAt,
          legs: [
            { ...leg, phone: '101', channel: 'PJSIP/101-1', rangAt: startedAt + 1200, endedAt, how: 'no-answer' },
            {
              ...leg,
              phone: '102',
              channel: 'PJSIP/102-1',
              rangAt: null,
              endedAt: startedAt + 1300,
              how: 'unreachable',
            },
          ],
          endUnseen: false,
          partUnseen: false,
          presentationWithheld: null,
        },
        { party: number, line: '+12125550100' },
        now,
      )
    }
    const { number } = seededCallers.noor
    await recordOptOut(work, { number, source: 'staff', evidence: 'entered by staff', now })
  })
  await store.close()
  return profile
}

/** Between 8 and 17 o'clock on the West Coast, on one of the thirteen days from `from` on. */
function inOfficeHours(from: number, at: number): number {
  const whichDay = Math.floor(at * 13)
  const midnight = Math.ceil(from / day) * day + 8 * 60 * minute
  return midnight + (whichDay - 1) * day + (8 + 9 * (at * 13 - whichDay)) * 60 * minute
}
