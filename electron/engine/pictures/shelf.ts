/** Where pictures lie: one file each, named by the provider's id, in a folder beside the inbox, for this user alone. */
import { mkdir, open, rename } from 'node:fs/promises'
import { join } from 'node:path'

/** Nothing that leads anywhere else, whatever a provider calls its picture. */
const safeId = /^[A-Za-z0-9_-]{1,80}$/

/** Writes a picture so that it is there as a whole or not at all. Returns the file's name. Throws when it cannot. */
export async function putPicture(folder: string, id: string, ending: string, bytes: Uint8Array): Promise<string> {
  if (!safeId.test(id)) throw new Error('A picture without a usable id')
  const name = `${id}.${ending}`
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const file = await open(join(folder, `${name}.new`), 'w', 0o600)
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(join(folder, `${name}.new`), join(folder, name))
  return name
}
