/** The window's requests about calling back. */
import { deskPhoneChannel } from '../../../telephony/ami/originate.ts'
import { dialled } from '../../../telephony/calls/dialling.ts'
import { parseNumber } from '../../../telephony/phone-number.ts'
import type { Clock } from '../../../telephony/clock.ts'
import type { callBackCommands as contract } from '../../contract/call-back-commands.ts'
import type { CommandArguments, CommandOutput } from '../../contract/commands.ts'
import { fail, ok } from '../../contract/result.ts'
import type { Result } from '../../contract/result.ts'
import { words } from '../../contract/text/index.ts'
import type { DeskPhone } from '../../contract/view-models.ts'
import { lineForPeople, readView } from '../inbox/view.ts'
import type { InboxContext } from '../inbox/commands.ts'
import { readSection, saveSection } from '../settings/settings.ts'
import type { Store } from '../store/database.ts'
import type { CallBack } from './call-back.ts'
import { guesses } from './plan.ts'

export interface CallBackContext {
  store: Store
  clock: Clock
  sentence: InboxContext['sentence']
  callBack: CallBack
  deskPhones(): readonly DeskPhone[]
  settingsChanged(): void
}

type CallBackCommand = keyof typeof contract

export type CallBackHandlers = {
  [N in CallBackCommand]: (input: CommandArguments<N>, context: CallBackContext) => Promise<Result<CommandOutput<N>>>
}

/** A number that belongs to nobody (555-01xx is kept free for examples), to show how the office dials. */
const example = '+12125550142'

export const callBackCommands: CallBackHandlers = {
  'call-back:start': (target, { callBack }) => callBack.start(target),

  'call-back:cancel': ({ id }, { callBack }) => callBack.cancel(id),

  async 'call-back:get'(_input, { callBack }) {
    const view = callBack.view()
    return ok({ callBack: view && view.phase !== 'ended' ? view : null })
  },

  async 'call-back:choices'(_input, { store, sentence, deskPhones }) {
    const view = await readView(store.db, sentence)
    const { dialling, callerId } = await guesses(store.db, view.country)
    const label = (number: string) => lineForPeople(view, number) ?? number
    const lines = view.lines.flatMap(({ number }) => {
      const parsed = parseNumber(number, view.country)
      return parsed.ok ? [{ number: parsed.number, label: label(number) }] : []
    })
    return ok({
      phones: [...deskPhones()],
      lines,
      dialling: dialling && {
        prefix: dialling.prefix,
        example: dialled(example, dialling, view.country) ?? '',
      },
      callerId: callerId === null ? null : label(callerId),
    })
  },

  async 'settings:save-call-back'(input, { store, clock, settingsChanged }) {
    const phone = input.phone === '' ? '' : deskPhoneChannel(input.phone)
    if (phone === null) {
      return fail('bad-input', ...words.callBack.badPhone)
    }
    const { country } = await readSection(store.db, 'business')
    const callerId = callerIdOf(input.callerId, country)
    if (callerId === null) {
      return fail('bad-input', ...words.callBack.badCallerId)
    }
    await store.write((work) => saveSection(work, 'call-back', { ...input, phone, callerId }, clock.now()))
    settingsChanged()
    return ok(undefined)
  },
}

function callerIdOf(typed: string, country: string): string | null {
  if (typed === 'auto' || typed === 'none') return typed
  const parsed = parseNumber(typed, country)
  return parsed.ok ? parsed.number : null
}
