/** What the made-up checks of the phone system and of texting found, by codes; said as the engine says it. */
import { phoneStepInWords, textingStepInWords } from '../../electron/engine/telephony-words.ts'
import type { PhoneSystemCheckStep } from '../../telephony/ami/check.ts'
import type { Gateway, GatewayCheckStep } from '../../telephony/sms/gateway.ts'
import type { Picture } from './mock-bridge.ts'

export interface PhoneCheck {
  steps: PhoneSystemCheckStep[]
  encryption: { port: number; fingerprint: string } | null
}

export interface TextingCheck {
  gateway: Gateway['name']
  steps: GatewayCheckStep[]
}

/** The answers with the checks among them in the language that holds now. */
export function checksInWords(answers: Picture['answers']): Picture['answers'] {
  const said = { ...answers }
  for (const name of ['phone-system:find', 'phone-system:check']) {
    const check = answers[name] as PhoneCheck | undefined
    if (check) said[name] = { ...check, steps: check.steps.map(phoneStepInWords) }
  }
  const texting = answers['texting:check'] as TextingCheck | undefined
  if (texting)
    said['texting:check'] = { steps: texting.steps.map((step) => textingStepInWords(texting.gateway, step, 'US')) }
  return said
}
