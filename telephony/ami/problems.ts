/** What can stand between Ringback and a phone system, told apart, in words for people. */

export interface AmiAddress {
  host: string
  /** Asterisk's usual one is 5038. */
  port: number
  username: string
  password: string
}

export type ConnectionProblemCode =
  | 'unknown-host'
  | 'refused'
  | 'unreachable'
  | 'no-answer'
  | 'not-ami'
  | 'wrong-password'
  | 'not-permitted'
  | 'banned'
  | 'lost'

export interface ConnectionProblem {
  code: ConnectionProblemCode
  /** What happened. */
  message: string
  /** What to do about it. */
  remedy: string
}

/** An attempt, or an action, that came to nothing. */
export class AmiFailure extends Error {
  readonly problem: ConnectionProblem

  constructor(problem: ConnectionProblem) {
    super(problem.message)
    this.name = 'AmiFailure'
    this.problem = problem
  }
}

const words: Record<ConnectionProblemCode, (address: AmiAddress) => [message: string, remedy: string]> = {
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
  'wrong-password': ({ username }) => [
    `The phone system does not accept the user “${username}” or the password.`,
    'Compare both with manager.conf, reload it there, and check that its permit line names this PC.',
  ],
  'not-permitted': ({ username }) => [
    `The phone system does not let the user “${username}” in.`,
    'Check the permit and deny lines of this user in manager.conf, and run “manager reload”.',
  ],
  banned: () => [
    'The phone system hangs up before it says a word.',
    'It may have banned this PC after wrong passwords, or be full: check its firewall (fail2ban) and authlimit.',
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
