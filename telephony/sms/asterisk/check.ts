/** The live test of set-up: may Ringback send texts, through which trunk, and what becomes of those that come in? */
import type { Clock } from '../../clock.ts'
import type { GatewayCheckStep } from '../gateway.ts'
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

const names = {
  'sign-in': 'Send texts',
  trunk: 'Your trunk',
  answers: 'Receive texts',
  replies: 'Texts while Ringback is off',
} as const satisfies Partial<Record<GatewayCheckStep['about'], string>>

const toPhoneSystem = 'Connect the phone system first, in Settings → Phone system.'
/** The first releases that send to a number at a trunk; before them this way of writing it did not exist. */
const firstReleases: Record<string, number> = { 16: 20, 18: 6 }

/** Asks the phone system, sends nothing. Never rejects. */
export async function checkAsterisk(options: CheckOptions): Promise<GatewayCheckStep[]> {
  const nothing = [step('trunk', 'skipped', ''), step('answers', 'skipped', ''), step('replies', 'skipped', '')]
  try {
    const rights = await rightsToSend(options)
    if (!rights) return [failed('sign-in', 'The phone system is not connected.', toPhoneSystem), ...nothing]
    if (!rights.send) return [failed('sign-in', notPermitted.message, notPermitted.remedy), ...nothing]
    const signIn = step('sign-in', 'ok', 'The phone system lets Ringback send texts.')
    const { found, context } = await trunkStep(options, rights)
    if (found.state === 'failed') return [signIn, found, ...nothing.slice(1)]
    return [signIn, found, ...(await receivingSteps(options, context))]
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    return [failed('sign-in', `The phone system does not answer: ${why}`, toPhoneSystem), ...nothing]
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
  const { message, remedy } = noTrunk(trunk)
  const none = failed('trunk', message, remedy, ['trunk'])
  if (name === null) return { found: none, context: null }
  if (!rights.look) {
    const unknown = `Whether there is a trunk called “${name}” this user may not know.`
    return { found: step('trunk', 'skipped', unknown), context: null }
  }
  const setting = async (field: string) =>
    (await port.action({ Action: 'Getvar', Variable: `PJSIP_ENDPOINT(${name},${field})` }))?.get('Value') ?? ''
  if ((await setting('aors')) === '') return { found: none, context: null }
  const context = (await setting('message_context')) || (await setting('context'))
  const old = await tooOld(port)
  const found = old
    ? failed(
        'trunk',
        `This is Asterisk ${old}, which cannot send texts to a number.`,
        'It takes 16.20, 18.6, or newer.',
      )
    : step('trunk', 'ok', `Texts leave through “${name}”. Whether your provider takes them, your first text shows.`)
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
    const unseen = 'This user may not look at the dialplan. The first text shows whether it is right.'
    const lost =
      'Texts that come while Ringback is not connected are lost, a STOP too: this user may not read those kept.'
    const remedy = 'Add reporting to the user’s write line in manager.conf, and run “manager reload”.'
    return [step('answers', 'skipped', unseen), step('replies', 'warning', lost, remedy)]
  }
  const { from } = options
  const lines = await dialplanAt(options, context)
  const raises = lines.some((line) => line.includes(`UserEvent(${textEvent},`))
  const keeps = lines.some((line) => line.includes(`Set(DB(${storeFamily}/`))
  if (!raises && !keeps) {
    const message = `Texts to ${from} do not reach Ringback: the dialplan’s context “${context}” has no line for them.`
    const remedy =
      `Add the lines shown here to extensions.conf, message_context = ${textContext} to the trunk’s endpoint, and run ` +
      '“dialplan reload” and “pjsip reload”.'
    return [failed('answers', message, remedy), step('replies', 'skipped', '')]
  }
  const user = 'They show at once if the user’s read line has user, else within some seconds.'
  const answers = step(
    'answers',
    'ok',
    `The dialplan hands texts to ${from} on to Ringback. ${keeps ? user : ''}`.trim(),
  )
  return [answers, whileAway(keeps)]
}

function whileAway(keeps: boolean): GatewayCheckStep {
  if (keeps) return step('replies', 'ok', 'The phone system keeps texts until Ringback has fetched them.')
  const message =
    'Texts that come while Ringback is not connected are lost, a STOP too: the dialplan does not keep them.'
  return step('replies', 'warning', message, 'Use all of the lines shown here.')
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

function step(
  about: keyof typeof names,
  state: GatewayCheckStep['state'],
  message: string,
  remedy: string | null = null,
): GatewayCheckStep {
  return { about, name: names[about], state, message, remedy, fields: [] }
}

function failed(about: keyof typeof names, message: string, remedy: string | null, fields: string[] = []) {
  return { ...step(about, 'failed', message, remedy), fields }
}
