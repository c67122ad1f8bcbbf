/** Single calls of the generated inbox, as the engine stores them. */
import type { Insertable } from 'kysely'
import type { CallLeg } from '../../../telephony/calls/call.ts'
import type { CallTable } from '../../../electron/engine/store/schema.ts'
import type { Random } from '../../torture/random.ts'
import { uuid } from './ids.ts'

export const officeLines = [
  { number: '+12125550100', name: 'Main line' },
  { number: '+12125550101', name: 'New patients' },
  { number: '+12125550102', name: 'Línea en español' },
  { number: '+12125550103', name: 'Emergencies' },
]
const phones = ['101', '102', '103', '104', '105', '110', '111', '112']
const missedReasons = ['no-answer', 'no-answer', 'abandoned', 'abandoned', 'busy', 'unavailable', 'voicemail'] as const

export interface CallFacts {
  conversationId: string | null
  /** E.164; null when withheld. */
  party: string | null
  name: string | null
  line: string
  startedAt: number
  kind: 'answered' | 'missed' | 'called'
  /** For `called`: somebody took it. */
  reached: boolean
}

export function callRow(random: Random, facts: CallFacts): Insertable<CallTable> & { outcome: 'answered' | 'missed' } {
  const { conversationId, party, name, line, startedAt, kind } = facts
  const answered = kind === 'answered' || (kind === 'called' && facts.reached)
  const rings = 4000 + random.below(26_000)
  const talks = answered ? 20_000 + random.below(400_000) : 0
  const legs = kind === 'called' ? outLegs(random, facts, rings, talks) : inLegs(random, startedAt, rings, talks)
  const inbound = kind !== 'called'
  return {
    id: uuid(random),
    linkedid: `${Math.floor(startedAt / 1000)}.${random.below(1_000_000)}`,
    conversation_id: conversationId,
    direction: inbound ? 'inbound' : 'outbound',
    caller_number: inbound ? (party?.slice(2) ?? null) : (legs[0]?.phone ?? null),
    caller_name: inbound ? name : null,
    party,
    line: inbound ? line : null,
    dialed: inbound ? line.slice(2) : (party?.slice(2) ?? null),
    withheld: party === null ? 1 : 0,
    outcome: answered ? 'answered' : 'missed',
    reason: answered ? null : inbound ? random.pick(missedReasons) : 'no-answer',
    answered_by: answered ? (inbound ? (legs[0]?.phone ?? null) : party) : null,
    started_at: startedAt,
    ended_at: startedAt + rings + talks,
    legs: JSON.stringify(legs),
    end_unseen: 0,
    part_unseen: 0,
  }
}

function inLegs(random: Random, startedAt: number, rings: number, talks: number): CallLeg[] {
  const count = 1 + random.below(4)
  return Array.from({ length: count }, (_, index) => {
    const phone = phones[(index + random.below(4)) % phones.length] ?? '101'
    const takes = talks > 0 && index === 0
    return {
      phone,
      channel: `PJSIP/${phone}-${random
        .below(2 ** 31)
        .toString(16)
        .padStart(8, '0')}`,
      dialedAt: startedAt + 900,
      rangAt: startedAt + 1100,
      answeredAt: takes ? startedAt + rings : null,
      endedAt: startedAt + rings + (takes ? talks : 0),
      how: takes ? 'answered' : talks > 0 ? 'elsewhere' : 'no-answer',
    }
  })
}

function outLegs(random: Random, { party, startedAt }: CallFacts, rings: number, talks: number): CallLeg[] {
  const phone = random.pick(phones)
  const channel = (of: string) =>
    `PJSIP/${of}-${random
      .below(2 ** 31)
      .toString(16)
      .padStart(8, '0')}`
  const endedAt = startedAt + rings + talks
  const own: CallLeg = {
    phone,
    channel: channel(phone),
    dialedAt: startedAt,
    rangAt: startedAt + 100,
    answeredAt: startedAt + 2000,
    endedAt,
    how: 'answered',
  }
  const theirs: CallLeg = {
    phone: party ?? '',
    channel: channel('trunk'),
    dialedAt: startedAt + 2000,
    rangAt: startedAt + 3000,
    answeredAt: talks > 0 ? startedAt + rings : null,
    endedAt,
    how: talks > 0 ? 'answered' : 'no-answer',
  }
  return [own, theirs]
}
