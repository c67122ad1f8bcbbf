/** What can be wrong with the inbox file, in words for the person at the PC. */

export type StoreErrorCode =
  | 'damaged' // not a database, or its pages do not add up
  | 'from-newer-version' // a newer Ringback has already changed the file
  | 'not-writable' // no rights, disk full, folder missing
  | 'in-use' // another engine holds it

export class StoreError extends Error {
  readonly code: StoreErrorCode
  /** One plain sentence: what to do about it. */
  readonly remedy: string

  constructor(code: StoreErrorCode, message: string, remedy: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause })
    this.name = 'StoreError'
    this.code = code
    this.remedy = remedy
  }
}

export function damaged(file: string, cause?: unknown): StoreError {
  return new StoreError(
    'damaged',
    `The inbox file ${file} is damaged and cannot be read.`,
    // The side files belong to the damaged one: left behind, SQLite would write them into the backup.
    'Nothing was changed in it. Quit Ringback, move it away with the -wal and -shm files beside it (keep them), put a copy from the backups folder in its place and start again.',
    cause,
  )
}

export function fromNewerVersion(file: string): StoreError {
  return new StoreError(
    'from-newer-version',
    `The inbox file ${file} was made by a newer version of Ringback.`,
    'Install the newest version of Ringback on this PC. The file was left as it is.',
  )
}

export function inUse(file: string, cause?: unknown): StoreError {
  return new StoreError(
    'in-use',
    `Another Ringback is already working with the inbox file ${file}.`,
    'Use the Ringback that is already running, or quit it first.',
    cause,
  )
}

/** Not another Ringback, which the lock keeps out. */
export function heldByAnother(file: string, cause?: unknown): StoreError {
  return new StoreError(
    'not-writable',
    `Another program keeps Ringback from writing to its inbox file ${file}.`,
    'A virus scanner or a backup program may be at it. Ringback tries again by itself.',
    cause,
  )
}

export function notWritable(file: string, cause?: unknown): StoreError {
  return new StoreError(
    'not-writable',
    `Ringback cannot write to its inbox file ${file}.`,
    'Check that the disk is not full and that your user may write to this folder.',
    cause,
  )
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
  if (isOneOf(notWritableCodes)) return notWritable(file, error)
  if (isOneOf(['SQLITE_BUSY', 'SQLITE_LOCKED'])) return heldByAnother(file, error)
  return null
}

function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
}
