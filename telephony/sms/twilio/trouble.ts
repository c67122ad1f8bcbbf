/**
 * What a failed request means. The Twilio package throws many kinds of things; here each becomes one `Trouble`, which
 * means something of its own for sends and for reads (meaning.ts). Twilio has no key that makes a repeated send harmless, so that only
 * proof counts: a text was not sent when no connection came about, or when Twilio itself says that it took nothing.
 */
import { maskNumbersIn } from '../../mask-numbers.ts'

export type Trouble =
  /** Our own settings make a request impossible. */
  | { kind: 'settings'; setting: string; code: SettingsFault }
  /** No connection came about: nothing left this PC. */
  | { kind: 'no-connection'; detail: string }
  /** HTTP 429: Twilio took nothing. */
  | { kind: 'too-many'; code: number | null; said: string; retryAfterMs: number | null }
  /** HTTP 4xx with a code of Twilio's. */
  | { kind: 'refused'; status: number; code: number; said: string }
  /** HTTP 4xx without such a code: a proxy, a hotel's sign-in page, a wrong address. */
  | { kind: 'not-twilio'; detail: string }
  /** The request went out and no usable answer came back. */
  | { kind: 'no-answer'; detail: string }

export type SettingsFault = 'no-account' | 'no-token' | 'unsafe-address'

/** Thrown where the settings make a request impossible. */
export class SettingsProblem extends Error {
  /** The setting's name, e.g. `authToken`. */
  readonly setting: string
  readonly code: SettingsFault

  constructor(setting: string, code: SettingsFault) {
    super(code)
    this.name = 'SettingsProblem'
    this.setting = setting
    this.code = code
  }
}

/** HTTP 429 with what its headers say; the package's own error drops the headers. */
export class TooManyRequests extends Error {
  readonly code: number | null
  readonly retryAfterMs: number | null

  constructor(message: string, code: number | null, retryAfterMs: number | null) {
    super(message)
    this.name = 'TooManyRequests'
    this.code = code
    this.retryAfterMs = retryAfterMs
  }
}

/** Codes that exist only before a connection is there. */
const beforeConnection = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EAI_FAIL',
  'EAI_NODATA',
  'EAI_NONAME',
  'CERT_HAS_EXPIRED',
  'CERT_NOT_YET_VALID',
  'CERT_REVOKED',
  'CERT_UNTRUSTED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'HOSTNAME_MISMATCH',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
])

/** Sorts whatever a request threw. */
export function troubleOf(thrown: unknown): Trouble {
  if (thrown instanceof SettingsProblem) {
    const { setting, code } = thrown
    return { kind: 'settings', setting, code }
  }
  if (thrown instanceof TooManyRequests) {
    return { kind: 'too-many', code: thrown.code, said: thrown.message, retryAfterMs: thrown.retryAfterMs }
  }
  const { status, code, message } = facts(thrown)
  if (status !== null && status >= 400 && status < 500) {
    if (typeof code === 'number' && code > 0) return { kind: 'refused', status, code, said: message }
    return { kind: 'not-twilio', detail: `HTTP ${status}` }
  }
  if (neverConnected(thrown)) return { kind: 'no-connection', detail: String(code ?? message) }
  return { kind: 'no-answer', detail: status === null ? String(code ?? message) : `HTTP ${status}` }
}

/** True only where the error, or all errors behind it, arose while connecting. */
function neverConnected(thrown: unknown, depth = 0): boolean {
  if (!(thrown instanceof Error) || depth > 4) return false
  const { code, syscall } = thrown as { code?: unknown; syscall?: unknown }
  if (typeof code === 'string' && beforeConnection.has(code)) return true
  // ETIMEDOUT, EHOSTUNREACH and the like can also end a connection that was used; the system call tells.
  if (syscall === 'connect' || syscall === 'getaddrinfo') return true
  // Several addresses were tried (IPv6, then IPv4).
  if (thrown instanceof AggregateError && thrown.errors.length > 0) {
    return thrown.errors.every((each) => neverConnected(each, depth + 1))
  }
  return neverConnected(thrown.cause, depth + 1)
}

/** `code` is a number for Twilio's errors and a string for the network's. */
function facts(thrown: unknown): { status: number | null; code: number | string | null; message: string } {
  if (!(thrown instanceof Error)) return { status: null, code: null, message: '?' }
  // Its message quotes the answer, and with it perhaps somebody's text.
  if (thrown instanceof SyntaxError) return { status: null, code: null, message: 'JSON' }
  const { status, code } = thrown as { status?: unknown; code?: unknown }
  return {
    status: typeof status === 'number' ? status : null,
    code: typeof code === 'number' || typeof code === 'string' ? code : null,
    message: maskNumbersIn(thrown.message || thrown.name),
  }
}
