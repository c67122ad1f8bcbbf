import { text } from '../../text/index.ts'

/** A key as it is printed on keyboards: `Mod+k` as `Ctrl K`. */
export function keyName(spec: string): string {
  const key = spec.replace('Mod+', `${text.keys.ctrl} `)
  return key.replace(/\b[a-z]$/, (letter) => letter.toUpperCase()).replace('Escape', 'Esc')
}
