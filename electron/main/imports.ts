/** Files that the user brings in: chosen with the system's own dialog, read here, and looked at by the engine. */
import { open } from 'node:fs/promises'
import path from 'node:path'
import type { CommandName, CommandOutput } from '../contract/commands.ts'
import { largestImport } from '../contract/import.ts'
import { fail, ok } from '../contract/result.ts'
import type { Result } from '../contract/result.ts'
import { words } from '../contract/text/index.ts'
import type { MainHandlers } from './ipc-router.ts'

export interface ImportOptions {
  /** The path that the user chose; null when they thought better of it. The window never sees it. */
  pickFile(): Promise<string | null>
  ask(command: CommandName, input: unknown): Promise<Result<unknown>>
}

/** Bytes that go to the engine at a time. */
const piece = 1024 * 1024

export function importHandlers({ pickFile, ask }: ImportOptions): Pick<MainHandlers, 'import:choose'> {
  async function bring(file: string): Promise<Result<CommandOutput<'import:look'>>> {
    const handle = await open(file, 'r')
    try {
      const { size } = await handle.stat()
      if (size > largestImport) return tooLarge()
      const begun = await ask('import:begin', { name: path.basename(file), size })
      if (!begun.ok) return begun
      for (let at = 0; at < size;) {
        const { bytesRead, buffer } = await handle.read(new Uint8Array(Math.min(piece, size - at)), { position: at })
        // Somebody else made it shorter meanwhile.
        if (bytesRead === 0) break
        const taken = await ask('import:bytes', { bytes: buffer.subarray(0, bytesRead) })
        if (!taken.ok) return taken
        at += bytesRead
      }
      return (await ask('import:look', undefined)) as Result<CommandOutput<'import:look'>>
    } finally {
      await handle.close()
    }
  }

  return {
    async 'import:choose'() {
      const file = await pickFile()
      if (file === null) return ok({ phase: 'none' as const })
      try {
        return await bring(file)
      } catch (error) {
        const code = error instanceof Error && 'code' in error ? String(error.code) : ''
        if (['EACCES', 'EPERM', 'EBUSY', 'EISDIR', 'ENOENT', 'EIO'].includes(code)) return unreadable()
        throw error
      }
    },
  }
}

const tooLarge = () => fail('not-allowed', ...words.contacts.fileTooLarge)
const unreadable = () => fail('not-allowed', ...words.contacts.fileUnreadable)
