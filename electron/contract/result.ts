/**
 * What a command answers: a value, or a failure that a person can act on. Codes travel as data because an
 * exception that crosses a process border keeps only its message.
 */
export type Result<T> = { ok: true; value: T } | { ok: false; failure: Failure }

/** Every way in which a command can fail; the window has words for each. */
export type FailureCode =
  | 'bad-input' // the request does not match its schema
  | 'not-found' // the conversation, message … is gone
  | 'not-allowed' // a rule of the product says no (opted out, blocked)
  | 'not-ready' // the engine, the phone system or the gateway is not there yet
  | 'locked' // the window is locked: nothing is told before it is opened
  | 'internal' // our own mistake; the log has the details

export interface Failure {
  code: FailureCode
  /** One plain sentence: what happened. */
  message: string
  /** One plain sentence: what to do about it. */
  remedy?: string
  /** With `bad-input`: what is wrong with single answers, by their paths in the command's input (`week.mon`). */
  fields?: Record<string, string>
}

export function ok<T>(value: T): Result<T> {
  return { ok: true, value }
}

export function fail(code: FailureCode, message: string, remedy?: string): Result<never> {
  return { ok: false, failure: remedy === undefined ? { code, message } : { code, message, remedy } }
}
