/** Lines, trunks and desk phones of the made-up office, and texting through them. */
import { dialplanLines, textContext } from '../../../telephony/sms/asterisk/dialplan.ts'
import type { TextingCheck } from '../checks.ts'
import type { Parties } from '../../../electron/contract/view-models.ts'
import { day, hour, minute, now } from './moment.ts'

const endpoint = (name: string, side: 'outside' | 'inside', why: string[]) => ({
  endpoint: name,
  name: null,
  side,
  by: 'ringback' as const,
  sure: true,
  why,
  lastSeenAt: now - hour,
})

export const parties: Parties = {
  outside: [
    endpoint('PJSIP/voipms', 'outside', [
      'its context is from-pstn',
      'the phone system signs in at a provider with it',
    ]),
    { ...endpoint('PJSIP/acme', 'outside', ['whole numbers came through it']), sure: false },
  ],
  inside: [
    {
      ...endpoint('PJSIP/101', 'inside', ['it is extension 101', 'it takes calls of a queue']),
      name: 'Reception (101)',
    },
    endpoint('PJSIP/0004f2aabbcc', 'inside', ['it is named like a device', 'it rang as a desk phone 12 times']),
    { ...endpoint('SIP/door', 'inside', ['your office says so']), by: 'office' },
    { ...endpoint('PJSIP/' + 'very-long-name-'.repeat(6), 'inside', []), sure: false },
  ],
  lines: [
    {
      number: '+15305550110',
      numberForPeople: '(530) 555-0110',
      name: 'Main line',
      calls: 1284,
      firstSeenAt: now - 90 * day,
      lastSeenAt: now - 5 * minute,
      watchOnly: false,
    },
    {
      number: '+15305550190',
      numberForPeople: '(530) 555-0190',
      name: null,
      calls: 1,
      firstSeenAt: now - day,
      lastSeenAt: now - day,
      watchOnly: false,
    },
  ],
  settingsRead: false,
}

export const ownSystem = {
  trunks: ['PJSIP/trunk', 'PJSIP/backup'],
  context: textContext,
  dialplan: dialplanLines().join('\n'),
}

export const ownSystemCheck: TextingCheck = {
  gateway: 'your phone system',
  steps: [
    { about: 'sign-in', state: 'ok', said: { code: 'may-send', facts: {} }, fields: [] },
    { about: 'trunk', state: 'ok', said: { code: 'trunk-ready', facts: { trunk: 'PJSIP/trunk' } }, fields: [] },
    {
      about: 'answers',
      state: 'failed',
      said: { code: 'no-lines', facts: { from: '+15305550100', context: 'from-trunk', ours: textContext } },
      fields: [],
    },
    { about: 'replies', state: 'skipped', said: null, fields: [] },
  ],
}

const line = (number: string, numberForPeople: string, name: string | null) => ({
  number,
  numberForPeople,
  name,
  calls: 9,
  firstSeenAt: now,
  lastSeenAt: now,
  watchOnly: false,
})

/** Before any phone was seen. */
export const fewLines: Parties = {
  outside: [],
  inside: [],
  lines: [
    line('+15305550100', '(530) 555-0100', 'Main line'),
    line('+15305550110', '(530) 555-0110', 'Service line'),
    line('+15305550111', '(530) 555-0111', null),
  ],
  settingsRead: true,
}
