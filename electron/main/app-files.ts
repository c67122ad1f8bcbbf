/** Which file of the built window an address means. */
import path from 'node:path'
import { appOrigin } from '../contract/app-origin.ts'

/** The file that an address of ours means; null for every address that leads out of `folder` or is not ours. */
export function fileFor(url: string, folder: string): string | null {
  let address: URL
  let asked: string
  try {
    address = new URL(url)
    asked = decodeURIComponent(address.pathname)
  } catch {
    return null
  }
  if (`${address.protocol}//${address.host}` !== appOrigin || asked.includes('\0')) return null
  const root = path.resolve(folder)
  const file = path.resolve(root, `.${asked === '/' ? '/index.html' : asked}`)
  return file.startsWith(root + path.sep) ? file : null
}
