/** Every recording, as older phone systems and other lines would have sent it. */
import { describe, expect, test } from 'vitest'
import type { OldForm } from './old-forms.ts'
import { OldPhoneSystem } from './old-forms.ts'
import type { Moment, Recorded, Truth } from './recorded.ts'
import { lines, recordings, replay } from './recorded.ts'

/**
 * Not made old: a snapshot, which old versions write otherwise; what one heard who may not read the dialplan, which
 * alone tells in 1.4 who was called; a load that says the same 240 times.
 */
const notOld = /reconnect|class-only|load/

/** Old versions tell neither in time that the last phone declined, nor at all why a provider could not ring. */
const slow = /follow-me-busy|forward-unreachable/

function asOld(recorded: Recorded, form: OldForm): Moment[] {
  const old = new OldPhoneSystem(form)
  return recorded
    .moments()
    .flatMap(({ event, at }): Moment[] => (event ? old.tell(event).map((told) => ({ event: told, at })) : []))
}

const inbound = (calls: readonly Truth[]) => calls.filter((call) => call.direction === 'inbound')

describe.each<OldForm>([
  { version: '11', trunk: 'SIP/trunk', queuesTell: true },
  { version: '11', trunk: 'IAX2/trunk', queuesTell: false },
  { version: '1.4', trunk: 'DAHDI/i1/5550100', queuesTell: true },
])('version $version with $trunk (queues tell whom they call: $queuesTell)', (form) => {
  const trunk = form.trunk.split('/').slice(0, 2).join('/')
  const old = recordings().filter(({ name }) => !notOld.test(name))

  test.each(old)('$name', (recorded) => {
    // Only this one tells all that it takes to know why.
    const why = form.version === '11' && form.queuesTell && !slow.test(recorded.name) ? (['reason'] as const) : []
    const fields = ['callerNumber', 'callerName', 'dialed', 'outcome', 'answeredBy', ...why] as const
    const ended = replay(asOld(recorded, form), [trunk]).filter((call) => call.direction === 'inbound')
    expect(lines(ended, fields)).toEqual(lines(inbound(recorded.truth), fields))
  })
})
