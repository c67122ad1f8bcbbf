/** The lines a PBX person pastes into manager.conf, with least rights (DESIGN.md, "What counts as a missed call"). */
export function managerConf(user: { username: string; password: string; permit: string }): string {
  return [
    `[${user.username}]`,
    `secret = ${user.password}`,
    'deny = 0.0.0.0/0.0.0.0',
    `permit = ${user.permit}/255.255.255.255`,
    'read = call,agent,dialplan',
    'write = originate,reporting',
  ].join('\n')
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
