/** Many kinds of offices: whatever they name things, calls within and out of them are never told as calls from outside. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { EndedCall } from '../calls/call.ts'
import { Parties } from '../calls/party.ts'
import { Script, start } from '../calls/testing.ts'
import { CallTracker } from '../calls/tracker.ts'

interface Office {
  /** Endpoints, e.g. `PJSIP/101`; each with the number that it shows. */
  phones: { endpoint: string; shows: string }[]
  phoneContext: string
  trunk: string
  trunkContext: string
  /** How the dialplan calls a number outside. */
  dialsOut: (number: string) => string
}

const line = '15305550110'
const colleague = (office: Office, index = 0) =>
  office.phones[index % office.phones.length] ?? { endpoint: '', shows: '' }

/** What happens in an office, by name: a script of one call. */
const happenings = {
  'comes in': (office: Office, nth: number) =>
    ringing(office, arriving(office, `530555${String(2000 + nth)}`, line), 'caller').gone('caller', 'phone'),
  'comes in through a group of Local channels': (office: Office, nth: number) => {
    const script = arriving(office, `530555${String(3000 + nth)}`, line)
    const pair = `Local/101@from-internal-0000${nth};`
    script.made(';1', `${pair}1`, 'caller', { Context: 'from-internal' }).made(';2', `${pair}2`, 'caller')
    return ringing(office, script.dials('caller', ';1', { DialString: '101@from-internal' }), ';2').gone(
      'caller',
      'phone',
    )
  },
  'comes in and ends in a menu': (office: Office, nth: number) =>
    arriving(office, `530555${String(4000 + nth)}`, line)
      .up('caller')
      .runs('caller', 'Background')
      .gone('caller'),
  'calls out': (office: Office, nth: number) => out(office, nth, true),
  'calls out, and there is no line': (office: Office, nth: number) => out(office, nth, false),
  'calls a colleague': (office: Office, nth: number) => {
    const { endpoint, shows } = colleague(office, nth)
    const script = new Script().arrives('own', `${endpoint}-000a${nth}`, {
      Context: office.phoneContext,
      CallerIDNum: shows,
      Exten: '102',
    })
    return ringing(office, script, 'own', nth + 1).gone('own', 'phone')
  },
  'listens to the mailbox': (office: Office, nth: number) => {
    const { endpoint, shows } = colleague(office, nth)
    const own = { Context: office.phoneContext, CallerIDNum: shows, Exten: '*97' }
    return new Script().arrives('own', `${endpoint}-000b${nth}`, own).up('own').runs('own', 'VoiceMailMain').gone('own')
  },
}
type Happening = keyof typeof happenings

function arriving(office: Office, number: string, exten: string): Script {
  const caller = { Context: office.trunkContext, CallerIDNum: number, Exten: exten }
  return new Script().arrives('caller', `${office.trunk}-00${number}`, caller)
}

function ringing(office: Office, script: Script, source: string, which = 0): Script {
  const { endpoint } = colleague(office, which)
  return script
    .made('phone', `${endpoint}-00ff${which}`, source, { Context: office.phoneContext, Exten: 's' })
    .dials(source, 'phone', { DialString: endpoint.slice(endpoint.indexOf('/') + 1) })
    .tell('Newstate', 'phone', { ChannelState: 5 })
}

function out(office: Office, nth: number, hasLine: boolean): Script {
  const { endpoint, shows } = colleague(office, nth)
  const number = `1530555${String(5000 + nth)}`
  const own = { Context: office.phoneContext, CallerIDNum: shows, Exten: number }
  const script = new Script().arrives('own', `${endpoint}-000c${nth}`, own)
  if (!hasLine) return script.runs('own', 'Dial').gone('own')
  return script
    .made('far', `${office.trunk}-00ee${nth}`, 'own', { Context: office.trunkContext, Exten: 's' })
    .dials('own', 'far', { DialString: office.dialsOut(number) })
    .gone('far', 'own')
}

/** Lets these happen one after another in one office; tells what became of each. */
function live(office: Office, list: readonly Happening[], parties = new Parties([])): EndedCall[] {
  const ended: EndedCall[] = []
  const tracker = new CallTracker({ trunks: [], parties, now: () => start, onEnded: (call) => ended.push(call) })
  list.forEach((what, nth) => {
    const at = start + nth * 100_000
    const script = happenings[what](office, nth)
    // Each script numbers its channels from the beginning.
    script.events.forEach((event, second) => {
      const get = (header: string) => {
        const value = event.get(header)
        return /id$/i.test(header) && value?.includes('.') ? `${nth}${value}` : value
      }
      tracker.handle({ event: event.event, get }, at + second * 1000)
    })
  })
  return ended
}

const extensions = (...names: string[]) => names.map((name) => ({ endpoint: name, shows: name.replace(/\D/g, '') }))
const at = (trunk: string) => (number: string) => `${number}@${trunk.slice(trunk.indexOf('/') + 1)}`
const main = '5305550110'

const offices: Record<string, Office> = {
  'the lab': {
    phones: extensions('PJSIP/101', 'PJSIP/102'),
    phoneContext: 'internal',
    trunk: 'PJSIP/trunk',
    trunkContext: 'from-trunk',
    dialsOut: (number) => `trunk/sip:${number}@192.0.2.1:5060`,
  },
  'FreePBX with a trunk named after its provider': {
    phones: extensions('PJSIP/201', 'PJSIP/202'),
    phoneContext: 'from-internal',
    trunk: 'PJSIP/voipms',
    trunkContext: 'from-pstn',
    dialsOut: at('PJSIP/voipms'),
  },
  'FreePBX with a trunk named by its number': {
    phones: extensions('SIP/2001', 'SIP/2002'),
    phoneContext: 'from-internal',
    trunk: 'PJSIP/15305550199',
    trunkContext: 'from-did-direct',
    dialsOut: at('PJSIP/15305550199'),
  },
  'ISDN lines and old phones': {
    phones: extensions('SIP/10', 'SIP/11'),
    phoneContext: 'default',
    trunk: 'DAHDI/i1/5305550100',
    trunkContext: 'default',
    dialsOut: (number) => `i1/${number}`,
  },
  'IAX2 to a provider, six digits': {
    phones: extensions('IAX2/100001', 'IAX2/100002'),
    phoneContext: 'office',
    trunk: 'IAX2/provider-123',
    trunkContext: 'main',
    dialsOut: (number) => `provider-123/${number}`,
  },
  'names for phones, and contexts that say nothing': {
    phones: [
      { endpoint: 'PJSIP/reception', shows: '101' },
      { endpoint: 'PJSIP/anna-desk', shows: '102' },
    ],
    phoneContext: 'default',
    trunk: 'PJSIP/acme',
    trunkContext: 'default',
    dialsOut: at('PJSIP/acme'),
  },
  'phones that show the main line': {
    phones: [
      { endpoint: 'PJSIP/anna', shows: main },
      { endpoint: 'PJSIP/0004f2aabbcc', shows: main },
    ],
    phoneContext: 'work',
    trunk: 'PJSIP/acme',
    trunkContext: 'acme-voice',
    dialsOut: at('PJSIP/acme'),
  },
  'phones named by their whole numbers': {
    phones: [
      { endpoint: 'PJSIP/15305550121', shows: '15305550121' },
      { endpoint: 'PJSIP/15305550122', shows: main },
    ],
    phoneContext: 'default',
    trunk: 'PJSIP/telnyx',
    trunkContext: 'default',
    dialsOut: at('PJSIP/telnyx'),
  },
}

const isInbound = (what: Happening) => what.startsWith('comes in')

describe.each(Object.entries(offices))('%s', (_, office) => {
  test('the first calls of all that ring a phone are told right, each by itself', () => {
    for (const what of Object.keys(happenings) as Happening[]) {
      const [call] = live(office, [what])
      if (!isInbound(what)) expect([what, call?.direction]).not.toEqual([what, 'inbound'])
      else if (what !== 'comes in and ends in a menu') expect([what, call?.direction]).toEqual([what, 'inbound'])
      if (what === 'calls out') expect(call?.direction).toBe('outbound')
    }
  })

  test('after a busy morning every call is told right, the menu too', () => {
    const morning: Happening[] = ['calls out', 'comes in', 'calls a colleague', 'comes in', 'calls out', 'comes in']
    const told = live(office, [...morning, ...morning, ...(Object.keys(happenings) as Happening[])])
    const after = told.slice(morning.length * 2).map(({ direction }) => direction === 'inbound')
    expect(after).toEqual((Object.keys(happenings) as Happening[]).map(isInbound))
  })
})

/** Any names, helpful or not, as long as no name is a plain lie. */
const anyOffice = fc.record({
  phones: fc.uniqueArray(
    fc.record({
      endpoint: fc.constantFrom(
        'PJSIP/101',
        'SIP/2002',
        'PJSIP/anna',
        'PJSIP/reception',
        'PJSIP/0004f2aabbcc',
        'PJSIP/15305550121',
        'DAHDI/1',
      ),
      shows: fc.constantFrom('101', '2002', main, '15305550121', '<unknown>', ''),
    }),
    { minLength: 2, maxLength: 5, selector: ({ endpoint }) => endpoint },
  ),
  phoneContext: fc.constantFrom('from-internal', 'internal', 'default', 'work', 'office', 'phones', 'longdistance'),
  trunk: fc.constantFrom(
    'PJSIP/acme',
    'PJSIP/voipms',
    'PJSIP/15305550199',
    'SIP/192.0.2.9',
    'IAX2/north',
    'PJSIP/trunk',
  ),
  trunkContext: fc.constantFrom('from-trunk', 'from-pstn', 'default', 'work', 'acme', 'incoming', 'from-did-direct'),
})

test('no call within an office or out of it is ever told as one from outside', () => {
  const any = fc.array(fc.constantFrom(...(Object.keys(happenings) as Happening[])), { maxLength: 25 })
  fc.assert(
    fc.property(anyOffice, any, (some, list) => {
      const office = { ...some, dialsOut: at(some.trunk) }
      const told = live(office, list)
      const wrong = list.filter((what, nth) => !isInbound(what) && told[nth]?.direction === 'inbound')
      expect(wrong).toEqual([])
    }),
    { numRuns: 300 },
  )
})
