/** Contacts that come from a file, and go into one. */

/** What a column of a table can be; several may be numbers. */
export const importFields = [
  'name',
  'first-name',
  'last-name',
  'company',
  'number',
  'tags',
  'notes',
  'no-texts',
  'blocked',
] as const
export type ImportField = (typeof importFields)[number]

/** What becomes of contacts that are known already: they stay, only their gaps are filled, or the file wins. */
export const knownContacts = ['keep', 'fill', 'replace'] as const
export type KnownContacts = (typeof knownContacts)[number]

/** Bytes of the largest file. */
export const largestImport = 64 * 1024 * 1024

export interface ImportColumn {
  heading: string
  /** The first values in it, not all empty where there are others. */
  samples: string[]
  /** What it seems to be; null for what Ringback has no place for. */
  field: ImportField | null
}

/** How the letters of a file are written. */
export const importEncodings = ['UTF-8', 'UTF-16', 'Windows-1252', 'Mac Roman'] as const
export type ImportEncoding = (typeof importEncodings)[number]

/** What stands between the cells of a table. */
export const importSeparators = [',', ';', '\t', '|'] as const
export type ImportSeparator = (typeof importSeparators)[number]

/** How a file is read; null for what shall be guessed. */
export interface ImportReading {
  encoding: ImportEncoding | null
  separator: ImportSeparator | null
}

export interface ImportPreview {
  format: 'csv' | 'vcard'
  encoding: ImportEncoding
  /** Null for cards. */
  separator: ImportSeparator | null
  /** Empty for cards, whose fields have names. */
  columns: ImportColumn[]
  /** The first people, as far as they can be told without anybody's word on the columns. */
  people: { name: string; company: string; numbers: string[] }[]
}

/** Why a row, or something in it, was left out. */
export const leftOutReasons = [
  'no-number',
  'not-a-number',
  'twice',
  'apart',
  'notes-cut',
  'too-many-numbers',
  'too-many-tags',
  'unreadable',
] as const
export type LeftOutReason = (typeof leftOutReasons)[number]

export interface LeftOut {
  /** As a spreadsheet counts: the first line is 1. For cards, which card. */
  row: number
  reason: LeftOutReason
  value: string
}

export interface ImportCounts {
  /** Rows or cards that were read. */
  rows: number
  /** Numbers that are new, that got something new, and that were as they are. */
  added: number
  changed: number
  same: number
  /** Numbers that want no texts, by the file. */
  optedOut: number
  leftOut: number
}

export type ImportState =
  | { phase: 'none' }
  /** The file is there and was looked at; nothing has been changed. */
  | { phase: 'ready'; file: string; preview: ImportPreview }
  | { phase: 'undoing'; file: string; share: number }
  | { phase: 'running'; file: string; share: number; counts: ImportCounts }
  /** `stopped`: staff stopped it; what had been brought in until then stays. `failed`: why, in words. */
  | {
      phase: 'done'
      file: string
      end: 'complete' | 'stopped' | 'failed'
      problem: string | null
      counts: ImportCounts
      /** The first of what was left out. */
      leftOut: LeftOut[]
      /** All of it can be taken back as one. */
      canUndo: boolean
      /** Numbers that are gone again, that are as before, and that stay, since more is known of them by now. */
      undone: { removed: number; restored: number; kept: number } | null
    }
