/** What can stand between Ringback and a phone system, told apart, in words for people. */

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
  | 'lost'

export interface ConnectionProblem {
  code: ConnectionProblemCode
  /** What happened. */
  message: string
  /** What to do about it. */
  remedy: string
  /** With `certificate-changed`: of the certificate that came instead of the trusted one. */
  fingerprint?: string
}

/** An attempt, or an action, that came to nothing. */
export class AmiFailure extends Error {
  readonly problem: ConnectionProblem
  /** Of an action: it never left this PC. Otherwise nobody knows what it did. */
  readonly nothingSent: boolean

  constructor(problem: ConnectionProblem, { nothingSent = false } = {}) {
    super(problem.message)
    this.name = 'AmiFailure'
    this.problem = problem
    this.nothingSent = nothingSent
  }
}

const words: Record<ConnectionProblemCode, (address: AmiAddress) => [message: string, remedy: string]> = {
  'bad-address': () => [
    'This is no address of a phone system.',
    'Type a name such as pbx.example or an IP address such as 192.168.1.10, and a port from 1 to 65535.',
  ],
  'unknown-host': ({ host }) => [
    `The name “${host}” is not known in this network.`,
    'Check the address, or use the phone system’s IP address.',
  ],
  refused: ({ host, port }) => [
    `The computer at ${host} answers, but nothing listens on port ${port}.`,
    'Check the port, and that manager.conf says enabled = yes and binds to an address of the office network.',
  ],
  unreachable: ({ host }) => [
    `There is no way to ${host}.`,
    'Check the network cable or Wi-Fi of this PC, and the address.',
  ],
  'no-answer': ({ host }) => [
    `The phone system at ${host} does not answer.`,
    'Check that it is switched on, and the address. A firewall may also be in the way.',
  ],
  'not-ami': ({ host, port }) => [
    `Something answers at ${host}, port ${port}, but it is no Asterisk phone system.`,
    'Check the address and the port; Asterisk’s manager interface usually listens on 5038.',
  ],
  'no-encryption': ({ host, port }) => [
    `The phone system at ${host}, port ${port}, does not agree on encryption.`,
    'Check the port (with encryption usually 5039) and tlsenable, tlsbindaddr and tlscertfile in manager.conf; its firewall (fail2ban) may also have banned this PC.',
  ],
  'certificate-changed': ({ host }) => [
    `The phone system at ${host} shows another certificate than before. To be safe, Ringback does not sign in.`,
    'If the certificate was renewed there, trust the new one in Settings → Phone system. If nobody renewed it, somebody may be in between: ask who looks after the phone system.',
  ],
  'wrong-password': ({ username }) => [
    `The phone system does not accept the user “${username}”, the password, or the address of this PC.`,
    'Compare user and password with manager.conf, check that its permit line names this PC, and run “manager reload”.',
  ],
  'sign-in-changed': ({ username }) => [
    `The phone system no longer accepts the user “${username}”, which it let in before.`,
    'Somebody may have changed manager.conf: compare user, password and permit line there with Settings.',
  ],
  'in-use': ({ username }) => [
    `The user “${username}” is signed in to the phone system already, and may be only once.`,
    'If Ringback is connected as this user, that is its own sign-in, and all is well. Else give this PC a user of its own in manager.conf, or set allowmultiplelogin = yes there.',
  ],
  'still-in-use': ({ username }) => [
    `For the phone system the user “${username}” is still signed in, and may be only once.`,
    'Mostly that is Ringback’s own connection of before: Ringback gets in as soon as the phone system notices that it is gone. If this stays, somebody else uses this user: give this PC one of its own in manager.conf.',
  ],
  'not-permitted': ({ username }) => [
    `The phone system does not let the user “${username}” in.`,
    'Check the permit and deny lines of this user in manager.conf, and run “manager reload”.',
  ],
  banned: () => [
    'The phone system turned down sign-ins of this PC, and now does not answer it at all.',
    'It may have banned this PC: unban it there (fail2ban, firewall), and check user and password in Settings.',
  ],
  full: ({ tls }) => [
    'The phone system hangs up before it says a word.',
    'It may have too many connections already (authlimit in manager.conf), or a firewall (fail2ban) turns this PC away.' +
      (tls === true ? ' If it never worked, check the port, too: with encryption it is usually 5039.' : ''),
  ],
  restarting: () => [
    'The phone system is restarting.',
    'Ringback connects by itself as soon as it is back. If this takes more than some minutes, look after it.',
  ],
  lost: () => [
    'The connection to the phone system was lost.',
    'Ringback tries again by itself. If this stays, check the network and the phone system.',
  ],
}

/** The problem in words. `detail`: what the other side or the system said, for who looks after the phone system. */
export function connectionProblem(
  code: ConnectionProblemCode,
  address: AmiAddress,
  detail?: string,
): ConnectionProblem {
  const [message, remedy] = words[code](address)
  return { code, message: detail === undefined ? message : `${message} (${detail})`, remedy }
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
