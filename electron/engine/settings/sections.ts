/** The settings by section: what each may hold and what holds until somebody sets it. Secrets are never among them. */
import { z } from 'zod'
import { openingHours, quietHours } from '../../contract/hours-commands.ts'
import { mostUndoSeconds } from '../../contract/writing.ts'
import { setupSteps } from '../../contract/setup.ts'
import { keepingMonths } from '../../contract/privacy.ts'
import { languages } from '../../contract/preferences.ts'
import { standardTexts } from '../../contract/standard-texts.ts'
import { language } from '../../contract/text/index.ts'
import { longestTemplate } from '../../contract/texts.ts'
import type { Texts } from '../../contract/texts.ts'
import { fingerprintIn } from '../../../telephony/ami/certificate.ts'
import { dialPrefix, numberForms } from '../../../telephony/calls/dialling.ts'

/** An address that opens in a browser; empty for none. */
const webAddress = z.union([z.literal(''), z.url({ protocol: /^https?$/ })])

const template = z.string().trim().max(longestTemplate)
/** Left out, it is the standard text of the texts' language. */
const officeText = z
  .object({ usual: template.min(1).optional(), closed: template.default(''), break: template.default('') })
  .prefault({})
const lineText = z
  .object({ usual: template.default(''), closed: template.default(''), break: template.default('') })
  .prefault({})

const workday = [{ from: '08:00', to: '17:00' }]

/** Seconds from the hang-up to the first text (design, "Whom to text": 15, 0 to 300). */
export const defaultDelaySeconds = 15

export const sections = {
  business: z.object({
    name: z.string().trim().max(80).default(''),
    bookingLink: webAddress.default(''),
    /** Two letters, ISO 3166-1: whose number spelling people here use, and whom to text by default. */
    country: z
      .string()
      .regex(/^[A-Z]{2}$/)
      .default('US'),
    timeZone: z
      .string()
      .refine(isTimeZone)
      .default(() => Intl.DateTimeFormat().resolvedOptions().timeZone),
  }),
  'phone-system': z.object({
    host: z.string().trim().max(255).default(''),
    /** Asterisk's usual port. */
    port: z.int().min(1).max(65535).default(5038),
    username: z.string().trim().max(100).default(''),
    tls: z.boolean().default(false),
    /** Of the certificate that is trusted (SHA-256); null until the first one was seen. */
    fingerprint: z.string().transform(fingerprintIn).nullable().default(null),
    trunks: z.array(z.string().trim().min(1).max(200)).default([]),
    /** Set-up keeps the place before the phone system knows the user: until then nobody signs in there. */
    waits: z.boolean().default(false),
  }),
  texting: z.object({
    kind: z.enum(['twilio', 'asterisk']).default('twilio'),
    accountSid: z.string().trim().max(64).default(''),
    /** An API key's id, when the secret is that key's. */
    apiKey: z.string().trim().max(64).default(''),
    from: z.string().trim().max(40).default(''),
    baseUrl: webAddress.default(''),
    /** For texts through the office's own phone system: its trunk, and how that wants numbers. */
    trunk: z.string().trim().max(80).default(''),
    numbers: z.enum(['plus', 'digits']).default('plus'),
  }),
  'follow-up': z.object({
    enabled: z.boolean().default(true),
    delaySeconds: z.int().min(0).max(300).default(defaultDelaySeconds),
    firstOn: z.boolean().default(true),
    whenClosed: z.enum(['at-once', 'hold']).default('at-once'),
    secondOn: z.boolean().default(true),
    secondAfterMinutes: z.int().min(1).max(1440).default(120),
    thirdOn: z.boolean().default(true),
    thirdAt: z
      .string()
      .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
      .default('09:00'),
    countries: z.array(z.string().regex(/^[A-Z]{2}$/)).default([]),
  }),
  texts: z
    .object({
      /** Whoever saved texts before there was a choice had these. */
      language: z.enum(languages).default('en'),
      steps: z.object({ first: officeText, second: officeText, third: officeText }).prefault({}),
      lines: z
        .array(
          z.object({
            number: z.string().min(1).max(40),
            steps: z.object({ first: lineText, second: lineText, third: lineText }).prefault({}),
          }),
        )
        .default([]),
      plainPunctuation: z.boolean().default(true),
      addOptOut: z.boolean().default(true),
    })
    .transform(({ steps, ...texts }): Texts => {
      const { first, second, third } = standardTexts[texts.language]
      return {
        ...texts,
        steps: {
          first: { ...steps.first, usual: steps.first.usual ?? first },
          second: { ...steps.second, usual: steps.second.usual ?? second },
          third: { ...steps.third, usual: steps.third.usual ?? third },
        },
      }
    }),
  hours: openingHours.default({
    week: { mon: workday, tue: workday, wed: workday, thu: workday, fri: workday, sat: [], sun: [] },
    exceptions: [],
  }),
  /** The whole country's hours for sales calls and texts (47 CFR 64.1200(c)(1)). */
  'quiet-hours': quietHours.default({ from: '08:00', to: '21:00', byState: false }),
  lines: z.array(z.object({ number: z.string().min(1).max(40), name: z.string().trim().min(1).max(80) })).default([]),
  /** What is empty or `auto` is found out when somebody is called back (call-back/plan.ts). */
  'call-back': z.object({
    phone: z.string().trim().max(120).default(''),
    context: z.string().max(80).default(''),
    prefix: z.string().regex(dialPrefix).default(''),
    numberForm: z.enum(['auto', ...numberForms]).default('auto'),
    callerId: z.string().max(40).default('auto'),
  }),
  /** How the window sends what staff write: so many seconds later, in which it can be taken back. */
  writing: z.object({ undoSeconds: z.int().min(0).max(mostUndoSeconds).default(5) }),
  /** Which calls are judged and never texted because of. */
  'watch-only': z.object({
    on: z.boolean().default(false),
    lines: z.array(z.object({ number: z.string().min(1).max(40), on: z.boolean() })).default([]),
  }),
  /** For how many months calls and texts are kept; 0: for ever. */
  privacy: z.object({ keepMonths: z.literal([...keepingMonths]).default(0) }),
  /** How main says that the window's lock is set, so that the history tells of it. */
  'app-lock': z.object({
    on: z.boolean().default(false),
    minutes: z.int().default(10),
    /** When the PIN was set, epoch ms. */
    setAt: z.int().default(0),
  }),
  /** The office chose the demo, or set everything up in a config file. */
  setup: z.object({
    configured: z.boolean().default(false),
    /** Where somebody left it; null when it is over, or was not begun. */
    step: z.enum(setupSteps).nullable().default(null),
  }),
}

export type SectionName = keyof typeof sections
export type Section<N extends SectionName> = z.output<(typeof sections)[N]>
export type SectionInput<N extends SectionName> = z.input<(typeof sections)[N]>

/**
 * What a section holds until it is saved. The texts are in the window's language until then: nothing goes out to callers
 * before an office has a name, and whoever gives it one saves its texts with it.
 */
export function defaultsOf<N extends SectionName>(name: N): Section<N> {
  const schema = sections[name]
  const none = name === 'texts' ? { language } : schema instanceof z.ZodObject ? {} : undefined
  return schema.parse(none) as Section<N>
}

/** True for a zone this machine knows, e.g. `America/Chicago`. */
export function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return true
  } catch {
    return false
  }
}
