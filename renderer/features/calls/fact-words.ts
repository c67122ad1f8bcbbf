import type { DecisionFacts } from '../../../electron/contract/call-list.ts'
import { text } from '../../text/index.ts'

/** What a decision was made from, a sentence each, in the order in which people would ask. */
export function factWords(facts: DecisionFacts, now: number): string[] {
  const words = text.calls.facts
  const { officeState, opensAt, country, pausedBy, live, automaticThisWeek } = facts
  const office = officeState === undefined ? null : words.office[officeState]
  const opens = office !== null && opensAt != null && officeState !== 'open' ? words.opensAt(opensAt, now) : null
  const said: (string | null | undefined | false)[] = [
    facts.withheld === true ? words.withheld : facts.number && words.number[facts.number],
    facts.number === 'valid' && country != null && words.country(country),
    facts.own === true && words.own,
    facts.blocked === true && words.blocked,
    facts.landline === true && words.landline,
    facts.optedOut === undefined ? null : facts.optedOut ? words.optedOut : words.mayText,
    facts.optOutAsked === true && words.optOutAsked,
    facts.textingReady === false && words.textingOff,
    pausedBy != null && words.paused[pausedBy],
    office === null || opens === null ? office : `${office}; ${opens}`,
    facts.quiet?.why.replace(/\.$/, ''),
    live === undefined ? null : live === null ? words.liveUnknown : live ? words.live : words.notLive,
    facts.otherFollowUpAt != null && words.otherFollowUp(facts.otherFollowUpAt, now),
    automaticThisWeek === undefined ? null : words.automatic(automaticThisWeek),
    facts.spokeAt != null && words.spoke(facts.spokeAt, now),
    facts.staffWroteAt != null && words.staffWrote(facts.staffWroteAt, now),
    facts.repliedAt != null && words.replied(facts.repliedAt, now),
  ]
  return said.filter((each): each is string => typeof each === 'string')
}
