/** What the window can ask about bringing contacts in from a file, and taking them out into one. */
import { z } from 'zod'
import { engine, main } from './command.ts'
import {
  importEncodings,
  importFields,
  importSeparators,
  knownContacts,
  largestImport,
  leftOutReasons,
} from './import.ts'
import type { ImportState } from './import.ts'

const word = z.string().max(80)

/** The headings of a table of contacts in the window's language, and its "yes". */
const tableWords = z.object({
  name: word,
  company: word,
  number: word,
  tags: word,
  notes: word,
  noTexts: word,
  blocked: word,
  yes: word,
})
export type TableWords = z.output<typeof tableWords>

const reportWords = z.object({
  row: word,
  reason: word,
  value: word,
  reasons: z.record(z.enum(leftOutReasons), z.string().max(200)),
})

export const importCommands = {
  /** Asks which file, then looks at it. `none` when nobody chose one. */
  'import:choose': main<ImportState>()(z.undefined()),
  /** A new file of `size` bytes, called `name`; what was looked at before is forgotten. */
  'import:begin': engine<void>()(z.object({ name: z.string().max(300), size: z.int().min(0).max(largestImport) })),
  /** The next bytes of it. */
  'import:bytes': engine<void>()(z.object({ bytes: z.instanceof(Uint8Array) })),
  /** It is whole: looks at it and tells what seems to be in it, read as staff say where the guess was wrong. */
  'import:look': engine<ImportState>()(
    z
      .object({ encoding: z.enum(importEncodings).nullable(), separator: z.enum(importSeparators).nullable() })
      .optional(),
  ),
  /** Brings it in; `import:changed` tells how far it is. `fields`: what each column is, for tables. */
  'import:start': engine<void>()(
    z.object({
      fields: z.array(z.enum(importFields).nullable()).max(1000),
      known: z.enum(knownContacts),
      /** Several numbers in one row or card are one person's. */
      together: z.boolean(),
    }),
  ),
  /** Ends it after the rows that are under way, or forgets the file that was looked at. */
  'import:stop': engine<void>()(z.undefined()),
  /** Takes back all that the last file did, `import:changed` tells how far that is; what was written since stays. */
  'import:undo': engine<void>()(z.undefined()),
  'import:get': engine<ImportState>()(z.undefined()),
  /** What was left out, as a table. */
  'import:report': engine<{ text: string }>()(z.object({ words: reportWords })),
  /** Asks where, then writes that table there; `file` is null when nobody chose one. */
  'export:import-report': main<{ file: string | null }>()(z.object({ words: reportWords })),
  /** A piece of all contacts as a table or as cards; main puts the pieces together. */
  'contacts:piece': engine<{ text: string; contacts: number; nextCursor: string | null }>()(
    z.object({ kind: z.enum(['csv', 'vcf']), words: tableWords, cursor: z.string().max(200).optional() }),
  ),
  /** Asks where, then writes all contacts there; `file` is null when nobody chose one. */
  'export:contacts': main<{ file: string | null; contacts: number }>()(
    z.object({ kind: z.enum(['csv', 'vcf']), words: tableWords }),
  ),
}
