/** Which file an address of the window means: one of the built window's own, or a picture of the profile. */
import path from 'node:path'
import { appOrigin } from '../contract/app-origin.ts'

/** A picture that came with a text: named by its provider's id, of a kind that the window can show. */
const picture = /^\/pictures\/([A-Za-z0-9_-]{1,80}\.(?:jpg|png|gif|webp))$/

/** The file in `folder` that an address of ours means when it is the address of a picture; else null. */
export function pictureFor(url: string, folder: string): string | null {
  if (!url.startsWith(`${appOrigin}/`)) return null
  const name = picture.exec(url.slice(appOrigin.length))?.[1]
  return name === undefined ? null : path.join(folder, name)
}

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
