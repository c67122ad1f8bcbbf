/** What can be made to go wrong with the next requests. */
import { z } from 'zod'

export const faultSchema = z.object({
  /**
   * - `drop-before`, `drop-after`: the connection breaks before, or after, the text was accepted
   * - `hang-before`, `hang-after`: no answer comes; the connection stays open
   * - `truncated`, `broken-json`: accepted, but the answer is cut off, or no JSON
   * - `status-before`, `status-after`: an error page with `status`, before or after accepting
   * - `too-many`: 429 with `retryAfter`
   * - `refuse`: a refusal with Twilio's `code`
   * - `page`: HTML with `status`, as a hotel's sign-in page or a proxy sends it
   * - `slow`: the right answer after `ms`
   * - `repeated`: a list shows each of its rows twice
   */
  kind: z.enum([
    'drop-before',
    'drop-after',
    'hang-before',
    'hang-after',
    'truncated',
    'broken-json',
    'status-before',
    'status-after',
    'too-many',
    'refuse',
    'page',
    'slow',
    'repeated',
  ]),
  /** Which requests it waits for. */
  on: z.enum(['create', 'list', 'fetch', 'numbers', 'picture', 'registration', 'any']).default('create'),
  /** How many of them it spoils. */
  times: z.int().min(1).default(1),
  status: z.int().min(200).max(599).default(500),
  code: z.int().default(20429),
  /** Seconds, or a date; empty for no header. */
  retryAfter: z.string().default(''),
  ms: z.int().min(0).default(1000),
})

/** A fault as a caller writes it down: only `kind` is needed. */
export type FaultInput = z.input<typeof faultSchema>
export type Fault = z.output<typeof faultSchema>
export type Operation = 'create' | 'list' | 'fetch' | 'numbers' | 'picture' | 'registration' | 'other'

/** The faults that still wait for their requests, first come first served. */
export class Faults {
  #waiting: Fault[] = []

  add(fault: FaultInput): void {
    this.#waiting.push(faultSchema.parse(fault))
  }

  /** Forgets all of them. */
  clear(): void {
    this.#waiting = []
  }

  /** The fault for this request, if one waits for it. */
  take(operation: Operation): Fault | null {
    const fault = this.#waiting.find(({ on }) => on === 'any' || on === operation)
    if (!fault) return null
    fault.times -= 1
    if (fault.times === 0) this.#waiting = this.#waiting.filter((other) => other !== fault)
    return fault
  }
}

/** Whether the request is carried out although its answer is spoiled. */
export function carriesOut(fault: Fault): boolean {
  return ['drop-after', 'hang-after', 'truncated', 'broken-json', 'status-after', 'slow', 'repeated'].includes(
    fault.kind,
  )
}
