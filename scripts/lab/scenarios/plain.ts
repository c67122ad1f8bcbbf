/** Scenarios of the plain office. */
import { mobileNumber } from '../pbx/office.ts'
import type { Lab } from '../start-lab.ts'
import { clickToCall } from './click-to-call.ts'
import { oneCall, short, wait } from './scenario.ts'
import type { Scenario } from './scenario.ts'

const line = {
  direct: '15305550101',
  unplugged: '15305550105',
  group: '15305550110',
  hunt: '15305550111',
  queue: '15305550120',
  localQueue: '15305550121',
  voicemail: '15305550130',
  menu: '15305550140',
  followMe: '15305550150',
  forward: '15305550160',
  announced: '15305550170',
  earlyMedia: '15305550171',
  closed: '15305550180',
  music: '15305550190',
}

export const plainScenarios: Scenario[] = [
  {
    name: 'declined',
    description: '101 presses "reject" (603)',
    calls: [{ callerNumber: '2125550101', dialed: line.direct, reason: 'busy', sentence: '101 declined the call.' }],
    make: oneCall({ from: '2125550101', to: line.direct, phones: { '101': 'decline' } }),
  },
  {
    name: 'away',
    description: '101 says at once that nobody can be reached (480)',
    calls: [
      {
        callerNumber: '2125550102',
        dialed: line.direct,
        reason: 'unavailable',
        sentence: 'No phone could be reached: tried 101.',
      },
    ],
    make: oneCall({ from: '2125550102', to: line.direct, phones: { '101': 'away' } }),
  },
  {
    name: 'silent-phone',
    description: '101 has lost its network and says nothing',
    calls: [
      {
        callerNumber: '2125550103',
        dialed: line.direct,
        reason: 'unavailable',
        sentence: 'No phone could be reached: tried 101.',
      },
    ],
    make: oneCall({ from: '2125550103', to: line.direct, phones: { '101': 'silent' } }),
  },
  {
    name: 'instant-cancel',
    description: 'the caller hangs up in the moment of dialling',
    calls: [
      {
        callerNumber: '2125550104',
        callerName: 'Mis Dial',
        dialed: line.direct,
        reason: 'abandoned',
        sentence: 'The caller hung up at once.',
      },
    ],
    make: oneCall({ from: '2125550104', name: 'Mis Dial', to: line.direct, giveUpAfter: 0 }),
  },
  {
    name: 'music-abandoned',
    description: 'music instead of ringing; the caller gives up',
    calls: [
      {
        callerNumber: '2125550105',
        dialed: line.music,
        reason: 'abandoned',
        sentence: 'Rang 101 for {rang}, then the caller hung up.',
      },
    ],
    make: oneCall({ from: '2125550105', to: line.music, giveUpAfter: 2 }),
  },
  {
    name: 'music-answered',
    description: 'music instead of ringing; 101 answers',
    calls: [
      {
        callerNumber: '2125550106',
        dialed: line.music,
        answeredBy: '101',
        sentence: 'Answered by 101 after {waited}.',
      },
    ],
    make: oneCall({ from: '2125550106', to: line.music, phones: { '101': short } }),
  },
  {
    name: 'group-one-declines',
    description: 'one of the group declines, the others ring in vain',
    calls: [
      {
        callerNumber: '2125550107',
        dialed: line.group,
        reason: 'no-answer',
        sentence: 'Rang 102 and 103 for {rang}, but nobody answered; 101 declined the call.',
      },
    ],
    make: oneCall({ from: '2125550107', to: line.group, phones: { '101': 'decline' } }),
  },
  {
    name: 'group-all-refuse',
    description: 'the whole group is busy or declines',
    calls: [
      {
        callerNumber: '2125550108',
        dialed: line.group,
        reason: 'busy',
        sentence: '103 was busy; 101 and 102 declined the call.',
      },
    ],
    make: oneCall({
      from: '2125550108',
      to: line.group,
      phones: { '101': 'decline', '102': 'decline', '103': 'busy' },
    }),
  },
  {
    name: 'group-decline-then-answered',
    description: 'one of the group declines, another answers',
    calls: [
      {
        callerNumber: '2125550109',
        dialed: line.group,
        answeredBy: '103',
        sentence: 'Answered by 103 after {waited}.',
      },
    ],
    make: oneCall({
      from: '2125550109',
      to: line.group,
      phones: { '101': 'decline', '102': 'busy', '103': { answerAfter: 2, hangUpAfter: 1 } },
    }),
  },
  {
    name: 'group-abandoned',
    description: 'the caller gives up while the group rings',
    calls: [
      {
        callerNumber: '2125550110',
        callerName: 'Zoë 😀 <script>alert(1)</script>',
        dialed: line.group,
        reason: 'abandoned',
        sentence: 'Rang 101, 102 and 103 for {rang}, then the caller hung up.',
      },
    ],
    make: oneCall({
      from: '2125550110',
      name: 'Zoë 😀 <script>alert(1)</script>',
      to: line.group,
      giveUpAfter: 2,
    }),
  },
  {
    name: 'hunt-busy',
    description: 'the first is busy, the second rings in vain, the third answers',
    calls: [
      { callerNumber: '2125550111', dialed: line.hunt, answeredBy: '103', sentence: 'Answered by 103 after {waited}.' },
    ],
    make: oneCall({ from: '2125550111', to: line.hunt, phones: { '101': 'busy', '103': short } }),
  },
  {
    name: 'hunt-nobody',
    description: 'phones ring one after another in vain',
    calls: [
      {
        callerNumber: '2125550112',
        dialed: line.hunt,
        reason: 'no-answer',
        sentence: 'Rang 101, 102 and 103 for {rang}, but nobody answered.',
      },
    ],
    make: oneCall({ from: '2125550112', to: line.hunt }),
  },
  {
    name: 'hunt-abandoned',
    description: 'the caller gives up while the second phone rings',
    calls: [
      {
        callerNumber: '2125550113',
        dialed: line.hunt,
        reason: 'abandoned',
        sentence: 'Rang 101 and 102 for {rang}, then the caller hung up.',
      },
    ],
    make: oneCall({ from: '2125550113', to: line.hunt, giveUpAfter: 3 }),
  },
  {
    name: 'queue-timeout',
    description: 'the queue gives up',
    calls: [
      {
        callerNumber: '2125550114',
        dialed: line.queue,
        reason: 'no-answer',
        sentence: 'Rang 101 and 102 for {rang}, but nobody answered.',
      },
    ],
    make: oneCall({ from: '2125550114', to: line.queue }),
  },
  {
    name: 'queue-declined-then-abandoned',
    description: 'one member declines and is rung again, the caller gives up',
    calls: [
      {
        callerNumber: '2125550115',
        dialed: line.queue,
        reason: 'abandoned',
        sentence: 'Rang 102 for {rang}, then the caller hung up; 101 declined the call.',
      },
    ],
    make: oneCall({ from: '2125550115', to: line.queue, giveUpAfter: 4.3, phones: { '101': 'decline' } }),
  },
  {
    name: 'queue-local-abandoned',
    description: 'a queue of Local members; the caller gives up',
    calls: [
      {
        callerNumber: '2125550116',
        dialed: line.localQueue,
        reason: 'abandoned',
        sentence: 'Rang 101 and 102 for {rang}, then the caller hung up.',
      },
    ],
    make: oneCall({ from: '2125550116', to: line.localQueue, giveUpAfter: 3 }),
  },
  {
    name: 'queue-local-timeout',
    description: 'a queue of Local members, whose dials end and are made again, gives up',
    calls: [
      {
        callerNumber: '2125550117',
        dialed: line.localQueue,
        reason: 'no-answer',
        sentence: 'Rang 101 and 102 for {rang}, but nobody answered.',
      },
    ],
    make: oneCall({ from: '2125550117', to: line.localQueue }),
  },
  {
    name: 'voicemail-no-message',
    description: 'the caller hears the greeting and hangs up',
    calls: [
      {
        callerNumber: '2125550118',
        dialed: line.voicemail,
        reason: 'voicemail',
        sentence: 'Went to voicemail after 101 rang for {rang}.',
      },
    ],
    make: oneCall({ from: '2125550118', to: line.voicemail, giveUpAfter: 3.5 }),
  },
  {
    name: 'voicemail-busy',
    description: '101 is busy, the caller speaks to the voicemail',
    calls: [
      {
        callerNumber: '2125550119',
        dialed: line.voicemail,
        reason: 'voicemail',
        sentence: 'Went to voicemail: 101 was busy.',
      },
    ],
    make: oneCall({ from: '2125550119', to: line.voicemail, giveUpAfter: 6, phones: { '101': 'busy' } }),
  },
  {
    name: 'menu-timeout',
    description: 'a menu, nothing pressed, the PBX hangs up',
    calls: [
      {
        callerNumber: '2125550120',
        dialed: line.menu,
        reason: 'unattended',
        sentence: 'The caller heard a menu or an announcement; no phone was called.',
      },
    ],
    make: oneCall({ from: '2125550120', to: line.menu }),
  },
  {
    name: 'menu-wrong-key',
    description: 'a menu, a key that means nothing',
    calls: [
      {
        callerNumber: '2125550121',
        dialed: line.menu,
        reason: 'unattended',
        sentence: 'The caller heard a menu or an announcement; no phone was called.',
      },
    ],
    make: oneCall({ from: '2125550121', to: line.menu, press: [{ digit: '7', after: 1 }] }),
  },
  {
    name: 'menu-then-nobody',
    description: 'a menu, then a phone that rings in vain',
    calls: [
      {
        callerNumber: '2125550122',
        dialed: line.menu,
        reason: 'no-answer',
        sentence: 'Rang 101 for {rang}, but nobody answered.',
      },
    ],
    make: oneCall({ from: '2125550122', to: line.menu, press: [{ digit: '1', after: 1 }] }),
  },
  {
    name: 'closed',
    description: 'closed: an announcement, and the PBX hangs up',
    calls: [
      {
        callerNumber: '2125550123',
        dialed: line.closed,
        reason: 'unattended',
        sentence: 'The caller heard a menu or an announcement; no phone was called.',
      },
    ],
    make: oneCall({ from: '2125550123', to: line.closed }),
  },
  {
    name: 'pickup-in-group',
    description: 'the group rings, 104 picks the call up',
    calls: [
      { callerNumber: '2125550124', dialed: line.group, answeredBy: '104', sentence: 'Answered by 104 after 3 s.' },
    ],
    async make(lab) {
      const call = lab.call({ from: '2125550124', to: line.group })
      await wait(2.2)
      await lab.phone('104').call({ to: '*8', hangUpAfter: 1 })
      return [await call]
    },
  },
  {
    name: 'pickup-in-queue',
    description: 'the queue rings, 104 picks the call up',
    calls: [
      { callerNumber: '2125550125', dialed: line.queue, answeredBy: '104', sentence: 'Answered by 104 after 3 s.' },
    ],
    async make(lab) {
      const call = lab.call({ from: '2125550125', to: line.queue })
      await wait(2.2)
      await lab.phone('104').call({ to: '*8', hangUpAfter: 1 })
      return [await call]
    },
  },
  {
    name: 'pickup-through-local',
    description: 'phones behind Local channels ring, 104 picks the call up',
    calls: [
      { callerNumber: '2125550126', dialed: line.followMe, answeredBy: '104', sentence: 'Answered by 104 after 3 s.' },
    ],
    async make(lab) {
      const call = lab.call({ from: '2125550126', to: line.followMe })
      await wait(2.2)
      await lab.phone('104').call({ to: '*8', hangUpAfter: 1 })
      return [await call]
    },
  },
  {
    name: 'pickup-too-late',
    description: '104 wants to pick up after the caller has gone',
    calls: [
      {
        callerNumber: '2125550127',
        dialed: line.direct,
        reason: 'abandoned',
        sentence: 'Rang 101 for {rang}, then the caller hung up.',
      },
      {
        callerNumber: '104',
        dialed: '*8',
        direction: 'internal',
        reason: 'unavailable',
        sentence: 'No phone could be reached.',
      },
    ],
    async make(lab) {
      const call = await lab.call({ from: '2125550127', to: line.direct, giveUpAfter: 1 })
      return [call, await lab.phone('104').call({ to: '*8', hangUpAfter: 1 })]
    },
  },
  {
    name: 'transfer-blind',
    description: '101 answers and hands the caller on to 102, who answers',
    calls: [
      {
        callerNumber: '2125550128',
        dialed: line.direct,
        answeredBy: '101',
        sentence: 'Answered by 101 after {waited}.',
      },
    ],
    make: oneCall({
      from: '2125550128',
      to: line.direct,
      phones: { '101': { answerAfter: 1, transfer: { to: '102', after: 1 } }, '102': short },
    }),
  },
  {
    name: 'transfer-blind-unanswered',
    description: '101 answers and hands the caller on to 102, who does not answer',
    calls: [
      {
        callerNumber: '2125550129',
        dialed: line.direct,
        answeredBy: '101',
        sentence: 'Answered by 101 after {waited}.',
      },
    ],
    make: oneCall({
      from: '2125550129',
      to: line.direct,
      phones: { '101': { answerAfter: 1, transfer: { to: '102', after: 1 } } },
    }),
  },
  {
    name: 'transfer-by-keys',
    description: '101 answers and hands the caller on to 102 with ##',
    calls: [
      {
        callerNumber: '2125550130',
        dialed: line.group,
        answeredBy: '101',
        sentence: 'Answered by 101 after {waited}.',
      },
    ],
    make: oneCall({
      from: '2125550130',
      to: line.group,
      phones: {
        '101': { answerAfter: 1, press: ['#', '#', '1', '0', '4'].map((digit, i) => ({ digit, after: 1 + i * 0.3 })) },
        '104': short,
      },
    }),
  },
  {
    name: 'transfer-attended',
    description: '101 answers, asks 102, and puts the caller through',
    calls: [
      {
        callerNumber: '2125550131',
        dialed: line.direct,
        answeredBy: '101',
        sentence: 'Answered by 101 after {waited}.',
      },
      {
        callerNumber: '101',
        dialed: '102',
        direction: 'internal',
        answeredBy: '102',
        sentence: 'Answered by 102 after {waited}.',
      },
    ],
    async make(lab) {
      const phones = {
        '101': { answerAfter: 1, transfer: { to: '102', after: 1, ask: 2 } },
      }
      lab.phone('102').will({ answerAfter: 1, hangUpAfter: 3 }, { caller: '101' })
      const call = await lab.call({ from: '2125550131', to: line.direct, phones })
      return [call, { startedAt: call.startedAt + 2000, endedAt: call.startedAt + 4000, endedBy: 'caller' }]
    },
  },
  {
    name: 'transfer-attended-by-keys',
    description: '101 answers, asks 102 with *2, and puts the caller through by hanging up',
    calls: [
      {
        callerNumber: '2125550151',
        dialed: line.group,
        answeredBy: '101',
        sentence: 'Answered by 101 after {waited}.',
        hasLegs: false,
      },
    ],
    async make(lab) {
      const press = ['*', '2', '1', '0', '2'].map((digit, i) => ({ digit, after: 1 + i * 0.3 }))
      const phones = { '101': { answerAfter: 1, press, hangUpAfter: 7 } }
      lab.phone('102').will({ answerAfter: 1, hangUpAfter: 6 })
      const call = await lab.call({ from: '2125550151', to: line.group, phones: { ...phones, '102': 'ring' } })
      lab.phone('102').will('ring')
      return [call]
    },
  },
  {
    name: 'transfer-blind-outside',
    description: '101 answers and hands the caller on to a mobile outside, which answers',
    calls: [
      {
        callerNumber: '2125550152',
        dialed: line.direct,
        answeredBy: '101',
        sentence: 'Answered by 101 after {waited}.',
      },
    ],
    async make(lab) {
      lab.outside(mobileNumber).will(short)
      const phones = { '101': { answerAfter: 1, transfer: { to: mobileNumber, after: 1 } } }
      const call = await lab.call({ from: '2125550152', to: line.direct, phones })
      lab.outside(mobileNumber).will('ring')
      return [call]
    },
  },
  {
    name: 'redirected-then-answered',
    description: '101 rings, somebody sends the caller on to the group from a screen, 103 answers',
    calls: [
      {
        callerNumber: '2125550153',
        dialed: line.direct,
        answeredBy: '103',
        sentence: 'Answered by 103 after {waited}.',
      },
    ],
    async make(lab) {
      const call = lab.call({ from: '2125550153', to: line.direct, phones: { '103': short } })
      await wait(2)
      await redirect(lab, 'from-trunk,15305550110,1')
      return [await call]
    },
  },
  {
    name: 'redirected-to-announcement',
    description: '101 rings, somebody sends the caller on to the closed announcement from a screen',
    calls: [
      {
        callerNumber: '2125550154',
        dialed: line.direct,
        reason: 'no-answer',
        sentence: 'Rang 101 for {rang}, but nobody answered.',
      },
    ],
    async make(lab) {
      const call = lab.call({ from: '2125550154', to: line.direct })
      await wait(2)
      await redirect(lab, 'from-trunk,15305550180,1')
      return [await call]
    },
  },
  {
    name: 'forward-unreachable',
    description: 'forwarded out to a mobile that is switched off (480 at once)',
    calls: [
      {
        callerNumber: '2125550155',
        dialed: line.forward,
        reason: 'unavailable',
        sentence: `No phone could be reached: tried ${mobileNumber}.`,
      },
    ],
    async make(lab) {
      lab.outside(mobileNumber).will('away')
      const call = await lab.call({ from: '2125550155', to: line.forward })
      lab.outside(mobileNumber).will('ring')
      return [call]
    },
  },
  {
    name: 'follow-me-answered',
    description: '101 and 102 behind Local channels; 102 answers',
    calls: [
      {
        callerNumber: '2125550133',
        dialed: line.followMe,
        answeredBy: '102',
        sentence: 'Answered by 102 after {waited}.',
      },
    ],
    make: oneCall({ from: '2125550133', to: line.followMe, phones: { '102': short } }),
  },
  {
    name: 'follow-me-nobody',
    description: '101 and 102 behind Local channels ring in vain',
    calls: [
      {
        callerNumber: '2125550134',
        dialed: line.followMe,
        reason: 'no-answer',
        sentence: 'Rang 101 and 102 for {rang}, but nobody answered.',
      },
    ],
    make: oneCall({ from: '2125550134', to: line.followMe }),
  },
  {
    name: 'follow-me-abandoned',
    description: '101 and 102 behind Local channels ring; the caller gives up',
    calls: [
      {
        callerNumber: '2125550135',
        dialed: line.followMe,
        reason: 'abandoned',
        sentence: 'Rang 101 and 102 for {rang}, then the caller hung up.',
      },
    ],
    make: oneCall({ from: '2125550135', to: line.followMe, giveUpAfter: 2 }),
  },
  {
    name: 'follow-me-busy',
    description: '101 and 102 behind Local channels are busy',
    calls: [
      {
        callerNumber: '2125550136',
        dialed: line.followMe,
        reason: 'busy',
        sentence: '101 was busy; 102 declined the call.',
      },
    ],
    make: oneCall({ from: '2125550136', to: line.followMe, phones: { '101': 'busy', '102': 'decline' } }),
  },
  {
    name: 'forward-unanswered',
    description: 'forwarded out to a mobile that rings in vain',
    calls: [
      {
        callerNumber: '2125550137',
        dialed: line.forward,
        reason: 'no-answer',
        sentence: `Rang ${mobileNumber} for {rang}, but nobody answered.`,
      },
    ],
    make: oneCall({ from: '2125550137', to: line.forward }),
  },
  {
    name: 'forward-abandoned',
    description: 'forwarded out to a mobile; the caller gives up',
    calls: [
      {
        callerNumber: '2125550138',
        dialed: line.forward,
        reason: 'abandoned',
        sentence: `Rang ${mobileNumber} for {rang}, then the caller hung up.`,
      },
    ],
    make: oneCall({ from: '2125550138', to: line.forward, giveUpAfter: 2 }),
  },
  {
    name: 'forward-busy',
    description: 'forwarded out to a mobile that is busy',
    calls: [
      { callerNumber: '2125550139', dialed: line.forward, reason: 'busy', sentence: `${mobileNumber} was busy.` },
    ],
    async make(lab) {
      lab.outside(mobileNumber).will('busy')
      const call = await lab.call({ from: '2125550139', to: line.forward })
      lab.outside(mobileNumber).will('ring')
      return [call]
    },
  },
  {
    name: 'forward-by-phone-answered',
    description: '101 itself forwards to the mobile (302), which answers',
    calls: [
      {
        callerNumber: '2125550140',
        dialed: line.direct,
        answeredBy: mobileNumber,
        sentence: `Answered by ${mobileNumber} after {waited}.`,
      },
    ],
    async make(lab) {
      lab.outside(mobileNumber).will(short)
      const call = await lab.call({ from: '2125550140', to: line.direct, phones: { '101': { forward: mobileNumber } } })
      lab.outside(mobileNumber).will('ring')
      return [call]
    },
  },
  {
    name: 'forward-by-phone-unanswered',
    description: '101 itself forwards to 104 (302), where nobody answers',
    calls: [
      {
        callerNumber: '2125550141',
        dialed: line.direct,
        reason: 'no-answer',
        sentence: 'Rang 104 for {rang}, but nobody answered.',
      },
    ],
    make: oneCall({ from: '2125550141', to: line.direct, phones: { '101': { forward: '104' } } }),
  },
  {
    name: 'outbound-answered',
    description: 'desk to outside, answered',
    calls: [
      {
        callerNumber: '101',
        dialed: mobileNumber,
        direction: 'outbound',
        answeredBy: mobileNumber,
        sentence: '101 called; they answered after {waited}.',
      },
    ],
    async make(lab) {
      lab.outside(mobileNumber).will(short)
      const call = await lab.phone('101').call({ to: mobileNumber })
      lab.outside(mobileNumber).will('ring')
      return [call]
    },
  },
  {
    name: 'internal-answered',
    description: 'desk to desk, answered',
    calls: [
      {
        callerNumber: '104',
        dialed: '101',
        direction: 'internal',
        answeredBy: '101',
        sentence: 'Answered by 101 after {waited}.',
      },
    ],
    async make(lab) {
      const forget = lab.phone('101').will(short, { caller: '104' })
      const call = await lab.phone('104').call({ to: '101' })
      forget()
      return [call]
    },
  },
  {
    name: 'same-caller-again',
    description: 'one caller calls three times: gives up, gives up, is answered',
    calls: [
      {
        callerNumber: '2125550142',
        dialed: line.direct,
        reason: 'abandoned',
        sentence: 'Rang 101 for {rang}, then the caller hung up.',
      },
      {
        callerNumber: '2125550142',
        dialed: line.group,
        reason: 'abandoned',
        sentence: 'Rang 101, 102 and 103 for {rang}, then the caller hung up.',
      },
      {
        callerNumber: '2125550142',
        dialed: line.group,
        answeredBy: '102',
        sentence: 'Answered by 102 after {waited}.',
      },
    ],
    async make(lab) {
      const first = await lab.call({ from: '2125550142', to: line.direct, giveUpAfter: 1 })
      const second = await lab.call({ from: '2125550142', to: line.group, giveUpAfter: 1 })
      return [first, second, await lab.call({ from: '2125550142', to: line.group, phones: { '102': short } })]
    },
  },
  {
    name: 'same-caller-twice-at-once',
    description: 'one caller on two lines at a time (a company behind one number): one answered, one not',
    calls: [
      {
        callerNumber: '2125550143',
        dialed: line.group,
        answeredBy: '103',
        sentence: 'Answered by 103 after {waited}.',
      },
      {
        callerNumber: '2125550143',
        dialed: line.hunt,
        reason: 'abandoned',
        sentence: 'Rang 101 for {rang}, then the caller hung up.',
      },
    ],
    async make(lab) {
      const first = lab.call({
        from: '2125550143',
        to: line.group,
        phones: { '103': { answerAfter: 2, hangUpAfter: 1 } },
      })
      await wait(0.3)
      const second = lab.call({ from: '2125550143', to: line.hunt, giveUpAfter: 1 })
      return Promise.all([first, second])
    },
  },
  {
    name: 'announced-answered',
    description: 'an announcement first, then 101 answers',
    calls: [
      {
        callerNumber: '2125550144',
        dialed: line.announced,
        answeredBy: '101',
        sentence: 'Answered by 101 after {waited}.',
      },
    ],
    make: oneCall({ from: '2125550144', to: line.announced, phones: { '101': short } }),
  },
  {
    name: 'announced-nobody',
    description: 'an announcement first, then 101 rings in vain',
    calls: [
      {
        callerNumber: '2125550145',
        dialed: line.announced,
        reason: 'no-answer',
        sentence: 'Rang 101 for {rang}, but nobody answered.',
      },
    ],
    make: oneCall({ from: '2125550145', to: line.announced }),
  },
  {
    name: 'announced-abandoned',
    description: 'an announcement first; the caller gives up while 101 rings',
    calls: [
      {
        callerNumber: '2125550146',
        dialed: line.announced,
        reason: 'abandoned',
        sentence: 'Rang 101 for {rang}, then the caller hung up.',
      },
    ],
    make: oneCall({ from: '2125550146', to: line.announced, giveUpAfter: 3 }),
  },
  {
    name: 'early-media-answered',
    description: 'early media, then 101 answers',
    calls: [
      {
        callerNumber: '2125550147',
        dialed: line.earlyMedia,
        answeredBy: '101',
        sentence: 'Answered by 101 after {waited}.',
      },
    ],
    make: oneCall({ from: '2125550147', to: line.earlyMedia, phones: { '101': short } }),
  },
  {
    name: 'withheld-passed-on',
    description: 'a caller who withholds the number, which the provider passes on',
    calls: [
      {
        callerNumber: '2125550148',
        shownAs: 'anonymous',
        dialed: line.direct,
        reason: 'abandoned',
        sentence: 'Rang 101 for {rang}, then the caller hung up.',
      },
    ],
    make: oneCall({ from: '2125550148', withheld: 'passed-on', to: line.direct, giveUpAfter: 1 }),
  },
  {
    name: 'click-to-call-unanswered',
    description: 'the desk calls out by Originate; nobody outside answers',
    calls: [
      {
        callerNumber: '101',
        dialed: mobileNumber,
        direction: 'outbound',
        reason: 'no-answer',
        sentence: '101 called for {rang}; nobody answered.',
        note: 'the phone of the one who calls went up',
      },
    ],
    async make(lab) {
      const forget = lab.phone('101').will({ answerAfter: 1 }, { caller: '101' })
      const call = await clickToCall(lab, { phone: '101', to: mobileNumber })
      forget()
      return [call]
    },
  },
  {
    name: 'click-to-call-own-phone-unanswered',
    description: "the desk calls out by Originate, and does not pick up its own phone: nobody's call",
    calls: [],
    async make(lab) {
      return [await clickToCall(lab, { phone: '101', to: mobileNumber, ringSeconds: 3 })]
    },
  },
  {
    name: 'click-to-call-through-local',
    description: 'the desk calls out by Originate of a Local channel; answered',
    calls: [
      {
        callerNumber: '101',
        dialed: mobileNumber,
        direction: 'outbound',
        answeredBy: mobileNumber,
        // From when the other side is called; {waited} would begin with our own phone.
        sentence: '101 called; they answered after 1 s.',
      },
    ],
    async make(lab) {
      lab.outside(mobileNumber).will(short)
      lab.phone('101').will({ answerAfter: 1 })
      const call = await clickToCall(lab, { phone: '101', to: mobileNumber, through: 'Local/101@internal/n' })
      lab.phone('101').will('ring')
      lab.outside(mobileNumber).will('ring')
      return [call]
    },
  },
  {
    name: 'parked-and-fetched',
    description: '101 answers and parks; 103 fetches',
    calls: [
      {
        callerNumber: '2125550150',
        dialed: line.direct,
        answeredBy: '101',
        sentence: 'Answered by 101 after {waited}.',
      },
    ],
    async make(lab) {
      const phones = { '101': { answerAfter: 1, transfer: { to: '700', after: 1 } } }
      const call = lab.call({ from: '2125550150', to: line.direct, phones })
      await wait(4)
      await lab.phone('103').call({ to: '701', hangUpAfter: 1 })
      return [await call]
    },
  },
]

/** Sends the caller elsewhere, as operators' screens do. */
async function redirect(lab: Lab, where: string): Promise<void> {
  const [caller] = /PJSIP\/trunk-\w+/.exec(await lab.console('core show channels concise')) ?? []
  await lab.console(`channel redirect ${caller} ${where}`)
}
