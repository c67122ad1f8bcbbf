/** The live test of set-up: may Ringback send texts, through which trunk, and what becomes of those that come in? */
import type { Clock } from '../../clock.ts'
import type { GatewayCheckStep } from '../gateway.ts'
import type { TextingSaid } from '../texting-facts.ts'
import { storeFamily, textContext, textEvent } from './dialplan.ts'
import { noTrunk, notPermitted, trunkName } from './message-send.ts'
import { listed } from './port.ts'
import type { PhoneSystemPort } from './port.ts'
import type { KnownRights, Rights } from './rights.ts'

interface CheckOptions {
  port: PhoneSystemPort
  clock: Clock
  rights: KnownRights
  from: string
  trunk: string
}

type About = 'sign-in' | 'trunk' | 'answers' | 'replies'

/** The first releases that send to a number at a trunk; before them this way of writing it did not exist. */
const firstReleases: Record<string, number> = { 16: 20, 18: 6 }

/** Asks the phone system, sends nothing. Never rejects. */
export async function checkAsterisk(options: CheckOptions): Promise<GatewayCheckStep[]> {
  const nothing = [step('trunk', 'skipped', null), step('answers', 'skipped', null), step('replies', 'skipped', null)]
  try {
    const rights = await rightsToSend(options)
    if (!rights) return [failed('sign-in', { code: 'not-connected', facts: {} }), ...nothing]
    if (!rights.send) return [failed('sign-in', notPermitted.said), ...nothing]
    const signIn = step('sign-in', 'ok', { code: 'may-send', facts: {} })
    const { found, context } = await trunkStep(options, rights)
    if (found.state === 'failed') return [signIn, found, ...nothing.slice(1)]
    return [signIn, found, ...(await receivingSteps(options, context))]
  } catch {
    return [failed('sign-in', { code: 'phone-system-silent', facts: {} }), ...nothing]
  }
}

/** As they are now: rights that were added after Ringback signed in hold from the next sign-in on. */
async function rightsToSend({ port, rights }: CheckOptions): Promise<Rights | null> {
  const before = await rights.ask({ anew: true })
  if (!before || before.send) return before
  await port.signInAgainFor('MessageSend')
  return rights.ask({ anew: true })
}

/** `context`: where the trunk's texts run through the dialplan; null when nobody may know. */
async function trunkStep(
  { port, trunk }: CheckOptions,
  rights: Rights,
): Promise<{ found: GatewayCheckStep; context: string | null }> {
  const name = trunkName(trunk)
  const none = failed('trunk', noTrunk(trunk).said, ['trunk'])
  if (name === null) return { found: none, context: null }
  if (!rights.look) {
    const said = { code: 'trunk-not-shown', facts: { trunk: name } } as const
    return { found: step('trunk', 'skipped', said), context: null }
  }
  const setting = async (field: string) =>
    (await port.action({ Action: 'Getvar', Variable: `PJSIP_ENDPOINT(${name},${field})` }))?.get('Value') ?? ''
  if ((await setting('aors')) === '') return { found: none, context: null }
  const context = (await setting('message_context')) || (await setting('context'))
  const version = await tooOld(port)
  const found =
    version === null
      ? step('trunk', 'ok', { code: 'trunk-ready', facts: { trunk: name } })
      : failed('trunk', { code: 'too-old', facts: { version } })
  return { found, context }
}

/** The version when it is one that is too old; null also when nobody tells. */
async function tooOld(port: PhoneSystemPort): Promise<string | null> {
  const version = (await port.action({ Action: 'CoreSettings' }))?.get('AsteriskVersion') ?? ''
  const [, major = '', minor = ''] = /^(\d+)\.(\d+)/.exec(version) ?? []
  if (major === '') return null
  const isOld = Number(major) < 16 || major === '17' || Number(minor) < (firstReleases[major] ?? 0)
  return isOld ? version : null
}

async function receivingSteps(
  options: CheckOptions,
  context: string | null,
): Promise<[GatewayCheckStep, GatewayCheckStep]> {
  if (context === null) {
    return [
      step('answers', 'skipped', { code: 'dialplan-not-shown', facts: {} }),
      step('replies', 'warning', { code: 'kept-not-readable', facts: {} }),
    ]
  }
  const { from } = options
  const lines = await dialplanAt(options, context)
  const raises = lines.some((line) => line.includes(`UserEvent(${textEvent},`))
  const keeps = lines.some((line) => line.includes(`Set(DB(${storeFamily}/`))
  if (!raises && !keeps) {
    const said = { code: 'no-lines', facts: { from, context, ours: textContext } } as const
    return [failed('answers', said), step('replies', 'skipped', null)]
  }
  const answers = step('answers', 'ok', { code: keeps ? 'lines-found-and-kept' : 'lines-found', facts: { from } })
  const replies = keeps
    ? step('replies', 'ok', { code: 'texts-kept', facts: {} })
    : step('replies', 'warning', { code: 'texts-not-kept', facts: {} })
  return [answers, replies]
}

/** What the dialplan does with a text to the office's number, line by line. */
async function dialplanAt(options: CheckOptions, context: string): Promise<string[]> {
  const { from } = options
  for (const number of [from, from.replace(/^\+/, '')]) {
    const found = await listed(
      options,
      { Action: 'ShowDialPlan', Context: context, Extension: number },
      { item: 'ListDialplan', complete: 'ShowDialPlanComplete' },
    )
    const items = found?.items ?? []
    if (items.length === 0) continue
    return items.map((item) => `${item.get('Application') ?? ''}(${item.get('AppData') ?? ''}`)
  }
  return []
}

function step(about: About, state: GatewayCheckStep['state'], said: TextingSaid | null): GatewayCheckStep {
  return { about, state, said, fields: [] }
}

function failed(about: About, said: TextingSaid, fields: string[] = []): GatewayCheckStep {
  return { about, state: 'failed', said, fields }
}
