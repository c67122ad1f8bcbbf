import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { EndedCall } from '../../telephony/calls/call.ts'
import { watchCalls } from './call-watch.ts'
import type { CallWatch } from './call-watch.ts'
import { whyNoLab } from './pbx/availability.ts'
import type { CallReport } from './sip/behaviour.ts'
import { startLab } from './start-lab.ts'
import type { Lab } from './start-lab.ts'
import type { OutsideCall } from './trunk.ts'

const noLab = await whyNoLab()
const mobile = '15305550999'

type Verdict = Pick<EndedCall, 'outcome' | 'reason' | 'answeredBy'>
const missed = (reason: EndedCall['reason']): Verdict => ({ outcome: 'missed', reason, answeredBy: null })
const answered = (answeredBy: string): Verdict => ({ outcome: 'answered', reason: null, answeredBy })

/** Picks up after a second and hangs up a second later. */
const short = { answerAfter: 1, hangUpAfter: 1 }

interface Scenario {
  what: string
  call: Omit<OutsideCall, 'from'>
  verdict: Verdict
  /** What a user who reads class `call` alone can tell, where it is less. */
  callOnly?: Partial<Verdict>
}

const scenarios: Scenario[] = [
  { what: 'a phone that nobody answers', call: { to: '15305550101' }, verdict: missed('no-answer') },
  {
    what: 'a caller who hangs up while the phone rings',
    call: { to: '15305550101', giveUpAfter: 2 },
    verdict: missed('abandoned'),
  },
  { what: 'a busy phone', call: { to: '15305550101', phones: { '101': 'busy' } }, verdict: missed('busy') },
  { what: 'a phone that nobody plugged in', call: { to: '15305550105' }, verdict: missed('unavailable') },
  {
    what: 'a caller who hangs up after talking',
    call: { to: '15305550101', phones: { '101': { answerAfter: 1 } }, hangUpAfter: 2 },
    verdict: answered('101'),
  },
  {
    what: 'a group, one of whom answers',
    call: { to: '15305550110', phones: { '102': short } },
    verdict: answered('102'),
  },
  { what: 'a group where nobody answers', call: { to: '15305550110' }, verdict: missed('no-answer') },
  {
    what: 'phones in turn, the second answers',
    call: { to: '15305550111', phones: { '102': short } },
    verdict: answered('102'),
  },
  { what: 'a queue that is answered', call: { to: '15305550120', phones: { '102': short } }, verdict: answered('102') },
  { what: 'a queue that the caller leaves', call: { to: '15305550120', giveUpAfter: 3 }, verdict: missed('abandoned') },
  {
    what: 'a queue of Local members that is answered',
    call: { to: '15305550121', phones: { '101': short } },
    verdict: answered('101'),
  },
  {
    what: 'a message left on the voicemail',
    call: { to: '15305550130', giveUpAfter: 7 },
    verdict: missed('voicemail'),
    // Only class `dialplan` names voicemail.
    callOnly: { reason: expect.any(String) as EndedCall['reason'] },
  },
  { what: 'a menu that the caller leaves', call: { to: '15305550140', giveUpAfter: 2 }, verdict: missed('unattended') },
  {
    what: 'a menu, then a phone that answers',
    call: { to: '15305550140', press: [{ digit: '1', after: 1 }], phones: { '101': short } },
    verdict: answered('101'),
  },
  { what: 'follow me, answered', call: { to: '15305550150', phones: { '101': short } }, verdict: answered('101') },
  { what: 'a call forwarded to a mobile', call: { to: '15305550160' }, verdict: answered(mobile) },
  {
    what: 'a call handed on to a colleague',
    call: { to: '15305550101', phones: { '101': { answerAfter: 1, transfer: { to: '102', after: 1 } }, '102': short } },
    verdict: answered('101'),
  },
  { what: 'the announcement that the office is closed', call: { to: '15305550180' }, verdict: missed('unattended') },
  {
    what: 'music instead of ringing, unanswered',
    call: { to: '15305550190', giveUpAfter: 2 },
    verdict: missed('abandoned'),
  },
  {
    what: 'an announcement before the answer, then nobody',
    call: { to: '15305550171', giveUpAfter: 4 },
    verdict: missed('abandoned'),
  },
]

/** Every scenario has a caller of its own, by whom its verdict is found. */
const callerOf = (index: number) => `21255501${String(index + 10).padStart(2, '0')}`

describe.skipIf(noLab !== null)(`a real Asterisk${noLab === null ? '' : ` (there is none: ${noLab})`}`, () => {
  let lab: Lab
  let watch: CallWatch
  let callOnly: CallWatch
  /** All calls go on at the same time, as on a busy morning. */
  let reports: Promise<CallReport>[]

  beforeAll(async () => {
    lab = await startLab()
    watch = await watchCalls(lab.ami, lab.trunk)
    callOnly = await watchCalls(lab.amiAs('callonly'), lab.trunk)
    lab.outside(mobile).will(short)
    reports = scenarios.map(({ call }, index) => lab.call({ ...call, from: callerOf(index) }))
  }, 60_000)

  afterAll(async () => {
    await Promise.all([watch?.stop(), callOnly?.stop()])
    await lab?.stop()
  })

  for (const [index, { what, call, verdict, callOnly: less }] of scenarios.entries()) {
    it(what, async () => {
      const caller = callerOf(index)
      const report = await reports[index]
      const told = await watch.ended(({ callerNumber }) => callerNumber === caller)
      expect(told).toMatchObject({ direction: 'inbound', dialed: call.to, ...verdict })
      // The tracker has it at once, not when some timer lets it.
      expect(Math.abs(told.endedAt - (report?.endedAt ?? 0))).toBeLessThan(1000)
      const toldLess = await callOnly.ended(({ callerNumber }) => callerNumber === caller)
      expect(toldLess).toMatchObject({ ...verdict, ...less })
    })
  }

  it('a number that is withheld, or passed on as withheld', async () => {
    const name = 'Zoë "Zed" <desk>'
    await Promise.all([
      lab.call({ from: '2125550190', withheld: true, to: '15305550101', giveUpAfter: 1 }),
      lab.call({ from: '2125550191', withheld: 'passed-on', to: '15305550101', giveUpAfter: 1 }),
      lab.call({ from: '2125550192', name, to: '15305550101', giveUpAfter: 1 }),
    ])
    expect(await watch.ended(({ callerNumber }) => callerNumber === null)).toMatchObject(missed('abandoned'))
    const passedOn = await watch.ended(({ callerNumber }) => callerNumber === '2125550191')
    expect(passedOn).toMatchObject({ presentationWithheld: true })
    const open = await watch.ended(({ callerNumber }) => callerNumber === '2125550192')
    expect(open).toMatchObject({ presentationWithheld: false, callerName: name })
  })

  it('a call that a colleague picks up', async () => {
    const call = lab.call({ from: '2125550193', to: '15305550101', giveUpAfter: 5 })
    await rings(lab, '101')
    await lab.phone('104').call({ to: '*8', hangUpAfter: 1 })
    expect(await call).toMatchObject({ endedBy: 'pbx' })
    expect(await watch.ended(({ callerNumber }) => callerNumber === '2125550193')).toMatchObject(answered('104'))
  })

  it('calls within the office and out of it are no missed calls', async () => {
    await Promise.all([
      lab.phone('101').call({ to: '102', giveUpAfter: 1 }),
      lab.phone('103').call({ to: mobile, giveUpAfter: 5 }),
    ])
    expect(await watch.ended(({ direction }) => direction === 'internal')).toMatchObject({ dialed: '102' })
    expect(await watch.ended(({ direction }) => direction === 'outbound')).toMatchObject({
      dialed: mobile,
      ...answered(mobile),
    })
  })

  it('everything is told over an encrypted connection as well', async () => {
    const encrypted = await watchCalls(lab.amiEncrypted, lab.trunk)
    await lab.call({ from: '2125550195', to: '15305550101', phones: { '101': short } })
    expect(await encrypted.ended(({ callerNumber }) => callerNumber === '2125550195')).toMatchObject(answered('101'))
    await encrypted.stop()
  })

  it('a user without rights hears nothing', async () => {
    const nothing = await watchCalls(lab.amiAs('nothing'), lab.trunk)
    await lab.call({ from: '2125550194', to: '15305550105' })
    await watch.ended(({ callerNumber }) => callerNumber === '2125550194')
    expect(nothing.calls).toEqual([])
    await nothing.stop()
  })
})

/** Resolves when the phone system says that this phone rings. */
async function rings(lab: Lab, extension: string): Promise<void> {
  while (!(await lab.console('core show channels')).match(new RegExp(`PJSIP/${extension}-\\S+ .*Ringing`))) continue
}
