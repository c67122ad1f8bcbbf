/**
 * Every request the window can make, in one map: who answers it, what goes in (checked at the border) and what
 * comes out. Main's router, the preload bridge and the engine are all derived from it.
 */
import { z } from 'zod'
import { backupCommands } from './backup-commands.ts'
import { callBackCommands } from './call-back-commands.ts'
import { bookingCommands } from './booking-commands.ts'
import { contactCommands } from './contact-commands.ts'
import { mostNumbers } from './contacts.ts'
import { importCommands } from './import-commands.ts'
import { hoursCommands } from './hours-commands.ts'
import { listCommands } from './list-commands.ts'
import { lockCommands } from './lock-commands.ts'
import { tagCommands } from './tag-commands.ts'
import { preferences } from './preferences.ts'
import { setupCommands, tryingCommands } from './setup-commands.ts'
import { refusing } from './refused-input.ts'
import { callListCommands } from './call-list-commands.ts'
import { engine, main } from './command.ts'
import { overviewCommands } from './overview-commands.ts'
import { pcCommands } from './pc-commands.ts'
import { settingsFileCommands } from './settings-file-commands.ts'
import { privacyCommands } from './privacy-commands.ts'
import { textCommands } from './text-commands.ts'
import { timelineCommands, timelineLimit } from './timeline-commands.ts'
import { watchOnlyCommands } from './watch-only.ts'
import { sendWhen, textBody, writingCommands } from './writing-commands.ts'
import type { Command } from './command.ts'
import type { AppInfo, CheckStep, ConversationDetail, Health, LiveCall, Parties, Settings } from './view-models.ts'

const nothing = z.undefined()
const id = z.string().min(1).max(80)
const secret = z.string().max(500)

/** Of a certificate, `AB:CD:…` (SHA-256). */
const fingerprint = z.string().regex(/^[0-9A-F]{2}(?::[0-9A-F]{2}){31}$/)

const phoneSystem = z.object({
  host: z.string().trim().min(1).max(255),
  port: z.int().min(1).max(65535),
  username: z.string().trim().min(1).max(100),
  /** Left out: keep the one that is stored, which is refused for another host, and unencrypted after encryption. */
  password: secret.optional(),
  tls: z.boolean().default(false),
  /** Of the certificate that the check showed. Left out: what is trusted stays, the first one where it is a new place. */
  fingerprint: fingerprint.optional(),
})

const textingNumber = z.string().trim().min(1).max(40)

const texting = z.union([
  z.object({
    kind: z.literal('twilio').default('twilio'),
    accountSid: z.string().trim().min(1).max(64),
    /** An API key's id, whose secret `authToken` then is; empty to sign in with the account's own token. */
    apiKey: z
      .union([
        z.literal(''),
        z
          .string()
          .trim()
          .refine((sid) => /^SK[0-9A-Za-z]{1,62}$/.test(sid), refusing('api-key')),
      ])
      .default(''),
    /** Left out: keep the one that is stored. */
    authToken: secret.optional(),
    from: textingNumber,
    baseUrl: z.union([z.literal(''), z.url({ protocol: /^https?$/ })]),
  }),
  /** Through the office's own phone system. */
  z.object({
    kind: z.literal('asterisk'),
    from: textingNumber,
    /** The trunk's endpoint, e.g. `PJSIP/trunk`. */
    trunk: z.string().trim().min(1).max(80),
    /** How the trunk wants numbers: `+15305550141`, or without the plus. */
    numbers: z.enum(['plus', 'digits']),
  }),
])

/** What is left out keeps its value. */
const followUpTiming = z.object({
  firstOn: z.boolean(),
  whenClosed: z.enum(['at-once', 'hold']),
  secondOn: z.boolean(),
  secondAfterMinutes: z.int().min(1).max(1440),
  thirdOn: z.boolean(),
  thirdAt: z.string().refine((time) => /^([01]\d|2[0-3]):[0-5]\d$/.test(time), refusing('time')),
  countries: z.array(z.string().refine((country) => /^[A-Z]{2}$/.test(country), refusing('country'))).max(250),
})

export const commands = {
  ...listCommands,
  /** `limit`: how much of the time line, the newest items. */
  'conversations:get': engine<ConversationDetail>()(z.object({ id, limit: timelineLimit })),
  'conversations:mark-read': engine<void>()(z.object({ id })),
  'conversations:mark-done': engine<void>()(z.object({ id })),
  /** Brings back what was before "done": the state, and the automatic texts that it stopped. */
  'conversations:undo-done': engine<void>()(z.object({ id })),
  'conversations:reopen': engine<void>()(z.object({ id })),
  /**
   * `messageId` is made by the window, so that a repeated request sends once. `instead` names earlier texts whose
   * answer was lost and which this one replaces: it is refused when any of them was taken after all.
   */
  'messages:send': engine<void>()(
    z.object({
      conversationId: id,
      messageId: z.uuid(),
      body: textBody,
      instead: z.array(z.uuid()).max(20).optional(),
      when: sendWhen.optional(),
    }),
  ),
  /** Staff decided that a `failed` or `check` text shall go out again. */
  'messages:send-again': engine<void>()(z.object({ id })),
  'follow-ups:stop': engine<void>()(z.object({ conversationId: id })),
  /** `messageId` is the text that the window shows as the next one: refused when it is not any more. */
  'follow-ups:send-now': engine<void>()(z.object({ conversationId: id, messageId: id })),
  /** Leaves out this text only; those after it go out. */
  'follow-ups:skip': engine<void>()(z.object({ conversationId: id, messageId: id })),
  'contacts:rename': engine<void>()(z.object({ id, name: z.string().trim().max(120) })),
  'contacts:save-notes': engine<void>()(z.object({ id, notes: z.string().max(4000) })),
  'contacts:opt-out': engine<void>()(z.object({ id })),
  'contacts:opt-in': engine<void>()(z.object({ id })),
  'live:get': engine<{ calls: LiveCall[] }>()(nothing),
  ...callBackCommands,
  ...callListCommands,
  ...overviewCommands,
  ...pcCommands,
  ...settingsFileCommands,
  ...hoursCommands,
  ...tagCommands,
  ...contactCommands,
  ...bookingCommands,
  ...importCommands,
  ...textCommands,
  ...timelineCommands,
  ...writingCommands,
  ...watchOnlyCommands,
  ...setupCommands,
  ...tryingCommands,
  ...backupCommands,
  ...privacyCommands,
  ...lockCommands,
  'health:get': engine<Health>()(nothing),
  'settings:get': engine<Settings>()(nothing),
  'settings:save-business': engine<void>()(
    z.object({
      name: z.string().trim().min(1).max(80),
      bookingLink: z.union([z.literal(''), z.url({ protocol: /^https?$/ })]),
    }),
  ),
  'settings:save-follow-up': engine<void>()(
    z.object({
      enabled: z.boolean(),
      delaySeconds: z.int().min(0).max(300),
      ...followUpTiming.partial().shape,
    }),
  ),
  /**
   * `encryption`: where the phone system offers what is not used yet; null when it does not. `fingerprint`: of the
   * certificate that was shown, to be saved with the place; null without encryption.
   */
  'phone-system:check': engine<{
    steps: CheckStep[]
    encryption: { port: number; fingerprint: string } | null
    fingerprint: string | null
  }>()(phoneSystem),
  /** `connect` false: only kept until the sign-in was tried; refused once a phone system is connected. */
  'phone-system:save': engine<void>()(phoneSystem.extend({ connect: z.boolean().default(true) })),
  /** The certificate with this fingerprint is the trusted one from now on. */
  'phone-system:trust': engine<void>()(z.object({ fingerprint })),
  'parties:list': engine<Parties>()(nothing),
  /** The office's own word on an endpoint, from the next call on; null takes it back. */
  'parties:choose': engine<void>()(
    z.object({ endpoint: z.string().min(1).max(200), side: z.enum(['outside', 'inside']).nullable() }),
  ),
  /** An empty name takes the line's name away. */
  'lines:name': engine<void>()(z.object({ number: z.string().min(1).max(40), name: z.string().trim().max(80) })),
  /** Connects at once instead of waiting for the next attempt. */
  'phone-system:try-now': engine<void>()(nothing),
  'texting:check': engine<{ steps: CheckStep[] }>()(texting),
  /** Somebody says that what stood between Ringback and the text service is mended. */
  'texting:try-now': engine<void>()(nothing),
  'texting:save': engine<void>()(texting),
  /** For texts through the office's own phone system: the trunks that are known, and the dialplan that it needs. */
  'texting:own-system': engine<{ trunks: string[]; context: string; dialplan: string }>()(nothing),
  'app:info': main<AppInfo>()(nothing),
  'app:prefer': main<AppInfo>()(preferences),
  /** For a PC without a keychain; holds at once. */
  'secrets:choose': main<AppInfo>()(z.object({ how: z.enum(['ask', 'file']) })),
  /** Opens the demo office: its own profile, its own window title, never mixed with the office's data. */
  'app:open-demo': main<void>()(nothing),
  'app:leave-demo': main<void>()(nothing),
  'app:open-log-folder': main<void>()(nothing),
  /** Only https:, tel: and mailto: links leave the app. */
  'app:open-link': main<void>()(z.object({ url: z.string().max(2000) })),
  /** Opens the system's own panel of emoji, where there is one (`AppInfo.emojiPanel`). */
  'app:emoji-panel': main<void>()(nothing),
  /** Which conversations are being read (those with all numbers of one person), so that no toast is shown for them. */
  'app:reading': main<void>()(z.object({ conversationIds: z.array(id).max(mostNumbers) })),
} satisfies Record<string, Command<'main' | 'engine', z.ZodType, unknown>>

export type CommandName = keyof typeof commands
/** What the caller passes (defaults may be left out). */
export type CommandInput<N extends CommandName> = z.input<(typeof commands)[N]['input']>
/** What the handler gets, after the check. */
export type CommandArguments<N extends CommandName> = z.output<(typeof commands)[N]['input']>
export type CommandOutput<N extends CommandName> = Exclude<(typeof commands)[N]['output'], undefined>
type OwnedBy<Owner extends 'main' | 'engine'> = {
  [N in CommandName]: (typeof commands)[N]['owner'] extends Owner ? N : never
}[CommandName]
/** What the engine answers. */
export type EngineCommandName = OwnedBy<'engine'>
/** What main answers by itself. */
export type MainCommandName = OwnedBy<'main'>
