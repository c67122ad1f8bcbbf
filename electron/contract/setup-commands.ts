/** What the first-run set-up asks for: where one is, where the phone system may be, and what stands in the way to it. */
import { z } from 'zod'
import { engine } from './command.ts'
import { setupSteps } from './setup.ts'
import type { CheckStep } from './view-models.ts'

const host = z.string().trim().min(1).max(255)

export const setupCommands = {
  /** Where set-up goes on at the next start; null when it is over. */
  'setup:at': engine<void>()(z.object({ step: z.enum(setupSteps).nullable() })),
  /**
   * Whether a phone system answers there, without signing in. `encryption`, `fingerprint`: as in `phone-system:check`;
   * `ownAddress`: as in `phone-system:own-address`.
   */
  'phone-system:find': engine<{
    steps: CheckStep[]
    encryption: { port: number; fingerprint: string } | null
    fingerprint: string | null
    ownAddress: string | null
  }>()(z.object({ host, port: z.int().min(1).max(65535), tls: z.boolean().default(false) })),
  /** By which address this PC goes to that host; null when there is no way to it. */
  'phone-system:own-address': engine<{ address: string | null }>()(z.object({ host })),
  /** Phone systems that answer under a usual name, or where this PC's network begins. Asked for only when somebody wants. */
  'phone-system:look-for': engine<{ hosts: string[] }>()(z.undefined()),
}

export const tryingCommands = {
  /** What the account can text from; `numberForPeople` is null for a messaging service. */
  'texting:senders': engine<{
    senders: { from: string; numberForPeople: string | null; name: string; texts: boolean }[]
  }>()(
    z.object({
      accountSid: z.string().trim().min(1).max(64),
      apiKey: z.string().trim().max(64).default(''),
      /** Left out: the one that is stored. */
      authToken: z.string().max(500).optional(),
      baseUrl: z.union([z.literal(''), z.url({ protocol: /^https?$/ })]),
    }),
  ),
  /** A text by staff to their own phone, by the way that is saved; `messageId` as in `messages:send`. */
  'texting:test': engine<{ conversationId: string }>()(
    z.object({ to: z.string().trim().min(1).max(40), messageId: z.uuid() }),
  ),
}
