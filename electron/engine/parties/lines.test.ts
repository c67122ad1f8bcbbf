import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { noon, openOffice } from '../inbox/testing.ts'
import type { Office } from '../inbox/testing.ts'
import { lineForPeople, readView } from '../inbox/view.ts'
import { isOwnLine, listLines, nameLine, noteLine } from './lines.ts'

let office: Office

beforeEach(async () => {
  office = await openOffice()
})

afterEach(() => office.end())

const note = (line: string | null, at = noon) => office.store.write((work) => noteLine(work, line, at))
const rename = (line: string, name: string) => office.store.write((work) => nameLine(work, line, name, noon))

describe("the office's lines", () => {
  test('are learnt from the calls that reach them, with first and last', async () => {
    await note('+15305550110', noon)
    await note('+15305550110', noon + 60_000)
    await note('+15305550120', noon)
    expect(await listLines(office.store.db)).toEqual([
      {
        number: '+15305550110',
        numberForPeople: '(530) 555-0110',
        name: null,
        calls: 2,
        firstSeenAt: noon,
        lastSeenAt: noon + 60_000,
        watchOnly: false,
      },
      expect.objectContaining({ number: '+15305550120', calls: 1 }),
    ])
  })

  test.each(['101', '8', 's', '*97', '600', '100001', '', null])('%s is none', async (line) => {
    await note(line)
    expect(await listLines(office.store.db)).toEqual([])
  })

  test('are named once, however their number is written, and named anew', async () => {
    await note('+15305550110')
    await rename('+15305550110', 'Main line')
    await rename('15305550110', 'New patients')
    await rename('+15305550120', 'Fax')
    const lines = await listLines(office.store.db)
    expect(lines.map(({ number, name, calls }) => [number, name, calls])).toEqual([
      ['+15305550110', 'New patients', 1],
      ['+15305550120', 'Fax', 0],
    ])
    const view = await readView(office.store.db, () => '')
    expect(lineForPeople(view, '15305550110')).toBe('New patients')
    await rename('+15305550110', '')
    expect(lineForPeople(await readView(office.store.db, () => ''), '15305550110')).toBe('(530) 555-0110')
  })

  test('are known for sure after the third call, and then no number to text', async () => {
    await note('+15305550110')
    await note('+15305550110')
    expect(await isOwnLine(office.store.db, '+15305550110')).toBe(false)
    await note('+15305550110')
    expect(await isOwnLine(office.store.db, '+15305550110')).toBe(true)
    expect(await isOwnLine(office.store.db, '+15305550199')).toBe(false)
  })
})
