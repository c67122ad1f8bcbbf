/** What is wrong with the input of a command, field by field, in words that stand beside the field. */
import { z } from 'zod'
import { weekdays } from './opening-hours.ts'
import type { HoursProblem } from './opening-hours.ts'
import type { Failure } from './result.ts'
import { words } from './text/index.ts'

/** What a schema of ours refuses by a test of its own; what zod tests by itself has its own codes. */
export type Refusal =
  'time' | 'date' | 'times-backwards' | 'api-key' | 'country' | 'context' | 'prefix' | HoursProblem['problem']

/** A test of ours in a schema: what it refuses is told by the code, in any language. */
export function refusing(
  refusal: Refusal,
  path: PropertyKey[] = [],
): { params: { refusal: Refusal }; path: PropertyKey[] } {
  return { params: { refusal }, path }
}

/** Which test of ours an issue comes from; null for what zod found by itself. */
export function refusalOf(issue: z.core.$ZodIssue): Refusal | null {
  const refusal: unknown = issue.code === 'custom' ? issue.params?.['refusal'] : null
  return typeof refusal === 'string' && Object.hasOwn(words.refusals.ours, refusal) ? (refusal as Refusal) : null
}

/**
 * As a failure. `fields`: by the path of each answer that cannot be taken. Where nothing is known but that something is
 * wrong, which is a mistake of ours, the request is said to be incomplete.
 */
export function refusedInput(error: z.ZodError): Failure {
  const fields: Record<string, string> = {}
  let first: string | null = null
  for (const issue of error.issues) {
    const sentence = sentenceOf(issue)
    if (sentence === null) continue
    fields[issue.path.join('.')] ??= sentence
    first ??= dayOf(issue) === null ? sentence : `${dayOf(issue)}: ${sentence}`
  }
  if (first === null) return { code: 'bad-input', message: words.desktop.incomplete }
  return { code: 'bad-input', message: first, remedy: words.refusals.correct, fields }
}

function sentenceOf(issue: z.core.$ZodIssue): string | null {
  const refusal = refusalOf(issue)
  if (refusal !== null) return words.refusals.ours[refusal]
  const { needed, tooLong, tooMany, atLeast, atMost, number, address } = words.refusals
  switch (issue.code) {
    case 'too_small':
      return issue.origin === 'string' ? needed : isNumber(issue) ? atLeast(Number(issue.minimum)) : null
    case 'too_big':
      if (issue.origin === 'string') return tooLong(Number(issue.maximum))
      return issue.origin === 'array' ? tooMany(Number(issue.maximum)) : atMost(Number(issue.maximum))
    case 'invalid_type':
      return isNumber(issue) && 'received' in issue && issue.received === 'NaN' ? number : null
    case 'invalid_format':
      return issue.format === 'url' ? address : null
    default:
      return null
  }
}

function isNumber(issue: { origin?: string; expected?: string }): boolean {
  return ['number', 'int'].includes(issue.origin ?? issue.expected ?? '')
}

/** The day of the week that a problem of the opening hours belongs to, which no field of its own shows. */
function dayOf({ path }: z.core.$ZodIssue): string | null {
  const at = path[0] === 'week' ? weekdays.findIndex((day) => day === path[1]) : -1
  return at < 0 ? null : words.refusals.day(at)
}
