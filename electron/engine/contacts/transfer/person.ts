/** One person as a file has them. Nothing of it has been checked. */
export interface FilePerson {
  /** Row of the table or card of the file, from 1. */
  row: number
  name: string
  company: string
  notes: string
  numbers: string[]
  tags: string[]
  noTexts: boolean
  blocked: boolean
}

/** What files say for "yes", folded. */
const yes = new Set(['1', 'x', 'y', 'yes', 'true', 'on', 's', 'si', 'verdadero', 'out', 'opted out', 'no texts'])

export function isYes(value: string): boolean {
  const said = value
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .trim()
    .toLowerCase()
  return yes.has(said)
}
