/** Ids as the engine's `randomUUID` makes them, but the same for the same seed. */
import type { Random } from '../../torture/random.ts'

const hex = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

export function uuid(random: Random): string {
  const [a, b, c, d] = [four(random), four(random), four(random), four(random)]
  return `${a}-${b.slice(0, 4)}-4${b.slice(5)}-a${c.slice(1, 4)}-${c.slice(4)}${d}`
}

function four(random: Random): string {
  const bits = random.below(2 ** 32)
  return `${hex[bits >>> 24]}${hex[(bits >>> 16) & 255]}${hex[(bits >>> 8) & 255]}${hex[bits & 255]}`
}

/** As the provider's ids of texts: `SM` and 32 digits. */
export function providerId(random: Random): string {
  return `SM${uuid(random).replace(/-/g, '')}`
}
