/** What can stand between Ringback and a phone system, told apart. */
import { inCode } from '../said.ts'

export interface AmiAddress {
  host: string
  /** Asterisk's usual one is 5038. */
  port: number
  username: string
  password: string
  /** Encrypted (`tlsenable` in manager.conf, usually on port 5039). */
  tls?: boolean
  /** Of the certificate that is trusted, `AB:CD:…` (SHA-256); null or nothing to take the first one that comes. */
  fingerprint?: string | null
}

export type ConnectionProblemCode =
  | 'bad-address'
  | 'unknown-host'
  | 'refused'
  | 'unreachable'
  | 'no-answer'
  | 'not-ami'
  | 'no-encryption'
  | 'certificate-changed'
  /** Asterisk answers a wrong password, an unknown user and an address that is not permitted with the same words. */
  | 'wrong-password'
  /** The same, by a phone system that let this user in before. */
  | 'sign-in-changed'
  | 'in-use'
  /** The same, of a user whom this connection was signed in as before. */
  | 'still-in-use'
  | 'not-permitted'
  | 'banned'
  | 'full'
  | 'restarting'
  /** Nobody is signed in, and nothing is known of why. */
  | 'not-connected'
  | 'lost'

/** What there is to tell of a problem besides its code. */
export interface ProblemFacts {
  host: string
  port: number
  username: string
  tls: boolean
  /** What the other side or the system said, for who looks after the phone system. */
  detail?: string
}

export interface ConnectionProblem {
  code: ConnectionProblemCode
  facts: ProblemFacts
  /** With `certificate-changed`: of the certificate that came instead of the trusted one. */
  fingerprint?: string
}

/** An attempt, or an action, that came to nothing. */
export class AmiFailure extends Error {
  readonly problem: ConnectionProblem
  /** Of an action: it never left this PC. Otherwise nobody knows what it did. */
  readonly nothingSent: boolean

  constructor(problem: ConnectionProblem, { nothingSent = false } = {}) {
    super(inCode(problem))
    this.name = 'AmiFailure'
    this.problem = problem
    this.nothingSent = nothingSent
  }
}

/** `detail`: what the other side or the system said, for who looks after the phone system. */
export function connectionProblem(
  code: ConnectionProblemCode,
  { host, port, username, tls = false }: AmiAddress,
  detail?: string,
): ConnectionProblem {
  return { code, facts: { host, port, username, tls, ...(detail === undefined ? {} : { detail }) } }
}

/** What a refused sign-in means. `said`: the phone system's own words. */
export function signInProblem(said: string, address: AmiAddress): ConnectionProblem {
  if (/authentication failed/i.test(said)) return connectionProblem('wrong-password', address)
  if (/already in use/i.test(said)) return connectionProblem('in-use', address)
  if (/shutting down/i.test(said)) return connectionProblem('restarting', address)
  return connectionProblem('not-permitted', address, said)
}

/** What an error of the socket means. `connected`: the connection had been made before. */
export function socketProblem(error: unknown, address: AmiAddress, connected: boolean): ConnectionProblem {
  if (connected) return connectionProblem('lost', address)
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : ''
  switch (code) {
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return connectionProblem('unknown-host', address)
    case 'ECONNREFUSED':
      return connectionProblem('refused', address)
    case 'ETIMEDOUT':
      return connectionProblem('no-answer', address)
    default:
      return connectionProblem('unreachable', address, code === '' ? undefined : code)
  }
}
