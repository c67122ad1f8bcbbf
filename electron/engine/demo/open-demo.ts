/** Makes a data folder the demo office's: an empty inbox, its settings, its phone system and its gateway. */
import type { Clock } from '../../../telephony/clock.ts'
import type { Logger } from '../../../telephony/logger.ts'
import { LoopbackGateway } from '../../../telephony/sms/loopback/loopback-gateway.ts'
import { setTurn } from '../followup/turn.ts'
import type { Secrets } from '../secrets.ts'
import { saveSection } from '../settings/settings.ts'
import type { Store } from '../store/database.ts'
import { demoBusiness, demoLines, demoSender, demoTiming } from './cast.ts'
import { DemoOffice } from './demo-office.ts'

/** Children before their parents; what belongs to a row of these goes with it. */
export const emptied = [
  'outbox',
  'attempt',
  'decision',
  'message',
  'follow_up',
  'call',
  'note',
  'happening',
  'conversation',
  'contact',
  'opt_out',
  'opt_out_audit',
  'opt_out_question',
  'texted',
  'tag',
  'quick_reply',
  'gap',
  'endpoint',
  'line',
  'setting',
  'setting_change',
] as const

const allDay = [{ from: '00:00', to: '24:00' }]
/** Whenever somebody looks at it. */
const alwaysOpen = {
  week: { mon: allDay, tue: allDay, wed: allDay, thu: allDay, fri: allDay, sat: allDay, sun: allDay },
  exceptions: [],
}

export interface DemoOpened {
  office: DemoOffice
  gateway: LoopbackGateway
}

/** Each demo begins anew: callers who were texted an hour ago would not be texted again. */
export async function openDemo(options: {
  store: Store
  clock: Clock
  logger: Logger
  secrets: Secrets
}): Promise<DemoOpened> {
  const { store, clock, logger, secrets } = options
  const gateway = new LoopbackGateway({ clock, from: demoSender })
  const office = new DemoOffice({ clock, logger, gateway })
  const { host, port, username, password } = await office.start()
  secrets.pbxPassword = password
  const now = clock.now()
  await store.write(async (work) => {
    for (const table of emptied) await work.db.deleteFrom(table).execute()
    await saveSection(work, 'business', { ...demoBusiness, country: 'US' }, now)
    await saveSection(work, 'lines', demoLines, now)
    await saveSection(work, 'phone-system', { host, port, username, trunks: ['PJSIP/trunk'] }, now)
    await saveSection(work, 'call-back', { phone: 'PJSIP/101' }, now)
    await saveSection(work, 'texting', { accountSid: 'demo', from: demoSender }, now)
    const { delaySeconds, secondAfterMinutes } = demoTiming
    await saveSection(work, 'follow-up', { delaySeconds, secondAfterMinutes }, now)
    // In the language that the window has now, from here on.
    await saveSection(work, 'texts', {}, now)
    await saveSection(work, 'hours', alwaysOpen, now)
    await saveSection(work, 'quiet-hours', { from: '00:00', to: '24:00', byState: false }, now)
    // Nobody else texts from it.
    await setTurn(work, 0, now)
    await saveSection(work, 'setup', { configured: true }, now)
    // How the demo begins is nobody's change.
    await work.db.deleteFrom('setting_change').execute()
  })
  return { office, gateway }
}
