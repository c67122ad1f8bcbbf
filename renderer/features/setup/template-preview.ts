/** What a first text will look like while it is being written. The engine's own template rules are the ones that count. */
import { text } from '../../text/en.ts'

const words = text.setup.message

/** The fields a text can carry, in the order they are offered. */
export const templateFields = ['business', 'caller', 'line', 'bookingLink'] as const
export type TemplateField = (typeof templateFields)[number]

/** The engine's wording, which it adds where a template does not name STOP. */
const optOutLine = 'Reply STOP and we will not text you again.'
const namesStop = /\bSTOP\b|\b(?:reply|text|send|answer)\b[^.]{0,20}\bstop\b/

/**
 * Fills a template with sample values. `{field|fallback}` takes the fallback where the field is empty.
 * @returns the text as callers get it, or why the engine would refuse to send it.
 */
export function previewText(
  template: string,
  values: Record<TemplateField, string>,
): { body: string; problem: null } | { body: null; problem: string } {
  const known = new Map<string, string>(Object.entries(values))
  let problem: string | null = null
  const filled = template.replaceAll(/\{([^{}]*)\}/g, (_, inside: string) => {
    const [name = '', ...rest] = inside.split('|')
    const value = known.get(name.trim())
    if (value === undefined) {
      problem ??= words.unknownField(name.trim())
      return ''
    }
    const filling = value || rest.join('|').trim()
    if (filling === '') problem ??= words.emptyField(name.trim())
    return filling
  })
  if (problem === null && /[{}]/.test(template.replaceAll(/\{[^{}]*\}/g, ''))) problem = words.strayBrace
  if (problem !== null) return { body: null, problem }
  const named = filled.includes(values.business) ? filled.trim() : `${values.business}: ${filled.trim()}`
  return { body: namesStop.test(named) ? named : `${named} ${optOutLine}`, problem: null }
}
