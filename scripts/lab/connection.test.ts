/** The connection to a real Asterisk: refused, cut, restarted, while calls go on. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PhoneLink } from '../../electron/engine/phone-link.ts'
import { AmiConnection } from '../../telephony/ami/connection.ts'
import type { ConnectionState } from '../../telephony/ami/connection.ts'
import { Wire } from '../../telephony/ami/wire.ts'
import type { EndedCall } from '../../telephony/calls/call.ts'
import { systemClock } from '../../telephony/clock.ts'
import { silentLogger } from '../../telephony/logger.ts'
import { whyNoLab } from './pbx/availability.ts'
import { startLab } from './start-lab.ts'
import type { AmiAccess, Lab } from './start-lab.ts'

const noLab = await whyNoLab()
const tools = { clock: systemClock, logger: silentLogger }
const wait = (ms: number) => new Promise<void>((resolve) => systemClock.after(ms, resolve))

/** A connection that tells its states to whoever waits for one. */
function connect(access: AmiAccess) {
  const connection = new AmiConnection({ ...access, ...tools })
  const states: ConnectionState[] = []
  connection.onState((state) => states.push(state))
  connection.start()
  return {
    connection,
    states,
    until: async (fits: (state: ConnectionState) => boolean): Promise<ConnectionState> => {
      for (;;) {
        const found = states.find(fits)
        if (found) return found
        await wait(20)
      }
    },
  }
}

async function problemOf(access: AmiAccess): Promise<string | undefined> {
  const { connection, until } = connect(access)
  const { problem } = await until((state) => state.phase === 'waiting')
  await connection.stop()
  return problem?.code
}

describe.skipIf(noLab !== null)(
  `the connection to a real Asterisk${noLab === null ? '' : ` (there is none: ${noLab})`}`,
  () => {
    let lab: Lab

    beforeAll(async () => {
      lab = await startLab({ ringSeconds: 4 })
    }, 60_000)

    afterAll(() => lab?.stop())

    it.concurrent('says why it is not let in', async () => {
      const right = lab.ami
      const codes = await Promise.all([
        problemOf({ ...right, password: 'wrong' }),
        problemOf({ ...right, username: 'nobody' }),
        problemOf(lab.amiAs('elsewhere')),
        problemOf({ ...right, port: right.port + 7 }),
      ])
      // Asterisk says the same of a wrong password, an unknown user and an address that is not permitted.
      expect(codes).toEqual(['wrong-password', 'wrong-password', 'wrong-password', 'refused'])
    })

    it.concurrent('knows what its user may do, and is spared what nobody needs', async () => {
      const [full, some, few] = [connect(lab.amiAs('full')), connect(lab.ami), connect(lab.amiAs('callonly'))]
      const all = [full, some, few]
      const seen = new Map(all.map((one) => [one, new Set<string>()]))
      for (const one of all) one.connection.onEvent(({ event }) => seen.get(one)?.add(event))
      await Promise.all(all.map(({ until }) => until(({ phase }) => phase === 'live')))
      await lab.call({ from: '2125550130', to: '15305550101', giveUpAfter: 1 })
      await few.until(({ permissions }) => permissions.dialplan === false)
      const known = (one: typeof full) => one.connection.state.permissions
      expect(known(full)).toMatchObject({ call: true, dialplan: true, reporting: true, originate: true, system: true })
      expect(known(some)).toMatchObject({ call: true, dialplan: true, reporting: true, originate: true, system: false })
      expect(known(few)).toMatchObject({
        call: true,
        dialplan: false,
        reporting: false,
        originate: false,
        system: false,
      })
      expect(seen.get(full)).toContain('Newexten')
      expect(seen.get(full)).not.toContain('VarSet')
      await Promise.all(all.map(({ connection }) => connection.stop()))
    })

    it.concurrent('tells calls as they were, however often it is cut while they go on', async () => {
      const wire = await Wire.to(lab.ami.port, lab.ami.host)
      const told: EndedCall[] = []
      const now = { isLive: false }
      const link = new PhoneLink(
        { ...lab.ami, host: '127.0.0.1', port: wire.port, trunks: [lab.trunk] },
        {
          ...tools,
          listeners: {
            // Other tests make calls meanwhile.
            ended: (call) => Promise.resolve(void (call.callerNumber !== '2125550130' && told.push(call))),
            live: () => {},
            gap: () => {},
            health: ({ state }) => void (now.isLive = state === 'ok'),
          },
        },
      )
      const live = async () => {
        while (!now.isLive) {
          link.tryNow()
          await wait(20)
        }
      }
      link.start()
      await live()
      const talks = { answerAfter: 1 }
      const calls = [
        // Answered before the first cut or in it, given up in the queue and at a phone, rung in vain, begun in between.
        lab.call({ from: '2125550131', to: '15305550110', phones: { '102': talks }, hangUpAfter: 4 }),
        lab.call({ from: '2125550132', to: '15305550120', giveUpAfter: 5 }),
        lab.call({ from: '2125550133', to: '15305550101', giveUpAfter: 5 }),
        lab.call({ from: '2125550134', to: '15305550101' }),
        wait(1500).then(() =>
          lab.call({ from: '2125550135', to: '15305550101', phones: { '101': talks }, hangUpAfter: 3 }),
        ),
        lab.call({ from: '2125550136', to: '15305550121', phones: { '101': { answerAfter: 2 } }, hangUpAfter: 4 }),
      ]
      for (let cuts = 0; cuts < 6; cuts++) {
        await wait(450)
        wire.cut()
        now.isLive = false
        await wait(150)
        await live()
      }
      await Promise.all(calls)
      while (told.length < calls.length) await wait(20)
      const truth: Record<string, string> = {
        '2125550131': '102',
        '2125550132': 'abandoned',
        '2125550133': 'no-answer',
        '2125550134': 'no-answer',
        '2125550135': '101',
        '2125550136': '101',
      }
      expect(told.map(({ callerNumber }) => callerNumber ?? '').toSorted()).toEqual(Object.keys(truth))
      // On a busy machine a gap can hide what decides a call; then that is said, and never something else.
      const known = told.filter(({ endUnseen, partUnseen }) => !endUnseen && !partUnseen)
      for (const { callerNumber, reason, answeredBy } of known) {
        expect(`${callerNumber} ${reason ?? answeredBy}`).toBe(`${callerNumber} ${truth[callerNumber ?? '']}`)
      }
      expect(known.length).toBeGreaterThan(0)
      await link.stop()
      await wire.close()
    })

    it.concurrent('keeps a connection whose password was changed, and says so when it is let in no more', async () => {
      const wire = await Wire.to(lab.ami.port, lab.ami.host)
      const { connection, until } = connect({ ...lab.amiAs('hangsup'), host: '127.0.0.1', port: wire.port })
      await until(({ phase }) => phase === 'live')
      await lab.changePassword('hangsup')
      expect((await connection.action({ Action: 'Ping' })).ok).toBe(true)
      wire.cut()
      expect(await until(({ problem }) => problem?.code === 'sign-in-changed')).toMatchObject({ phase: 'waiting' })
      await connection.stop()
      await wire.close()
    })

    it('says that the phone system restarts, and is back by itself', async () => {
      const [told, inferred] = [connect(lab.amiAs('full')), connect(lab.ami)]
      for (const { until } of [told, inferred]) await until(({ phase }) => phase === 'live')
      const seen = [told.states.length, inferred.states.length]
      await lab.restart(2)
      for (const [index, { states, until }] of [told, inferred].entries()) {
        await until((state) => states.indexOf(state) >= (seen[index] ?? 0) && state.phase === 'live')
      }
      const codes = (states: ConnectionState[]) => [...new Set(states.flatMap(({ problem }) => problem?.code ?? []))]
      expect(codes(told.states)).toEqual(['restarting'])
      expect(codes(inferred.states)).toEqual(['lost', 'restarting'])
      await Promise.all([told.connection.stop(), inferred.connection.stop()])
    })
  },
)
