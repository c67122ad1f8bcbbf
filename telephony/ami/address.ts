/** Where a phone system is, checked before anything is connected. */
import { isIP } from 'node:net'
import { domainToASCII } from 'node:url'

export interface Reachable {
  host: string
  port: number
}

/**
 * The host (a name or an IP address) and port as they may be connected to; null when they are none. What the system
 * would take for something else, be it a path or a private pipe, is no host.
 */
export function reachable(host: unknown, port: unknown): Reachable | null {
  if (typeof host !== 'string' || typeof port !== 'number') return null
  if (!Number.isInteger(port) || port < 1 || port > 65_535) return null
  if (isIP(host) !== 0) return { host, port }
  const name = domainToASCII(host)
  // The empty name would be this PC.
  return /^[a-z\d_](?:[a-z\d._-]{0,251}[a-z\d._])?$/.test(name) ? { host: name, port } : null
}
