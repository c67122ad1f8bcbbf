/** A file at a place that the user chose. */
import { fail, ok } from '../contract/result.ts'
import type { Result } from '../contract/result.ts'
import { words } from '../contract/text/index.ts'
import type { GrowingFiles } from './growing-file.ts'

/** One file, whole or not at all. Rejects with what the disk has against it. */
export async function exportFile(
  files: GrowingFiles,
  file: string,
  data: string | Uint8Array,
): Promise<Result<{ file: string }>> {
  const target = await files.grow(file)
  try {
    await target.write(data)
    await target.finish()
  } catch (error) {
    await target.discard()
    throw error
  }
  return ok({ file })
}

/** Runs `write`; what the disk says becomes words for people. Rejects with everything else. */
export async function writing<T>(write: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await write()
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (code === 'ENOSPC' || code === 'EDQUOT') return fail('not-ready', words.desktop.diskFull, words.desktop.makeRoom)
    if (['EACCES', 'EPERM', 'EROFS', 'EBUSY'].includes(code))
      return fail('not-allowed', words.desktop.notWritten, words.desktop.otherPlace)
    throw error
  }
}
