import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Result } from '../../contract/result.ts'
import type { ContactCard } from '../../contract/view-models.ts'
import { contactCard } from '../inbox/contact-card.ts'
import { inboxCommands } from '../inbox/commands.ts'
import { conversationRow, view } from '../inbox/testing.ts'
import { DoneMemory } from '../inbox/undo-done.ts'
import { hour, minute, pat, second, TextingOffice } from '../outbox/testing.ts'
import { textCommands } from '../outbox/commands.ts'
import { contactCommands } from './contact-commands.ts'
import type { ContactContext } from './contact-commands.ts'
import { saveTag, tagContacts } from './tags.ts'
import { UndoMemory } from './undo-memory.ts'

/** Pat's other number. */
const mobile = '+15305550102'

let office: TextingOffice
let context: ContactContext

beforeEach(async () => {
  office = new TextingOffice()
  await office.open()
  context = { ...office.context, blocks: new UndoMemory(), people: new UndoMemory() }
})
afterEach(() => office.end())

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.failure.message)
  return result.value
}

async function card(party: string): Promise<ContactCard> {
  const { store, clock } = office
  const found = await contactCard(store.db, await office.conversation(party), { now: clock.now() }, view)
  if (!found) throw new Error('No such contact')
  return found
}

const id = async (party: string): Promise<string> => (await card(party)).id

async function merge(name = 'Pat Moss', company = ''): Promise<string> {
  const input = { id: await id(pat), withId: await id(mobile), name, company }
  return value(await contactCommands['contacts:merge'](input, context)).undoId
}

const inbox = () => ({
  ...office.context,
  live: () => new Set<string>(),
  sentence: view.sentence,
  done: new DoneMemory(),
})

async function notes(party: string, words: string): Promise<void> {
  value(await inboxCommands['contacts:save-notes']({ id: await id(party), notes: words }, inbox()))
}

async function rename(party: string, name: string): Promise<void> {
  value(await inboxCommands['contacts:rename']({ id: await id(party), name }, inbox()))
}

async function tag(party: string, name: string, how: 'add' | 'remove' = 'add'): Promise<void> {
  const contactId = await id(party)
  await office.store.write(async (work) => {
    await saveTag(work, { id: name, name, colour: 'grey' })
    await tagContacts(work, [contactId], { add: [], remove: [], [how]: [name] })
  })
}

const tags = async (party: string) => (await card(party)).tags.map(({ name }) => name)

/** Answered calls from both numbers: nothing runs, nothing waits. */
async function bothKnown(): Promise<void> {
  await office.call({ outcome: 'answered', callerName: 'MOSS P' })
  await office.call({ outcome: 'answered' }, mobile)
  await office.pass(minute)
}

const rules = async (party: string) => (await office.call({}, party))?.rule
const runs = async () =>
  (await office.store.db.selectFrom('follow_up').select('id').where('state', '=', 'running').execute()).length

describe('a name', () => {
  test('of staff stands until they take it away; then the phone system’s is back', async () => {
    await office.call({ outcome: 'answered', callerName: 'MOSS P' })
    await rename(pat, 'Pat \u202EMoss\n')
    await office.call({ outcome: 'answered', callerName: 'MOSS PATRICIA' })
    expect(await card(pat)).toMatchObject({ name: 'Pat Moss', nameFrom: 'staff', pbxName: 'MOSS PATRICIA' })
    await rename(pat, ' ')
    expect(await card(pat)).toMatchObject({ name: 'MOSS PATRICIA', nameFrom: 'pbx' })
  })
})

describe('somebody who never called', () => {
  test('is found and gets a conversation when it is opened, once', async () => {
    const kim = { id: 'kim', number: '+15305550103', name: 'Kim', name_source: 'staff', created_at: 0 } as const
    await office.store.write(({ db }) => db.insertInto('contact').values(kim).execute())
    const { contacts } = value(await contactCommands['contacts:find']({ except: null, query: 'kim' }, context))
    expect(contacts).toMatchObject([{ id: 'kim' }])
    const open = async () => value(await contactCommands['contacts:open']({ id: 'kim' }, context)).conversationId
    expect(await open()).toBe(await open())
    expect(await card(kim.number)).toMatchObject({ name: 'Kim', calls: 0 })
  })
})

describe('two numbers of one person', () => {
  test('share what staff write of the person, whichever number it is written at', async () => {
    await bothKnown()
    await notes(pat, 'Mornings')
    await notes(mobile, 'Has a dog')
    await merge('Pat Moss', 'Harbor Vet')
    expect(await card(mobile)).toMatchObject({
      name: 'Pat Moss',
      company: 'Harbor Vet',
      notes: 'Mornings\n\nHas a dog',
    })
    await rename(mobile, 'Patricia')
    await notes(mobile, 'Evenings')
    await office.call({ outcome: 'answered', callerName: 'MOSS P' })
    expect(await card(pat)).toMatchObject({ name: 'Patricia', notes: 'Evenings' })
    expect((await card(pat)).numbers).toMatchObject([
      { numberForPeople: '(530) 555-0101', mayText: 'yes' },
      { numberForPeople: '(530) 555-0102', mayText: 'yes' },
    ])
  })

  test('are taken apart again, by Undo to what each was before', async () => {
    await bothKnown()
    await notes(mobile, 'Has a dog')
    const undoId = await merge('Pat Moss', 'Harbor Vet')
    value(await contactCommands['contacts:undo-people']({ undoId }, context))
    expect(await card(pat)).toMatchObject({ name: 'MOSS P', nameFrom: 'pbx', company: '', notes: '', numbers: [] })
    expect(await card(mobile)).toMatchObject({ name: null, notes: 'Has a dog', numbers: [] })
    await merge()
    value(await contactCommands['contacts:split']({ id: await id(mobile) }, context))
    expect(await card(mobile)).toMatchObject({ name: 'Pat Moss', numbers: [] })
    expect((await card(pat)).numbers).toEqual([])
    expect(await contactCommands['contacts:split']({ id: await id(mobile) }, context)).toMatchObject({ ok: false })
  })

  test('keep what staff wrote since when their merge is undone', async () => {
    await bothKnown()
    await notes(pat, 'Mornings')
    await tag(pat, 'old')
    await tag(mobile, 'both')
    const undoId = await merge('Pat Moss', 'Harbor Vet')
    await rename(mobile, 'Patricia')
    await tag(pat, 'new')
    await tag(pat, 'old', 'remove')
    value(await contactCommands['contacts:undo-people']({ undoId }, context))
    for (const party of [pat, mobile]) {
      expect(await card(party)).toMatchObject({ name: 'Patricia', nameFrom: 'staff', company: '', numbers: [] })
    }
    expect([(await card(pat)).notes, (await card(mobile)).notes]).toEqual(['Mornings', ''])
    expect([await tags(pat), await tags(mobile)]).toEqual([['new'], ['both', 'new']])

    const again = await merge('Pat Moss', 'Harbor Vet')
    await notes(pat, 'Evenings')
    value(await contactCommands['contacts:save-company']({ id: await id(mobile), company: 'Harbour' }, context))
    value(await contactCommands['contacts:undo-people']({ undoId: again }, context))
    for (const party of [pat, mobile]) {
      expect(await card(party)).toMatchObject({ name: 'Patricia', company: 'Harbour', notes: 'Evenings' })
    }
  })

  test('have in common what was written of one of them while they were taken apart, after Undo of that', async () => {
    await bothKnown()
    await merge('Pat Moss', 'Harbor Vet')
    await tag(pat, 'old')
    const { undoId } = value(await contactCommands['contacts:split']({ id: await id(mobile) }, context))
    await rename(mobile, 'Kim Day')
    await notes(pat, 'Mornings')
    await tag(mobile, 'new')
    await tag(mobile, 'old', 'remove')
    value(await contactCommands['contacts:undo-people']({ undoId }, context))
    for (const party of [pat, mobile]) {
      const common = { name: 'Kim Day', nameFrom: 'staff', company: 'Harbor Vet', notes: 'Mornings' }
      expect(await card(party)).toMatchObject(common)
      expect((await card(party)).numbers).toHaveLength(2)
      expect(await tags(party)).toEqual(['new'])
    }
  })

  test('are refused when it is one number, or too much would have to go into the notes', async () => {
    await bothKnown()
    const one = { id: await id(pat), name: '', company: '' }
    const same = await contactCommands['contacts:merge']({ ...one, withId: one.id }, context)
    expect(same).toMatchObject({ failure: { code: 'not-allowed' } })
    const gone = await contactCommands['contacts:merge']({ ...one, withId: 'gone' }, context)
    expect(gone).toMatchObject({ failure: { code: 'not-found' } })
    await notes(pat, 'a'.repeat(3000))
    await notes(mobile, 'b'.repeat(3000))
    const long = await contactCommands['contacts:merge']({ ...one, withId: await id(mobile) }, context)
    expect(long).toMatchObject({ failure: { code: 'not-allowed', message: expect.stringContaining('notes') } })
  })

  test('are found by a part of the name, or by the number in any spelling', async () => {
    await bothKnown()
    const find = async (query: string) => {
      const { contacts } = value(await contactCommands['contacts:find']({ except: await id(pat), query }, context))
      return contacts.map(({ numberForPeople }) => numberForPeople)
    }
    expect(await find('530.555.0102')).toEqual(['(530) 555-0102'])
    expect(await find('')).toEqual([])
    await rename(mobile, 'moss p')
    expect(await find('')).toEqual(['(530) 555-0102'])
    for (const query of ['MO', 'p moss', '555-0102']) expect(await find(query)).toEqual(['(530) 555-0102'])
    expect(await find('%')).toEqual([])
    await merge()
    expect(await find('Pat')).toEqual([])
    const all = value(await contactCommands['contacts:find']({ except: null, query: 'Pat' }, context))
    expect(all.contacts).toMatchObject([{ name: 'Pat Moss', otherNumbers: ['(530) 555-0102'] }])
  })
})

describe('the rules for a person of two numbers', () => {
  beforeEach(bothKnown)

  test.each<[what: string, happens: () => Promise<unknown>]>([
    ['a reply', async () => office.carrier.receive({ from: mobile, body: 'Hi' })],
    ['an answered call', () => office.call({ outcome: 'answered' }, mobile)],
    ['a call back', () => office.call({ direction: 'outbound', outcome: 'answered' }, mobile)],
    ['a text by staff', () => office.staffWrites('Hello', mobile)],
  ])('%s on one number stops the follow-up of the other', async (_, happens) => {
    await merge()
    await office.call()
    await office.pass(5 * second)
    expect(await runs()).toBe(1)
    await happens()
    await office.poller.pollNow()
    await office.pass(minute)
    expect(await runs()).toBe(0)
    expect(office.sent()).toEqual([])
  })

  test('no second follow-up begins on the other number, and both share the limit of the week', async () => {
    await merge()
    await office.call()
    await office.pass(minute)
    expect(office.sent()).toHaveLength(1)
    expect(await rules(mobile)).toBe('recent-follow-up')
    for (const party of [mobile, pat]) {
      await office.muchLater(25 * hour)
      await office.call({}, party)
      await office.pass(minute)
    }
    await office.muchLater(25 * hour)
    expect(await rules(mobile)).toBe('weekly-limit')
    expect((await card(mobile)).automaticThisWeek.sent).toBe(3)
  })

  test('a text waits while the person talks on the other number', async () => {
    await merge()
    office.live.add(mobile)
    await office.call()
    await office.pass(30 * second)
    expect(office.sent()).toEqual([])
    office.live.clear()
    await office.pass(5 * second)
    expect(office.sent()).toHaveLength(1)
  })

  test('what is answered on one number waits on none of them', async () => {
    await merge()
    office.settings.followUp.enabled = false
    await office.call({}, mobile)
    await office.staffWrites('I just saw your call')
    expect((await conversationRow(office, await office.conversation(mobile))).state).toBe('waiting')
  })

  test('an opt-out stays with its number; the other is asked about, and gets nothing by itself until staff decide', async () => {
    await merge()
    office.carrier.receive({ from: mobile, body: 'STOP' })
    await office.poller.pollNow()
    expect(await card(mobile)).toMatchObject({ optedOut: { source: 'text' } })
    expect(await card(pat)).toMatchObject({ optedOut: null, optOutAsked: true })
    expect((await conversationRow(office, await office.conversation())).state).toBe('needs-reply')
    expect(await office.happenings()).toContainEqual(expect.stringMatching(/^\(530\) 555-0102 is theirs, too/))
    await office.muchLater(hour)
    expect(await rules(pat)).toBe('ask-opt-out')
    value(await textCommands['contacts:opt-in']({ id: await id(pat) }, context as never))
    await office.muchLater(hour)
    expect(await rules(pat)).toBe('nothing-against')
    const { entries } = value(await contactCommands['contacts:consent']({ id: await id(pat) }, context))
    expect(entries).toMatchObject([
      { numberForPeople: '(530) 555-0101', change: 'in', source: 'staff', evidence: '' },
      { numberForPeople: '(530) 555-0102', change: 'out', source: 'text', evidence: 'STOP' },
      { numberForPeople: '(530) 555-0101', change: 'ask', source: null },
    ])
  })

  test('one that wants no texts already makes the other asked about; Undo of the merge answers that', async () => {
    value(await textCommands['contacts:opt-out']({ id: await id(mobile) }, context as never))
    await office.pass(minute)
    const undoId = await merge()
    expect(await rules(pat)).toBe('ask-opt-out')
    await office.pass(minute)
    value(await contactCommands['contacts:undo-people']({ undoId }, context))
    await office.pass(minute)
    expect(await card(mobile)).toMatchObject({ optedOut: { source: 'staff' } })
    expect(await rules(pat)).toBe('nothing-against')
  })
})

describe('a block', () => {
  test('ends what runs on all numbers, lets nothing out, and can be taken back as if it had not been', async () => {
    await bothKnown()
    await merge()
    await office.call()
    value(await contactCommands['contacts:block']({ id: await id(mobile) }, context))
    expect(await card(pat)).toMatchObject({ blocked: true })
    expect(await office.stopReason()).toBe('blocked')
    expect((await office.staffWrites('Hello')).result).toMatchObject({ failure: { code: 'not-allowed' } })
    value(await contactCommands['contacts:undo-block']({ id: await id(mobile) }, context))
    await office.pass(minute)
    expect(office.sent()).toHaveLength(1)
    expect(await office.happenings()).toEqual([])
    expect(await contactCommands['contacts:undo-block']({ id: await id(mobile) }, context)).toMatchObject({ ok: false })
  })

  test('that was lifted lets texts out again, but revives none', async () => {
    await bothKnown()
    await office.call()
    const contact = { id: await id(pat) }
    value(await contactCommands['contacts:block'](contact, context))
    value(await contactCommands['contacts:block'](contact, context))
    await office.pass(minute)
    expect(await rules(pat)).toBe('blocked')
    value(await contactCommands['contacts:unblock'](contact, context))
    await office.pass(hour)
    expect(office.sent()).toEqual([])
    expect((await office.staffWrites('Hello')).result).toMatchObject({ ok: true })
  })

  test('of one number holds for all when they turn out to be one person’s', async () => {
    await bothKnown()
    value(await contactCommands['contacts:block']({ id: await id(mobile) }, context))
    const undoId = await merge()
    expect(await card(pat)).toMatchObject({ blocked: true })
    value(await contactCommands['contacts:undo-people']({ undoId }, context))
    expect([(await card(pat)).blocked, (await card(mobile)).blocked]).toEqual([false, true])
  })
})
