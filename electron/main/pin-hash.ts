/**
 * What is stored of a PIN: enough to know it again, too little to learn it from. A short PIN can still be found by
 * whoever has the file and tries them all; they have the inbox beside it then, which it does not encrypt.
 */
import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'

/** 1 GB a try: more is no cost that anybody chose. */
const mostCost = 2 ** 20

export const pinHash = z.object({
  /** Base64. */
  salt: z.string().min(1),
  hash: z.string().min(1),
  /** scrypt's cost, a power of two, as it was when the PIN was set: a later Ringback may ask for more. */
  cost: z
    .int()
    .min(2)
    .max(mostCost)
    .refine((cost) => Number.isInteger(Math.log2(cost))),
})
export type PinHash = z.output<typeof pinHash>

/** 32 MB and some 80 ms a try on an office PC (RFC 7914; twice Node's own). */
const usualCost = 2 ** 15
const blockSize = 8
const bytes = 32

export async function hashPin(pin: string, cost: number = usualCost): Promise<PinHash> {
  const salt = randomBytes(16)
  const hash = await derive(pin, salt, cost)
  return { salt: salt.toString('base64'), hash: hash.toString('base64'), cost }
}

export async function isPin(pin: string, known: PinHash): Promise<boolean> {
  const hash = Buffer.from(known.hash, 'base64')
  const tried = await derive(pin, Buffer.from(known.salt, 'base64'), known.cost)
  return hash.length === tried.length && timingSafeEqual(hash, tried)
}

function derive(pin: string, salt: Buffer, n: number): Promise<Buffer> {
  // scrypt needs 128 bytes times both, and a little.
  const options = { N: n, r: blockSize, p: 1, maxmem: 256 * n * blockSize }
  return new Promise((resolve, reject) => {
    // The same letter can be typed in two ways (é).
    scrypt(pin.normalize('NFKC'), salt, bytes, options, (error, key) => (error ? reject(error) : resolve(key)))
  })
}
