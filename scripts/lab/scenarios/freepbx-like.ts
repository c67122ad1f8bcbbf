/** Scenarios of the office whose dialplan is built as FreePBX builds them. */
import { mobileNumber } from '../pbx/office.ts'
import type { Answering } from '../sip/behaviour.ts'
import type { Lab } from '../start-lab.ts'
import { oneCall, short, wait } from './scenario.ts'
import type { Scenario } from './scenario.ts'

/** Answers after a second, and presses `digit` to the question whether to take the call. */
function accepts(digit: string): Answering {
  return { answerAfter: 1, press: [{ digit, after: 1.8 }] }
}

/** `make`, with the mobile outside doing so. */
function withMobile(
  behaviour: Parameters<ReturnType<Lab['outside']>['will']>[0],
  make: Scenario['make'],
): Scenario['make'] {
  return async (lab) => {
    lab.outside(mobileNumber).will(behaviour)
    const calls = await make(lab)
    lab.outside(mobileNumber).will('ring')
    return calls
  }
}

const scenarios: Omit<Scenario, 'office'>[] = [
  {
    name: 'f-direct-no-answer',
    description: '101 rings in vain',
    calls: [
      {
        callerNumber: '5305550301',
        callerName: 'Grace O\'Neil "GO"',
        dialed: '5305550201',
        reason: 'no-answer',
        sentence: 'Rang 101 for {rang}, but nobody answered.',
      },
    ],
    make: oneCall({ from: '5305550301', name: 'Grace O\'Neil "GO"', to: '5305550201' }),
  },
  {
    name: 'f-direct-answered',
    description: '101 answers',
    calls: [
      {
        callerNumber: '5305550302',
        dialed: '5305550201',
        answeredBy: '101',
        sentence: 'Answered by 101 after {waited}.',
      },
    ],
    make: oneCall({ from: '5305550302', to: '5305550201', phones: { '101': short } }),
  },
  {
    name: 'f-unplugged',
    description: 'nobody plugged 105 in',
    calls: [
      {
        callerNumber: '5305550303',
        dialed: '5305550205',
        reason: 'unavailable',
        sentence: 'No phone could be reached.',
      },
    ],
    make: oneCall({ from: '5305550303', to: '5305550205' }),
  },
  {
    name: 'f-unplugged-then-declined',
    description: 'nobody plugged 105 in, 101 declines',
    calls: [{ callerNumber: '5305550304', dialed: '5305550284', reason: 'busy', sentence: '101 declined the call.' }],
    make: oneCall({ from: '5305550304', to: '5305550284', phones: { '101': 'decline' } }),
  },
  {
    name: 'f-group-nobody',
    description: 'the group rings in vain',
    calls: [
      {
        callerNumber: '5305550305',
        dialed: '5305550210',
        reason: 'no-answer',
        sentence: 'Rang 101, 102 and 103 for {rang}, but nobody answered.',
      },
    ],
    make: oneCall({ from: '5305550305', to: '5305550210' }),
  },
  {
    name: 'f-hunt-local-second',
    description: 'phones in turn behind Local channels, the second answers',
    calls: [
      {
        callerNumber: '5305550306',
        dialed: '5305550211',
        answeredBy: '102',
        sentence: 'Answered by 102 after {waited}.',
      },
    ],
    make: oneCall({ from: '5305550306', to: '5305550211', phones: { '102': short } }),
  },
  {
    name: 'f-hunt-local-nobody',
    description: 'phones in turn behind Local channels: no answer, busy, no answer',
    calls: [
      {
        callerNumber: '5305550307',
        dialed: '5305550211',
        reason: 'no-answer',
        sentence: 'Rang 101 and 103 for {rang}, but nobody answered; 102 was busy.',
      },
    ],
    make: oneCall({ from: '5305550307', to: '5305550211', phones: { '102': 'busy' } }),
  },
  {
    name: 'f-group-local-nobody',
    description: 'the group behind Local channels rings in vain',
    calls: [
      {
        callerNumber: '5305550308',
        dialed: '5305550212',
        reason: 'no-answer',
        sentence: 'Rang 101, 102 and 103 for {rang}, but nobody answered.',
      },
    ],
    make: oneCall({ from: '5305550308', to: '5305550212' }),
  },
  {
    name: 'f-group-local-abandoned',
    description: 'the group behind Local channels rings; the caller gives up',
    calls: [
      {
        callerNumber: '5305550309',
        dialed: '5305550212',
        reason: 'abandoned',
        sentence: 'Rang 101, 102 and 103 for {rang}, then the caller hung up.',
      },
    ],
    make: oneCall({ from: '5305550309', to: '5305550212', giveUpAfter: 2 }),
  },
  {
    name: 'f-group-local-answered',
    description: 'the group behind Local channels rings, 103 answers, the Local channels make way',
    calls: [
      {
        callerNumber: '5305550310',
        dialed: '5305550212',
        answeredBy: '103',
        sentence: 'Answered by 103 after {waited}.',
      },
    ],
    make: oneCall({ from: '5305550310', to: '5305550212', phones: { '103': { answerAfter: 1, hangUpAfter: 3 } } }),
  },
  {
    name: 'f-group-confirmed',
    description: '101 and a mobile ring; the mobile answers and presses 1',
    calls: [
      {
        callerNumber: '5305550311',
        dialed: '5305550213',
        answeredBy: mobileNumber,
        sentence: `Answered by ${mobileNumber} after 3 s.`,
      },
    ],
    make: withMobile(accepts('1'), oneCall({ from: '5305550311', to: '5305550213', giveUpAfter: 6 })),
  },
  {
    name: 'f-group-not-confirmed',
    description: '101 and a mobile ring; the mobile answers (its voicemail) and presses nothing',
    calls: [
      {
        callerNumber: '5305550312',
        dialed: '5305550213',
        reason: 'no-answer',
        sentence: `Rang 101 and ${mobileNumber} for {rang}, but nobody answered.`,
        note: 'the mobile went up, but did not accept the call',
      },
    ],
    make: withMobile({ answerAfter: 1 }, oneCall({ from: '5305550312', to: '5305550213' })),
  },
  {
    name: 'f-queue-local-answered',
    description: 'a queue behind Local channels; 102 answers',
    calls: [
      {
        callerNumber: '5305550313',
        dialed: '5305550220',
        answeredBy: '102',
        sentence: 'Answered by 102 after {waited}.',
      },
    ],
    make: oneCall({ from: '5305550313', to: '5305550220', phones: { '102': { answerAfter: 1.2, hangUpAfter: 1 } } }),
  },
  {
    name: 'f-queue-local-retries',
    description: 'a queue behind Local channels whose dials end before the queue gives up, so that phones ring again',
    calls: [
      {
        callerNumber: '5305550314',
        dialed: '5305550220',
        reason: 'no-answer',
        sentence: 'Rang 101 and 102 for {rang}, but nobody answered.',
      },
    ],
    make: oneCall({ from: '5305550314', to: '5305550220' }),
  },
  {
    name: 'f-queue-in-turn-answered',
    description: 'a queue that rings 101, then 102, who answers',
    calls: [
      {
        callerNumber: '5305550315',
        dialed: '5305550221',
        answeredBy: '102',
        sentence: 'Answered by 102 after {waited}.',
      },
    ],
    make: oneCall({ from: '5305550315', to: '5305550221', phones: { '102': { answerAfter: 1.2, hangUpAfter: 1 } } }),
  },
  {
    name: 'f-queue-in-turn-abandoned-between',
    description: 'a queue that rings in turn; the caller gives up while no phone rings',
    calls: [
      {
        callerNumber: '5305550316',
        dialed: '5305550221',
        reason: 'abandoned',
        sentence: 'Rang 101 for {rang}, then the caller hung up.',
      },
    ],
    make: oneCall({ from: '5305550316', to: '5305550221', giveUpAfter: 2.5 }),
  },
  {
    name: 'f-queue-then-voicemail',
    description: 'the queue gives up, the caller speaks to the voicemail',
    calls: [
      {
        callerNumber: '5305550317',
        dialed: '5305550222',
        reason: 'voicemail',
        sentence: 'Went to voicemail after 101 rang for {rang}.',
      },
    ],
    make: oneCall({ from: '5305550317', to: '5305550222', giveUpAfter: 9 }),
  },
  {
    name: 'f-queue-nobody-serves-abandoned',
    description: 'a queue that nobody serves; the caller gives up',
    calls: [
      {
        callerNumber: '5305550318',
        dialed: '5305550223',
        reason: 'abandoned',
        sentence: 'The caller waited 3 s, then hung up before a phone rang.',
      },
    ],
    make: oneCall({ from: '5305550318', to: '5305550223', giveUpAfter: 3 }),
  },
  {
    name: 'f-queue-nobody-serves-timeout',
    description: 'a queue that nobody serves gives up',
    calls: [
      {
        callerNumber: '5305550319',
        dialed: '5305550223',
        reason: 'unavailable',
        sentence: 'No phone could be reached.',
      },
    ],
    make: oneCall({ from: '5305550319', to: '5305550223' }),
  },
  {
    name: 'f-queue-unplugged-timeout',
    description: 'a queue whose only phone nobody plugged in gives up',
    calls: [
      {
        callerNumber: '5305550320',
        dialed: '5305550224',
        reason: 'unavailable',
        sentence: 'No phone could be reached.',
      },
    ],
    make: oneCall({ from: '5305550320', to: '5305550224' }),
  },
  {
    name: 'f-queue-unanswered-timeout',
    description: 'a queue that the caller enters unanswered gives up',
    calls: [
      {
        callerNumber: '5305550321',
        dialed: '5305550225',
        reason: 'no-answer',
        sentence: 'Rang 101 for {rang}, but nobody answered.',
      },
    ],
    make: oneCall({ from: '5305550321', to: '5305550225' }),
  },
  {
    name: 'f-queue-unanswered-abandoned',
    description: 'a queue that the caller enters unanswered; the caller gives up',
    calls: [
      {
        callerNumber: '5305550322',
        dialed: '5305550225',
        reason: 'abandoned',
        sentence: 'Rang 101 for {rang}, then the caller hung up.',
      },
    ],
    make: oneCall({ from: '5305550322', to: '5305550225', giveUpAfter: 2 }),
  },
  {
    name: 'f-voicemail-declined',
    description: '101 declines, the caller speaks to the voicemail',
    calls: [
      {
        callerNumber: '5305550323',
        dialed: '5305550230',
        reason: 'voicemail',
        sentence: 'Went to voicemail: 101 declined the call.',
      },
    ],
    make: oneCall({ from: '5305550323', to: '5305550230', giveUpAfter: 5, phones: { '101': 'decline' } }),
  },
  {
    name: 'f-voicemail-at-once',
    description: 'voicemail without any phone',
    calls: [{ callerNumber: '5305550324', dialed: '5305550231', reason: 'voicemail', sentence: 'Went to voicemail.' }],
    make: oneCall({ from: '5305550324', to: '5305550231', giveUpAfter: 3 }),
  },
  {
    name: 'f-two-then-voicemail',
    description: '101, then 102 ring in vain, the caller hangs up in the greeting',
    calls: [
      {
        callerNumber: '5305550325',
        dialed: '5305550285',
        reason: 'voicemail',
        sentence: 'Went to voicemail after 101 and 102 rang for {rang}.',
      },
    ],
    make: oneCall({ from: '5305550325', to: '5305550285', giveUpAfter: 5 }),
  },
  {
    name: 'f-group-then-mailbox',
    description: 'a group whose phones have mailboxes of their own: 101 rings in vain, its mailbox takes the call',
    calls: [
      {
        callerNumber: '5305550355',
        dialed: '5305550287',
        reason: 'voicemail',
        sentence: 'Went to voicemail after 101 and 102 rang for {rang}.',
      },
    ],
    make: oneCall({ from: '5305550355', to: '5305550287', giveUpAfter: 7 }),
  },
  {
    name: 'f-group-mailbox-beaten',
    description: 'the same group, 102 answers before any mailbox does',
    calls: [
      {
        callerNumber: '5305550356',
        dialed: '5305550287',
        answeredBy: '102',
        sentence: 'Answered by 102 after {waited}.',
      },
    ],
    make: oneCall({ from: '5305550356', to: '5305550287', phones: { '102': short } }),
  },
  {
    name: 'f-menu-answered',
    description: 'a menu, 2, and 103 of the group answers',
    calls: [
      {
        callerNumber: '5305550326',
        dialed: '5305550240',
        answeredBy: '103',
        sentence: 'Answered by 103 after {waited}.',
      },
    ],
    make: oneCall({
      from: '5305550326',
      to: '5305550240',
      press: [{ digit: '2', after: 1 }],
      phones: { '103': short },
    }),
  },
  {
    name: 'f-menu-abandoned-while-ringing',
    description: 'a menu, 1, and the caller gives up while 101 rings',
    calls: [
      {
        callerNumber: '5305550327',
        dialed: '5305550240',
        reason: 'abandoned',
        sentence: 'Rang 101 for {rang}, then the caller hung up.',
      },
    ],
    make: oneCall({ from: '5305550327', to: '5305550240', press: [{ digit: '1', after: 1 }], giveUpAfter: 3 }),
  },
  {
    name: 'f-follow-me-app-accepted',
    description: 'FollowMe: 101 in vain, then the mobile, which accepts with 1',
    calls: [
      {
        callerNumber: '5305550328',
        dialed: '5305550250',
        answeredBy: mobileNumber,
        sentence: `Answered by ${mobileNumber} after 11 s.`,
      },
    ],
    make: withMobile(
      { answerAfter: 1, press: [2, 4, 6].map((after) => ({ digit: '1', after })) },
      oneCall({ from: '5305550328', to: '5305550250', giveUpAfter: 15 }),
    ),
  },
  {
    name: 'f-follow-me-app-abandoned',
    description: 'FollowMe; the caller gives up',
    calls: [
      {
        callerNumber: '5305550329',
        dialed: '5305550250',
        reason: 'abandoned',
        sentence: 'Rang 101 for {rang}, then the caller hung up.',
      },
    ],
    make: oneCall({ from: '5305550329', to: '5305550250', giveUpAfter: 6 }),
  },
  {
    name: 'f-follow-me-app-refused',
    description: 'FollowMe: 101 in vain, the mobile answers and refuses with 2',
    calls: [
      {
        callerNumber: '5305550330',
        dialed: '5305550250',
        reason: 'no-answer',
        sentence: `Rang 101 and ${mobileNumber} for {rang}, but nobody answered.`,
        note: 'the mobile went up, but refused the call',
      },
    ],
    make: withMobile(
      { answerAfter: 1, press: [2, 4, 6].map((after) => ({ digit: '2', after })) },
      oneCall({ from: '5305550330', to: '5305550250' }),
    ),
  },
  {
    name: 'f-follow-me-confirmed',
    description: '101 and a mobile that must press 1; the mobile does',
    calls: [
      {
        callerNumber: '5305550331',
        dialed: '5305550251',
        answeredBy: mobileNumber,
        sentence: `Answered by ${mobileNumber} after 3 s.`,
      },
    ],
    make: withMobile(accepts('1'), oneCall({ from: '5305550331', to: '5305550251', giveUpAfter: 6 })),
  },
  {
    name: 'f-follow-me-not-confirmed',
    description: '101 and a mobile that must press 1; the mobile answers and presses 5',
    calls: [
      {
        callerNumber: '5305550332',
        dialed: '5305550251',
        reason: 'no-answer',
        sentence: `Rang 101 and ${mobileNumber} for {rang}, but nobody answered.`,
        note: 'the mobile went up, but did not accept the call',
      },
    ],
    make: withMobile(accepts('5'), oneCall({ from: '5305550332', to: '5305550251' })),
  },
  {
    name: 'f-follow-me-abandoned-while-confirming',
    description: 'the caller gives up while the mobile is asked whether to take the call',
    calls: [
      {
        callerNumber: '5305550333',
        dialed: '5305550251',
        reason: 'abandoned',
        sentence: `Rang 101 and ${mobileNumber} for 2 s, then the caller hung up.`,
        note: 'the mobile went up, but had not accepted the call',
      },
    ],
    make: withMobile({ answerAfter: 1 }, oneCall({ from: '5305550333', to: '5305550251', giveUpAfter: 2 })),
  },
  {
    name: 'f-screened-refused',
    description: '101 and 102 ring; 102 answers and does not accept, which ends the call',
    calls: [
      {
        callerNumber: '5305550353',
        dialed: '5305550286',
        reason: 'no-answer',
        sentence: 'Rang 101 and 102 for {rang}, but nobody answered.',
        note: '102 went up, but did not accept the call',
      },
    ],
    make: oneCall({ from: '5305550353', to: '5305550286', phones: { '102': accepts('9') } }),
  },
  {
    name: 'f-screened-accepted',
    description: '101 and 102 ring; 102 answers and accepts',
    calls: [
      {
        callerNumber: '5305550354',
        dialed: '5305550286',
        answeredBy: '102',
        sentence: 'Answered by 102 after 3 s.',
      },
    ],
    make: oneCall({ from: '5305550354', to: '5305550286', giveUpAfter: 5, phones: { '102': accepts('1') } }),
  },
  {
    name: 'f-forward-answered',
    description: 'forwarded over the trunk to a mobile, which answers',
    calls: [
      {
        callerNumber: '5305550334',
        dialed: '5305550260',
        answeredBy: mobileNumber,
        sentence: `Answered by ${mobileNumber} after {waited}.`,
      },
    ],
    make: withMobile(short, oneCall({ from: '5305550334', to: '5305550260' })),
  },
  {
    name: 'f-closed-abandoned',
    description: 'closed: the caller hangs up during the announcement',
    calls: [
      {
        callerNumber: '5305550335',
        dialed: '5305550270',
        reason: 'unattended',
        sentence: 'The caller heard a menu or an announcement; no phone was called.',
      },
    ],
    make: oneCall({ from: '5305550335', to: '5305550270', giveUpAfter: 1 }),
  },
  {
    name: 'f-announced-group-busy',
    description: 'an announcement, then the whole group is busy',
    calls: [
      {
        callerNumber: '5305550336',
        dialed: '5305550271',
        reason: 'busy',
        sentence: '101, 102 and 103 were busy.',
      },
    ],
    make: oneCall({
      from: '5305550336',
      to: '5305550271',
      phones: { '101': 'busy', '102': 'busy', '103': 'busy' },
    }),
  },
  {
    name: 'f-pickup-directed',
    description: '101 rings, 104 picks that very call up with **101',
    calls: [
      { callerNumber: '5305550337', dialed: '5305550201', answeredBy: '104', sentence: 'Answered by 104 after 3 s.' },
    ],
    async make(lab) {
      const call = lab.call({ from: '5305550337', to: '5305550201' })
      await wait(2.2)
      await lab.phone('104').call({ to: '**101', hangUpAfter: 1 })
      return [await call]
    },
  },
  {
    name: 'f-pickup-directed-of-group',
    description: 'the group behind Local channels rings, 104 picks the call of 102 up with **102',
    calls: [
      { callerNumber: '5305550338', dialed: '5305550212', answeredBy: '104', sentence: 'Answered by 104 after 3 s.' },
    ],
    async make(lab) {
      const call = lab.call({ from: '5305550338', to: '5305550212' })
      await wait(2.2)
      await lab.phone('104').call({ to: '**102', hangUpAfter: 2 })
      return [await call]
    },
  },
  {
    name: 'f-pickup-group',
    description: 'a queue behind Local channels rings, 104 picks the call up with *8',
    calls: [
      { callerNumber: '5305550339', dialed: '5305550220', answeredBy: '104', sentence: 'Answered by 104 after 3 s.' },
    ],
    async make(lab) {
      const call = lab.call({ from: '5305550339', to: '5305550220' })
      await wait(2.2)
      await lab.phone('104').call({ to: '*8', hangUpAfter: 2 })
      return [await call]
    },
  },
  {
    name: 'f-pickup-of-internal',
    description: '102 calls 101, 104 picks that up; a caller from outside waits on another phone meanwhile',
    calls: [
      {
        callerNumber: '102',
        dialed: '101',
        direction: 'internal',
        answeredBy: '104',
        sentence: 'Answered by 104 after 3 s.',
      },
      {
        callerNumber: '5305550340',
        dialed: '5305550202',
        reason: 'no-answer',
        sentence: 'Rang 102 for {rang}, but nobody answered.',
      },
    ],
    async make(lab) {
      const inside = lab.phone('102').call({ to: '101' })
      const outside = lab.call({ from: '5305550340', to: '5305550202' })
      await wait(2.2)
      await lab.phone('104').call({ to: '**101', hangUpAfter: 1 })
      return [await inside, await outside]
    },
  },
  {
    name: 'f-transfer-blind-to-group',
    description: '101 answers and hands the caller on to 102, who declines',
    calls: [
      {
        callerNumber: '5305550341',
        dialed: '5305550201',
        answeredBy: '101',
        sentence: 'Answered by 101 after {waited}.',
      },
    ],
    make: oneCall({
      from: '5305550341',
      to: '5305550201',
      phones: { '101': { answerAfter: 1, transfer: { to: '102', after: 1 } }, '102': 'decline' },
    }),
  },
  {
    name: 'f-transfer-attended-from-group',
    description: '103 answers behind a Local channel, asks 104, and puts the caller through',
    calls: [
      {
        callerNumber: '5305550342',
        dialed: '5305550212',
        answeredBy: '103',
        sentence: 'Answered by 103 after {waited}.',
      },
      {
        callerNumber: '103',
        dialed: '104',
        direction: 'internal',
        answeredBy: '104',
        sentence: 'Answered by 104 after 1 s.',
      },
    ],
    async make(lab) {
      const forget = lab.phone('104').will({ answerAfter: 1, hangUpAfter: 3 }, { caller: '103' })
      const phones = { '103': { answerAfter: 1, transfer: { to: '104', after: 1, ask: 2 } } }
      const call = await lab.call({ from: '5305550342', to: '5305550212', phones })
      forget()
      return [call, { startedAt: call.startedAt + 2000, endedAt: call.startedAt + 4000, endedBy: 'caller' }]
    },
  },
  {
    name: 'f-transfer-attended-of-queue',
    description: '101 answers a queue behind a Local channel that stays, asks 104, and puts the caller through',
    calls: [
      {
        callerNumber: '5305550343',
        dialed: '5305550220',
        answeredBy: '101',
        sentence: 'Answered by 101 after {waited}.',
      },
      {
        callerNumber: '101',
        dialed: '104',
        direction: 'internal',
        answeredBy: '104',
        sentence: 'Answered by 104 after 1 s.',
      },
    ],
    async make(lab) {
      const forget = lab.phone('104').will({ answerAfter: 1, hangUpAfter: 3 }, { caller: '101' })
      const phones = { '101': { answerAfter: 1.2, transfer: { to: '104', after: 1, ask: 2 } } }
      const call = await lab.call({ from: '5305550343', to: '5305550220', phones })
      forget()
      return [call, { startedAt: call.startedAt + 2750, endedAt: call.startedAt + 4000, endedBy: 'caller' }]
    },
  },
  {
    name: 'f-consulted-caller-gives-up',
    description: '101 answers, calls 102 to ask, and the caller hangs up meanwhile',
    calls: [
      {
        callerNumber: '5305550344',
        dialed: '5305550201',
        answeredBy: '101',
        sentence: 'Answered by 101 after {waited}.',
      },
      {
        callerNumber: '101',
        dialed: '102',
        direction: 'internal',
        reason: 'no-answer',
        sentence: 'Rang 102 for {rang}, but nobody answered.',
      },
    ],
    async make(lab) {
      const phones = { '101': { answerAfter: 1, transfer: { to: '102', after: 1, ask: 20 } } }
      const call = await lab.call({ from: '5305550344', to: '5305550201', giveUpAfter: 3, phones })
      await wait(3.5)
      return [call, { startedAt: call.startedAt + 2000, endedAt: call.startedAt + 6000, endedBy: 'pbx' }]
    },
  },
  {
    name: 'f-parked-timeout-answered',
    description: '101 answers and parks; nobody fetches, 101 is rung again and answers',
    calls: [
      {
        callerNumber: '5305550345',
        dialed: '5305550201',
        answeredBy: '101',
        sentence: 'Answered by 101 after {waited}.',
      },
    ],
    async make(lab) {
      let times = 0
      const stop = lab
        .phone('101')
        .will(() => (times++ === 0 ? { answerAfter: 1, transfer: { to: '70', after: 1 } } : short), {
          caller: '5305550345',
        })
      const call = await lab.call({ from: '5305550345', to: '5305550201' })
      stop()
      return [call]
    },
  },
  {
    name: 'f-parked-timeout-unanswered',
    description: '101 answers and parks; nobody fetches, 101 is rung again in vain',
    calls: [
      {
        callerNumber: '5305550346',
        dialed: '5305550201',
        answeredBy: '101',
        sentence: 'Answered by 101 after {waited}.',
      },
    ],
    async make(lab) {
      let times = 0
      const stop = lab
        .phone('101')
        .will(() => (times++ === 0 ? { answerAfter: 1, transfer: { to: '70', after: 1 } } : 'ring'), {
          caller: '5305550346',
        })
      const call = await lab.call({ from: '5305550346', to: '5305550201' })
      stop()
      return [call]
    },
  },
  {
    name: 'f-parked-abandoned',
    description: '101 answers and parks; the caller gives up in the car park',
    calls: [
      {
        callerNumber: '5305550347',
        dialed: '5305550201',
        answeredBy: '101',
        sentence: 'Answered by 101 after {waited}.',
      },
    ],
    make: oneCall({
      from: '5305550347',
      to: '5305550201',
      giveUpAfter: 4,
      phones: { '101': { answerAfter: 1, transfer: { to: '70', after: 1 } } },
    }),
  },
  {
    name: 'f-parked-fetched',
    description: '101 answers and parks; 103 fetches',
    calls: [
      {
        callerNumber: '5305550348',
        dialed: '5305550201',
        answeredBy: '101',
        sentence: 'Answered by 101 after {waited}.',
      },
    ],
    async make(lab) {
      const phones = { '101': { answerAfter: 1, transfer: { to: '70', after: 1 } } }
      const call = lab.call({ from: '5305550348', to: '5305550201', phones })
      await wait(4)
      await lab.phone('103').call({ to: '701', hangUpAfter: 1 })
      return [await call]
    },
  },
  {
    name: 'f-always-busy',
    description: 'the PBX tells the caller that it is busy',
    calls: [
      {
        callerNumber: '5305550349',
        dialed: '5305550280',
        reason: 'unavailable',
        sentence: 'No phone could be reached.',
      },
    ],
    make: oneCall({ from: '5305550349', to: '5305550280' }),
  },
  {
    name: 'f-outbound-answered',
    description: 'desk to outside, answered',
    calls: [
      {
        callerNumber: '102',
        dialed: mobileNumber,
        direction: 'outbound',
        answeredBy: mobileNumber,
        sentence: '102 called; they answered after {waited}.',
      },
    ],
    make: withMobile(short, async (lab) => [await lab.phone('102').call({ to: mobileNumber })]),
  },
  {
    name: 'f-outbound-transferred',
    description: '102 calls out, is answered, and hands the other side on to 103',
    calls: [
      {
        callerNumber: '102',
        dialed: mobileNumber,
        direction: 'outbound',
        answeredBy: mobileNumber,
        sentence: '102 called; they answered after {waited}.',
      },
    ],
    make: withMobile({ answerAfter: 1, hangUpAfter: 6 }, async (lab) => {
      lab.phone('103').will(short)
      const call = await lab.phone('102').call({ to: mobileNumber, transfer: { to: '103', after: 1 } })
      await wait(4)
      lab.phone('103').will('ring')
      return [call]
    }),
  },
  {
    name: 'f-conference',
    description: 'a caller in the conference room, alone, then a second one: two strangers, nobody of the office',
    calls: [
      {
        callerNumber: '5305550351',
        dialed: '5305550283',
        reason: 'unattended',
        sentence: 'The caller heard a menu or an announcement; no phone was called.',
      },
      {
        callerNumber: '5305550352',
        dialed: '5305550283',
        reason: 'unattended',
        sentence: 'The caller heard a menu or an announcement; no phone was called.',
      },
    ],
    async make(lab) {
      const first = lab.call({ from: '5305550351', to: '5305550283', giveUpAfter: 4 })
      await wait(1)
      const second = lab.call({ from: '5305550352', to: '5305550283', giveUpAfter: 2 })
      return Promise.all([first, second])
    },
  },
  {
    name: 'f-busy-morning',
    description: 'five callers at once: group answered, queue abandoned, hunt answered, voicemail, unplugged',
    calls: [
      {
        callerNumber: '5305550361',
        dialed: '5305550212',
        answeredBy: '102',
        sentence: 'Answered by 102 after {waited}.',
      },
      {
        callerNumber: '5305550362',
        dialed: '5305550220',
        reason: 'abandoned',
        sentence: 'Rang 101 and 102 for {rang}, then the caller hung up.',
      },
      {
        callerNumber: '5305550363',
        dialed: '5305550211',
        answeredBy: '103',
        sentence: 'Answered by 103 after {waited}.',
      },
      {
        callerNumber: '5305550364',
        dialed: '5305550230',
        reason: 'voicemail',
        sentence: 'Went to voicemail after 101 rang for {rang}.',
      },
      {
        callerNumber: '5305550365',
        dialed: '5305550205',
        reason: 'unavailable',
        sentence: 'No phone could be reached.',
      },
    ],
    make: (lab) =>
      Promise.all([
        lab.call({ from: '5305550361', to: '5305550212', phones: { '102': { answerAfter: 2, hangUpAfter: 1 } } }),
        lab.call({ from: '5305550362', to: '5305550220', giveUpAfter: 3.3 }),
        lab.call({ from: '5305550363', to: '5305550211', phones: { '103': short } }),
        lab.call({ from: '5305550364', to: '5305550230', giveUpAfter: 6 }),
        lab.call({ from: '5305550365', to: '5305550205' }),
      ]),
  },
]

export const freepbxLikeScenarios: Scenario[] = scenarios.map((scenario) => ({ ...scenario, office: 'freepbx-like' }))
