/** Whether something secret may be sent to `address`: plain http shows it to everybody on the way, except within this PC. */
export function isSafeAddress(address: string): boolean {
  if (!URL.canParse(address)) return false
  return new URL(address).protocol === 'https:' || isThisPc(address)
}

/** True for plain http to this very PC, where there is no way that others could listen on. */
export function isThisPc(address: string): boolean {
  const { protocol, hostname } = new URL(address)
  return protocol === 'http:' && (hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d+){3}$/.test(hostname))
}
