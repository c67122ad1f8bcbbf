/** What can be wrong with the inbox file, in words for the person at the PC. */
import { words } from '../../contract/text/index.ts'

export type StoreErrorCode =
  | 'damaged' // not a database, or its pages do not add up
  | 'from-newer-version' // a newer Ringback has already changed the file
  | 'not-writable' // no rights, disk full, folder missing
  | 'in-use' // another engine holds it

type Case = keyof typeof words.store

const codeOf: Record<Case, StoreErrorCode> = {
  // The side files belong to the damaged one: left behind, SQLite would write them into the backup.
  damaged: 'damaged',
  newer: 'from-newer-version',
  inUse: 'in-use',
  // Not by another Ringback, which the lock keeps out.
  held: 'not-writable',
  notWritable: 'not-writable',
}

export class StoreError extends Error {
  readonly code: StoreErrorCode
  /** One plain sentence: what to do about it. */
  readonly remedy: string
  /** Both without the file, where nobody has to find that: a damaged one is to be moved away. */
  readonly plainly: readonly [message: string, remedy: string]
  /** A disk that is full or may not be written to may be the cause. */
  readonly ofDisk: boolean

  constructor(which: Case, file: string, cause?: unknown) {
    const [message, remedy] = words.store[which](file)
    super(message, cause === undefined ? undefined : { cause })
    this.name = 'StoreError'
    this.code = codeOf[which]
    this.remedy = remedy
    this.plainly = which === 'held' || which === 'notWritable' ? words.storePlainly[which] : [message, remedy]
    this.ofDisk = which === 'notWritable'
  }
}

export function damaged(file: string, cause?: unknown): StoreError {
  return new StoreError('damaged', file, cause)
}

export function fromNewerVersion(file: string): StoreError {
  return new StoreError('newer', file)
}

export function inUse(file: string, cause?: unknown): StoreError {
  return new StoreError('inUse', file, cause)
}

const damagedCodes = ['SQLITE_CORRUPT', 'SQLITE_NOTADB']
const notWritableCodes = [
  'SQLITE_READONLY',
  'SQLITE_CANTOPEN',
  'SQLITE_FULL',
  'SQLITE_IOERR',
  'SQLITE_PERM',
  'EACCES',
  'EPERM',
  'EROFS',
  'ENOSPC',
  'ENOTDIR',
  'EISDIR',
  'EEXIST',
]

/**
 * The `StoreError` behind what SQLite or the file system threw; null when the file is not at fault (a broken
 * constraint, a mistake in SQL).
 */
export function asStoreError(error: unknown, file: string): StoreError | null {
  if (error instanceof StoreError) return error
  const code = errorCode(error)
  // SQLite's extended codes add to the plain one: SQLITE_IOERR_WRITE.
  const isOneOf = (codes: string[]) => codes.some((plain) => code === plain || code.startsWith(`${plain}_`))
  if (isOneOf(damagedCodes)) return damaged(file, error)
  if (isOneOf(notWritableCodes)) return new StoreError('notWritable', file, error)
  if (isOneOf(['SQLITE_BUSY', 'SQLITE_LOCKED'])) return new StoreError('held', file, error)
  return null
}

function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
}
