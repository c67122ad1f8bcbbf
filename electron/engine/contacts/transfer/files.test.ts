/** What files look like, and what Ringback reads in them. */
import fc from 'fast-check'
import { expect, describe, test } from 'vitest'
import { decode } from './decode.ts'
import { lookAt } from './look.ts'
import { peopleIn } from './people-in.ts'
import { guessFields } from './guess-fields.ts'
import { personOfRow } from './csv-person.ts'
import { CsvProblem, separatorOf } from './csv-reader.ts'
import type { FilePerson } from './person.ts'
import { VCardReader } from './vcard-reader.ts'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const utf16 = (text: string, mark = true): Uint8Array =>
  Uint8Array.from(Buffer.from((mark ? '\uFEFF' : '') + text, 'utf16le'))
const latin = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'latin1'))

async function people(bytes: Uint8Array): Promise<FilePerson[]> {
  const preview = await lookAt(bytes, 'US')
  const all: FilePerson[] = []
  for await (const { people: some } of peopleIn(bytes, preview?.columns.map(({ field }) => field) ?? [], 'US')) {
    all.push(...some)
  }
  return all
}

describe('a table', () => {
  const spanish =
    'Nombre;Apellidos;Teléfono móvil;Empresa;Etiquetas\r\nJosé;Núñez;(530) 555-0101;Peña e Hijos;VIP, Niños\r\n'
  const found = { name: 'José Núñez', company: 'Peña e Hijos', numbers: ['(530) 555-0101'], tags: ['VIP', 'Niños'] }

  test.each([
    ['UTF-8', utf8(spanish)],
    ['UTF-8', utf8(`\uFEFF${spanish}`)],
    ['UTF-16', utf16(spanish)],
    ['UTF-16', utf16(spanish, false)],
    ['Windows-1252', latin(spanish)],
  ])('is read whatever its letters are written in: %s', async (encoding, bytes) => {
    expect(decode(bytes).encoding).toBe(encoding)
    expect(await people(bytes)).toMatchObject([{ row: 2, ...found }])
  })

  test.each([',', ';', '\t', '|'])('is read whatever separates its cells: %j', async (separator) => {
    const table =
      ['Full name', 'Phone', 'Comment'].join(separator) +
      `\n"Moss${separator} Pat"${separator}5305550101${separator}a\n`
    expect(separatorOf(table)).toBe(separator)
    expect(await people(utf8(table))).toMatchObject([
      { name: `Moss${separator} Pat`, numbers: ['5305550101'], notes: 'a' },
    ])
  })

  test('counts rows as a spreadsheet does, over cells of several lines and empty rows', async () => {
    const table = 'Name,Phone,Notes\n\nPat,5305550101,"one\ntwo\nthree"\nRobin,5305550102,\n'
    expect((await people(utf8(table))).map(({ row }) => row)).toEqual([3, 6])
    expect((await people(utf8(table.replaceAll('\n', '\r\n')))).map(({ row }) => row)).toEqual([3, 6])
  })

  test('without headings is known by its numbers', async () => {
    expect(await people(utf8('Pat Moss,5305550101\nRobin,5305550102\n'))).toMatchObject([
      { row: 1, numbers: ['5305550101'] },
      { row: 2, numbers: ['5305550102'] },
    ])
  })

  test.each([
    ['Excel’s word on its separator', 'sep=;\r\nName;Phone\r\nPat;5305550101\r\n', 3],
    ['a title', 'Patients, as of today\n\nName;Phone\nPat;5305550101\n', 4],
    ['a title among empty cells', 'Patients;\nName;Phone\nPat;5305550101\n', 3],
  ])('may begin with %s', async (_what, table, row) => {
    expect(await people(utf8(table))).toEqual([expect.objectContaining({ row, name: 'Pat', numbers: ['5305550101'] })])
  })

  test('has as many columns as its longest row', async () => {
    const preview = await lookAt(utf8('Name,Phone\nPat,5305550101,VIP\n'), 'US')
    expect(preview?.columns).toMatchObject([{}, {}, { heading: '', samples: ['VIP'] }])
  })

  test('may have blanks before its quotation marks, and rows without a value', async () => {
    const table = '"Name", "Phone", "Notes"\n"Moss, Pat", "530-555-0101", "a, b"\n,,\n"", ,\n'
    expect(await people(utf8(table))).toEqual([
      expect.objectContaining({ name: 'Moss, Pat', numbers: ['530-555-0101'], notes: 'a, b' }),
    ])
  })

  test.each([
    ['a picture', Uint8Array.from({ length: 3000 }, (_, at) => (Math.imul(at + 1, 2654435761) >>> 13) % 256)],
    ['a workbook', Uint8Array.from(Buffer.from('PK\x03\x04\x14\0\x06\0\b\0[Content_Types].xml', 'latin1'))],
  ])('is no file of other kinds: %s', async (_kind, bytes) => {
    expect(await lookAt(bytes, 'US')).toBeNull()
  })

  test('that ends in an open quotation mark is read up to it', async () => {
    const bytes = utf8(`Name,Phone\nPat,5305550101\n"Robin,5305550102\n${'x,1\n'.repeat(20)}`)
    await expect(people(bytes)).rejects.toThrow(CsvProblem)
    const seen: FilePerson[] = []
    const reading = (async () => {
      for await (const { people: some } of peopleIn(bytes, ['name', 'number'], 'US')) seen.push(...some)
    })()
    await expect(reading).rejects.toMatchObject({ line: 3 })
    expect(seen).toMatchObject([{ name: 'Pat' }])
  })

  test('that is none at all has nothing in it', async () => {
    expect(await lookAt(utf8(''), 'US')).toBeNull()
    expect(await lookAt(utf8(','.repeat(5000)), 'US')).toBeNull()
    await lookAt(
      Uint8Array.from({ length: 5000 }, (_, at) => (at * 7919) % 256),
      'US',
    )
  })

  test.each([
    [
      [
        'First Name',
        'Last Name',
        'Organization Name',
        'Labels',
        'Phone 1 - Label',
        'Phone 1 - Value',
        'Phone 2 - Value',
      ],
      ['first-name', 'last-name', 'company', 'tags', null, 'number', 'number'],
    ],
    [
      ['Name', 'Mobile Phone', 'Home Phone', 'Business Phone 2', 'E-mail Address', 'Categories', 'Opt out'],
      ['name', 'number', 'number', 'number', null, 'tags', 'no-texts'],
    ],
    [
      ['Nombre completo', 'Celular', 'Teléfono trabajo', 'Dirección', 'Notas', 'Sin mensajes', 'Bloqueado'],
      ['name', 'number', 'number', null, 'notes', 'no-texts', 'blocked'],
    ],
    [
      ['Nombre', 'Apellido', 'Número de teléfono'],
      ['first-name', 'last-name', 'number'],
    ],
    [
      ['Nombre', 'Primer apellido', 'Segundo apellido', 'Nº de teléfono', 'Móvil'],
      ['first-name', 'last-name', 'last-name', 'number', 'number'],
    ],
    [
      ['Name', 'Phone 1 - Type', 'Phone 1 - Value', 'Organization 1 - Name', 'Company Main Phone'],
      ['name', null, 'number', 'company', 'number'],
    ],
    [
      ['Patient', 'Contact', 'Tel.'],
      ['name', null, 'number'],
    ],
  ])('tells what its columns are: %j', (headings, fields) => {
    expect(guessFields(headings, [], 'US')).toEqual(fields)
  })
})

test('a cell of blanks between numbers takes no time', () => {
  const cell = `5305550101${' '.repeat(200_000)}x ; 5305550102 ::: 5305550103\n5305550104`
  const began = performance.now()
  const { numbers } = personOfRow({ line: 2, cells: [cell] }, ['number'], (plain) => plain)
  expect(performance.now() - began).toBeLessThan(1000)
  expect(numbers.slice(1)).toEqual(['5305550102', '5305550103', '5305550104'])
})

test('both last names of a person count, and no group that holds everybody', () => {
  const fields = ['first-name', 'last-name', 'last-name', 'tags'] as const
  const row = { line: 2, cells: ['Ana', 'Paz', 'Ríos', '* myContacts ::: * starred ::: VIP'] }
  expect(personOfRow(row, fields, (plain) => plain)).toMatchObject({ name: 'Ana Paz Ríos', tags: ['starred', 'VIP'] })
})

describe('a card', () => {
  test('within a card, and one that is not closed, are people of their own', async () => {
    const card = (name: string, within = '') => `BEGIN:VCARD\nFN:${name}\nTEL:5305550101\n${within}`
    const cards = `${card('Boss', `AGENT:\n${card('Assistant')}END:VCARD\n`)}NOTE:x\nEND:VCARD\n${card('Open')}${card('Last')}`
    expect((await people(utf8(cards))).map(({ name, notes }) => [name, notes])).toEqual([
      ['Assistant', ''],
      ['Boss', 'x'],
      ['Open', ''],
      ['Last', ''],
    ])
  })

  test('is read the same however the file is cut', () => {
    const line = fc.constantFrom(
      'BEGIN:VCARD',
      'END:VCARD',
      'FN:Pat',
      'TEL:5305550101',
      'AGENT:',
      '  folded',
      ' x',
      '"',
      '',
      ':',
      'AAAA=',
      'NOTE;ENCODING=QUOTED-PRINTABLE:a=',
      '=C3=A9b',
      'NOTE;ENCODING=b:Y2Fm',
      'item1.TEL;TYPE=x:1',
      '\r',
    )
    const read = (text: string, size: number): FilePerson[] => {
      const reader = new VCardReader()
      const found: FilePerson[] = []
      for (let at = 0; at < text.length; at += size) found.push(...reader.read(text.slice(at, at + size)))
      return [...found, ...reader.end()]
    }
    fc.assert(
      fc.property(
        fc.array(line),
        fc.constantFrom('\r\n', '\n', '\r'),
        fc.integer({ min: 1, max: 9 }),
        (lines, end, size) => {
          expect(read(lines.join(end), size)).toEqual(read(lines.join(end), Infinity))
        },
      ),
    )
  })

  test('may hold its words as base64', async () => {
    const card =
      'BEGIN:VCARD\nVERSION:2.1\nFN;CHARSET=UTF-8;ENCODING=BASE64:SsO8cmdlbg==\nTEL:5305550101\nNOTE;ENCODING=b:Y2Fm\n w6k=\nEND:VCARD\n'
    expect(await people(utf8(card))).toMatchObject([{ name: 'Jürgen', notes: 'café', numbers: ['5305550101'] }])
  })

  test('of version 2.1 is read with its quoted-printable letters and soft line ends', async () => {
    const card =
      'BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:N=C3=BA=C3=B1ez;Jos=C3=A9;;;\r\n' +
      'TEL;CELL;PREF:530-555-0101\r\nNOTE;QUOTED-PRINTABLE:one=0D=0Atwo and=\r\n three\r\nEND:VCARD\r\n'
    expect(await people(latin(card))).toMatchObject([
      { name: 'José Núñez', numbers: ['530-555-0101'], notes: 'one\ntwo and three' },
    ])
  })

  test('of version 4.0 is read with its addresses of numbers and its groups', async () => {
    const card =
      'BEGIN:VCARD\nVERSION:4.0\nFN:Pat M\\, Moss\nORG:Harbor;Vet\nitem1.TEL;VALUE=uri;TYPE="voice,cell":tel:+1-530-555-0101;ext=5\n' +
      'TEL;VALUE=uri:tel:+15305550102\nCATEGORIES:VIP,Recall\\, due\nNOTE:A long\n  note\nPHOTO:data:image/png;base64,AAAA\nEND:VCARD\n'
    expect(await people(utf8(card))).toMatchObject([
      {
        name: 'Pat M, Moss',
        company: 'Harbor, Vet',
        numbers: ['+1-530-555-0101', '+15305550102'],
        tags: ['VIP', 'Recall, due'],
        notes: 'A long note',
      },
    ])
  })

  test('that is broken spoils no other', async () => {
    const cards = `BEGIN:VCARD\nTEL:1\n:::\nBEGIN:VCARD\nFN:Pat\nTEL:5305550101\n;;;:\nEND:VCARD\nEND:VCARD\nBEGIN:VCARD\nFN:Robin\nTEL:5305550102`
    expect((await people(utf8(cards))).map(({ name }) => name)).toEqual(['', 'Pat', 'Robin'])
  })

  test('with a picture of many megabytes takes no time', async () => {
    const line = ` ${'A'.repeat(74)}\r\n`
    const bytes = utf8(
      `BEGIN:VCARD\r\nFN:Pat\r\nPHOTO;ENCODING=b:\r\n${line.repeat(80_000)}TEL:5305550101\r\nEND:VCARD\r\n`,
    )
    const began = performance.now()
    expect(await people(bytes)).toMatchObject([{ name: 'Pat', numbers: ['5305550101'] }])
    expect(performance.now() - began).toBeLessThan(1500)
  })

  test('with a number of many lines takes no time', () => {
    const began = performance.now()
    const read = new VCardReader().read(
      `BEGIN:VCARD\nTEL:5305550101${';'.repeat(90_000)}\\nx\nEND:VCARD\nBEGIN:VCARD\n`,
    )
    expect(performance.now() - began).toBeLessThan(1000)
    expect(read).toMatchObject([{ numbers: ['5305550101'] }])
  })

  test.each([
    ['in pieces', 16_384],
    ['at once', Number.POSITIVE_INFINITY],
  ])('with a line that does not end loses that property only: %s', (_how, size) => {
    const card = `BEGIN:VCARD\r\nFN:Pat\r\nX${'"A'.repeat(10_000_000)}\r\nTEL:5305550101\r\nEND:VCARD\r\n`
    const reader = new VCardReader()
    const found: FilePerson[] = []
    const began = performance.now()
    for (let at = 0; at < card.length; at += size) found.push(...reader.read(card.slice(at, at + size)))
    found.push(...reader.end())
    expect(performance.now() - began).toBeLessThan(3000)
    expect(found).toMatchObject([{ name: 'Pat', numbers: ['5305550101'] }])
  })
})
