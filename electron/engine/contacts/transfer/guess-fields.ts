/** What the columns of a table are, guessed from their headings in English and Spanish, and from what stands in them. */
import type { ImportField } from '../../../contract/import.ts'
import { parseNumber } from '../../../../telephony/phone-number.ts'
import { fold } from '../../../contract/fold.ts'
import { numberInFile } from './file-number.ts'

/** Tried in this order; against the heading without accents, capitals and punctuation. */
const patterns: [ImportField, RegExp][] = [
  [
    'no-texts',
    /^(?:no (?:texts?|sms|messages?|mensajes)|do not (?:text|contact|sms)|opt(?:ed)? ?out|unsubscribed|sin (?:mensajes|sms)|no (?:escribir|contactar|enviar)|baja)$/,
  ],
  ['blocked', /^(?:blocked|block|bloquead[oa]s?|bloquear)$/],
  ['first-name', /^(?:first(?: ?name)?|given(?: ?name)?|forename|nombres?(?: de pila)|primer nombre)$/],
  [
    'last-name',
    /^(?:last(?: ?name)?|family(?: ?name)?|sur ?name|(?:primer |segundo )?apellidos?(?: paterno| materno)?)$/,
  ],
  [
    'company',
    /^(?:company(?: name)?|organi[sz]ation(?: \d)?(?: name)?|business(?: name)?|employer|firm|empresa|compania|organizacion|negocio)$/,
  ],
  [
    'number',
    /^(?:(?:(?:mobile|cell(?:ular|phone)?|home|work|business|main|other|primary|office|company(?: main)?|assistant s|car)? ?(?:tele)?phone(?: ?(?:number|no|nr|num))?|(?:mobile|cell)(?: ?(?:number|no))?|number|tel|caller|(?:(?:numero|no|n)(?: de)?)? ?(?:tel|telefono|celular|movil)(?: ?(?:movil|celular|casa|trabajo|particular|fijo|principal|oficina))?|numero) ?\d{0,2}(?: value| valor)?)$/,
  ],
  ['tags', /^(?:tags?|labels?|categor(?:y|ies)|groups?(?: membership)?|etiquetas?|categorias?|grupos?)$/],
  ['notes', /^(?:notes?|comments?|remarks?|description|notas?|comentarios?|observaciones|descripcion)$/],
  [
    'name',
    /^(?:(?:full |display |contact |customer |patient |client )?name|contact|customer|patient|client|nombre(?: (?:completo|y apellidos?|del? (?:cliente|paciente|contacto)))?|contacto|cliente|paciente)$/,
  ],
]

/** What more than one column can be: people have several numbers, and many have two last names. */
const several: ReadonlySet<ImportField> = new Set(['number', 'last-name'])

/** Values that a column is judged by. */
const mostSamples = 50

/** One answer for each column; null for what there is no place for. One column at most is the name, and so on,
 * but for what stands in `several`. */
export function guessFields(
  headings: readonly string[],
  rows: readonly (readonly string[])[],
  country: string,
): (ImportField | null)[] {
  const taken = new Set<ImportField>()
  const fields = headings.map((heading): ImportField | null => {
    const plain = fold(heading)
      .replace(/[^a-z0-9]+/g, ' ')
      .trim()
    const field = patterns.find(([, pattern]) => pattern.test(plain))?.[0] ?? null
    if (field === null || (taken.has(field) && !several.has(field))) return null
    taken.add(field)
    return field
  })
  // "Nombre" beside "Apellidos" is the first name.
  if (taken.has('last-name') && !taken.has('first-name')) {
    const name = fields.indexOf('name')
    if (name !== -1) fields[name] = 'first-name'
  }
  if (!fields.includes('number')) {
    const most = headings.map((_, column) => numbersIn(rows, column, country))
    const best = most.indexOf(Math.max(0, ...most))
    if ((most[best] ?? 0) > 0 && fields[best] === null) fields[best] = 'number'
  }
  return fields
}

/** Whether the first row is one of people already, and the table has no headings. */
export function hasNoHeadings(first: readonly string[], country: string): boolean {
  return first.some((cell) => parseNumber(numberInFile(cell), country).ok)
}

function numbersIn(rows: readonly (readonly string[])[], column: number, country: string): number {
  return rows.slice(0, mostSamples).filter((cells) => parseNumber(numberInFile(cells[column] ?? ''), country).ok).length
}
