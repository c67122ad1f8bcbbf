/** What the window can ask about erasing, keeping, and taking everything out. */
import { z } from 'zod'
import { engine, main } from './command.ts'
import type { ErasureState } from './erasure.ts'
import { exportedTables, keepingMonths } from './privacy.ts'
import type { ErasureReceipt, PrivacyView } from './privacy.ts'

const receipt = z.object({
  what: z.literal('ringback-erasure'),
  erasedAt: z.string().max(40),
  numbers: z.array(z.string().max(40)).max(100),
  removed: z.object({
    contacts: z.int(),
    calls: z.int(),
    texts: z.int(),
    notes: z.int(),
    pictures: z.int(),
  }),
  copies: z.object({ cleaned: z.array(z.string().max(100)), notCleaned: z.array(z.string().max(100)) }),
  keptOptOuts: z.array(z.string().max(40)).max(100),
}) satisfies z.ZodType<ErasureReceipt>

export const privacyCommands = {
  'privacy:get': engine<PrivacyView>()(z.undefined()),
  'privacy:save': engine<void>()(z.object({ keepMonths: z.literal([...keepingMonths]) })),
  /**
   * Erases a contact with all their numbers, from the inbox and from its copies, for good. It is begun when this is
   * answered; `erasure:changed` tells how far it is, and the receipt.
   */
  'privacy:erase': engine<void>()(z.object({ contactId: z.string().min(1).max(80) })),
  'privacy:erasure': engine<ErasureState>()(z.undefined()),
  /** Somebody has seen the receipt, or why there is none. */
  'privacy:erasure-seen': engine<void>()(z.undefined()),
  /** Asks where, then writes the receipt there; `file` is null when nobody chose one. */
  'privacy:save-receipt': main<{ file: string | null }>()(z.object({ receipt })),
  /** The next rows of a table, as JSON objects with commas between and as lines of a table; main puts them together. */
  'privacy:rows': engine<{ rows: number; json: string; csv: string; next: number | null }>()(
    z.object({ table: z.enum(exportedTables), after: z.int() }),
  ),
  /** Asks for a folder, then writes everything into a new one in there, as JSON and as tables; null when none was chosen. */
  'export:everything': main<{ folder: string | null; rows: number }>()(z.undefined()),
}
