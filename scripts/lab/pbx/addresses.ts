/**
 * Loopback addresses of a lab. The PBX tells its parties apart by the address they call from, so each has its own; and
 * each lab has a network of its own (`127.N.0.0/24`), so that several can run at once.
 */

export const sipPort = 25_060
export const amiPort = 25_038
export const amiTlsPort = 25_039

export interface LabAddresses {
  /** The N of `127.N.0.x`. */
  network: number
  pbx: string
  trunk: string
  /** Where this desk phone is, e.g. `127.N.0.101`. */
  phone(extension: string): string
}

/** The addresses of the lab in `127.network.0.0/24`. */
export function addressesIn(network: number): LabAddresses {
  const at = (host: number | string) => `127.${network}.0.${host}`
  return { network, pbx: at(10), trunk: at(20), phone: at }
}
