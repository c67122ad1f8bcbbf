/**
 * The config file of an engine without a window (`npm run engine -- --config FILE`): the same settings, with the
 * secrets that elsewhere lie in the keychain.
 */
import { z } from 'zod'
import { refusalOf as refusalIn } from '../../contract/refused-input.ts'
import type { Refusal } from '../../contract/refused-input.ts'
import { fail, ok } from '../../contract/result.ts'
import { longestTemplate } from '../../contract/texts.ts'
import type { Texts } from '../../contract/texts.ts'
import type { Result } from '../../contract/result.ts'
import { refusalOf } from '../followup/refusal.ts'
import type { Work } from '../store/database.ts'
import { jsonFault } from './json-fault.ts'
import { fingerprintIn } from '../../../telephony/ami/certificate.ts'
import { configHours, configQuietHours, configTexts, withConfig } from './config-office.ts'
import { defaultsOf, isTimeZone } from './sections.ts'
import { readSection, saveSection } from './settings.ts'

const text = (most: number) => z.string().trim().min(1).max(most)

const schema = z.strictObject({
  business: z.strictObject({
    name: text(80),
    /** Empty, or left out, for none. */
    bookingLink: z
      .union([z.literal(''), z.url({ protocol: /^https?$/, error: 'must be a web address that begins with https://' })])
      .optional(),
    country: z
      .string()
      .regex(/^[A-Z]{2}$/, 'must be a country of two capital letters, such as "US"')
      .optional(),
    timeZone: z.string().refine(isTimeZone, 'must be a time zone such as "America/Chicago"').optional(),
  }),
  pbx: z.strictObject({
    host: text(255),
    port: z.int().min(1).max(65535).default(5038),
    username: text(100),
    password: z.string().max(500),
    trunks: z.array(text(200)).default([]),
    /** Encrypted: `port` then mostly is 5039. */
    tls: z.boolean().default(false),
    /** Of the one certificate that is trusted, as openssl prints it (SHA-256). */
    fingerprint: z
      .string()
      .refine(
        (printed) => fingerprintIn(printed) !== null,
        'must be a SHA-256 fingerprint such as "AB:CD:…", of 32 bytes',
      )
      .optional(),
  }),
  gateway: z.discriminatedUnion(
    'kind',
    [
      z.strictObject({
        kind: z.literal('twilio'),
        accountSid: text(64),
        authToken: text(500),
        /** With one, it signs in with this key and `authToken` is the key's secret. */
        apiKey: text(64).optional(),
        from: text(40),
        baseUrl: z.url({ protocol: /^https?$/, error: 'must be a web address' }).optional(),
      }),
      /** Through the office's own phone system. */
      z.strictObject({
        kind: z.literal('asterisk'),
        from: text(40),
        /** The endpoint that texts leave through, e.g. `PJSIP/trunk`. */
        trunk: text(80),
        numbers: z.enum(['plus', 'digits'], 'must be "plus" or "digits"').default('plus'),
      }),
    ],
    'must be "twilio" or "asterisk"',
  ),
  followUp: z
    .strictObject({
      enabled: z.boolean().optional(),
      delaySeconds: z.int().min(0).max(300).optional(),
      /** The first text: short for `texts.first.usual`. */
      template: text(longestTemplate).optional(),
      firstOn: z.boolean().optional(),
      whenClosed: z.enum(['at-once', 'hold'], 'must be "at-once" or "hold"').optional(),
      secondOn: z.boolean().optional(),
      secondAfterMinutes: z.int().min(1).max(1440).optional(),
      thirdOn: z.boolean().optional(),
      thirdAt: z
        .string()
        .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time such as "09:00"')
        .optional(),
      countries: z.array(z.string().regex(/^[A-Z]{2}$/, 'must be a country of two capital letters')).optional(),
    })
    .default({}),
  hours: configHours.optional(),
  quietHours: configQuietHours.optional(),
  /** Judge and store what would be texted, and send nothing by itself. */
  watchOnly: z.boolean().optional(),
  texts: configTexts.optional(),
  /** The office's numbers and what people call them. */
  lines: z.record(z.string().min(1).max(40), text(80)).optional(),
})

export type EngineConfig = z.output<typeof schema>

/** The config in `json`; a failure's message has one plain sentence a line, each naming its field. */
export function parseConfigFile(json: string): Result<EngineConfig> {
  let value: unknown
  try {
    value = JSON.parse(json)
  } catch {
    const fault = jsonFault(json)
    const where = fault ? `: look at line ${fault.line}, column ${fault.column}` : ''
    return fail('bad-input', `The config file is not valid JSON${where}.`, 'Correct the file and start again.')
  }
  const result = schema.safeParse(value)
  const sentences = result.success
    ? wordingProblems(result.data)
    : result.error.issues.map((issue) => sentence(issue, value))
  if (result.success && sentences.length === 0) return ok(result.data)
  return fail('bad-input', sentences.join('\n'), 'Correct the config file and start again.')
}

/**
 * Saves what the config says, except its secrets, in the transaction at hand. What it leaves out of the business, the
 * follow-up and the lines keeps the value it has; phone system and gateway become what it says as a whole, since half
 * of another one's settings would be of no use.
 */
export async function applyConfig(work: Work, config: EngineConfig, now: number): Promise<void> {
  const { business, pbx, gateway, lines, hours, quietHours } = config
  const { template: _, ...followUp } = config.followUp
  await saveSection(work, 'business', given(business), now)
  await saveSection(
    work,
    'phone-system',
    {
      host: pbx.host,
      port: pbx.port,
      username: pbx.username,
      trunks: pbx.trunks,
      tls: pbx.tls,
      waits: false,
      ...(await fingerprintFor(work, pbx)),
    },
    now,
  )
  const texting =
    gateway.kind === 'twilio'
      ? {
          kind: gateway.kind,
          accountSid: gateway.accountSid,
          from: gateway.from,
          baseUrl: gateway.baseUrl ?? '',
          apiKey: gateway.apiKey ?? '',
        }
      : gateway
  await saveSection(work, 'texting', texting, now)
  await saveSection(work, 'follow-up', given(followUp), now)
  await saveSection(work, 'texts', textsOf(config, await readSection(work.db, 'texts')), now)
  if (hours) await saveSection(work, 'hours', hours, now)
  if (quietHours) await saveSection(work, 'quiet-hours', quietHours, now)
  if (lines) {
    const named = Object.entries(lines).map(([number, name]) => ({ number, name }))
    await saveSection(work, 'lines', named, now)
  }
  if (config.watchOnly !== undefined) await saveSection(work, 'watch-only', { on: config.watchOnly, lines: [] }, now)
  await saveSection(work, 'setup', { configured: true, step: null }, now)
}

/** The certificate the file names; else the one seen first stays trusted, as long as the phone system is the same. */
async function fingerprintFor(work: Work, pbx: EngineConfig['pbx']): Promise<{ fingerprint?: string | null }> {
  if (pbx.fingerprint !== undefined) return { fingerprint: pbx.fingerprint }
  const known = await readSection(work.db, 'phone-system')
  return known.host === pbx.host && known.port === pbx.port ? {} : { fingerprint: null }
}

function textsOf({ followUp, texts }: EngineConfig, known: Texts): Texts {
  const first = { ...(followUp.template === undefined ? {} : { usual: followUp.template }), ...texts?.first }
  return withConfig(known, { ...texts, first })
}

/** Templates that could not be sent are as wrong as a missing field. */
function wordingProblems(config: EngineConfig): string[] {
  const { name, bookingLink = '' } = config.business
  const problem = refusalOf(textsOf(config, defaultsOf('texts')), { name, bookingLink })
  return problem === null ? [] : [`One of the texts cannot be sent: ${problem}`]
}

function given<T extends object>(fields: T): T {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T
}

function sentence(issue: z.core.$ZodIssue, config: unknown): string {
  const field = issue.path.join('.')
  const named = field === '' ? 'The config file' : `"${field}"`
  if (issue.code === 'unrecognized_keys') {
    const keys = issue.keys.map((key) => `"${[...issue.path, key].join('.')}"`)
    return `${keys.join(' and ')} ${keys.length === 1 ? 'is not a field' : 'are not fields'} of the config file.`
  }
  if (valueAt(config, issue.path) === undefined) return `${named} is missing.`
  switch (issue.code) {
    case 'invalid_type':
      return `${named} must be ${kinds[issue.expected] ?? issue.expected}.`
    case 'too_small':
      return issue.origin === 'string' ? `${named} must not be empty.` : `${named} must be ${issue.minimum} or more.`
    case 'too_big':
      return issue.origin === 'string'
        ? `${named} must not be longer than ${issue.maximum} characters.`
        : `${named} must be ${issue.maximum} or less.`
    default: {
      const refusal = refusalIn(issue)
      return `${named} ${refusal === null ? issue.message : (refusals[refusal] ?? issue.message)}.`
    }
  }
}

/** What a schema that the window uses, too, refuses by a code. */
const refusals: Partial<Record<Refusal, string>> = {
  time: 'must be a time such as "08:30"',
  'times-backwards': 'must be later than "from"',
}

const kinds: Record<string, string> = {
  string: 'text in quotes',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  object: 'a group of fields in { }',
  record: 'a group of fields in { }',
  array: 'a list in [ ]',
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (found, key) => (typeof found === 'object' && found !== null ? Reflect.get(found, key) : undefined),
    value,
  )
}
