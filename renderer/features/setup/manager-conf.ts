/** What a PBX person enters for Ringback, with least rights (DESIGN.md, "What counts as a missed call"). */

/** Classes of manager.conf that Ringback's user needs. */
export const readClasses = ['call', 'agent', 'dialplan'] as const
export const writeClasses = ['originate', 'reporting'] as const

interface ManagerUser {
  username: string
  password: string
  /** As `permitLine` makes it. */
  permit: string
}

const everybody = '0.0.0.0/0.0.0.0'

/** One address and no other, as `permit` wants it. */
export function permitLine(address: string): string {
  return `${address}/${address.includes(':') ? '128' : '255.255.255.255'}`
}

/** The lines for manager.conf. */
export function managerConf(user: ManagerUser): string {
  return [
    `[${user.username}]`,
    `secret = ${user.password}`,
    `deny = ${everybody}`,
    ...(user.permit.endsWith('/128') ? ['deny = ::/0'] : []),
    `permit = ${user.permit}`,
    `read = ${readClasses.join(',')}`,
    `write = ${writeClasses.join(',')}`,
  ].join('\n')
}

/** The fields of FreePBX's page for such users, in its own words (which its module shows in English), and what goes in. */
export function freePbxFields(user: ManagerUser): [field: string, value: string][] {
  return [
    ['Manager name', user.username],
    ['Manager secret', user.password],
    ['Deny', everybody],
    ['Permit', user.permit],
    ['Read', readClasses.join(', ')],
    ['Write', writeClasses.join(', ')],
  ]
}

/** Letters and digits that nobody mistakes for one another on the phone. */
const letters = 'abcdefghjkmnpqrstuvwxyzACDEFGHJKLMNPQRTUVWXY34679'

/** A password to read out and to type: four groups of four, about 90 bits. */
export function makePassword(random: (count: number) => Uint32Array = secureRandom): string {
  const picked = [...random(16)].map((number) => letters[number % letters.length])
  return [0, 4, 8, 12].map((at) => picked.slice(at, at + 4).join('')).join('-')
}

function secureRandom(count: number): Uint32Array {
  return crypto.getRandomValues(new Uint32Array(count))
}
