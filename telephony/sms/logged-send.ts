/** Sends one text and tells the log how it ended: without its words, and with half of its number. */
import type { Clock } from '../clock.ts'
import type { Logger } from '../logger.ts'
import { maskNumber } from '../phone-number.ts'
import type { OutgoingText, SendResult } from './gateway.ts'
import { inCode } from '../said.ts'

export async function loggedSend(
  text: OutgoingText,
  attempt: () => Promise<SendResult>,
  { clock, logger }: { clock: Clock; logger: Logger },
): Promise<SendResult> {
  const startedAt = clock.now()
  const result = await attempt()
  const facts = { to: maskNumber(text.to), ms: clock.now() - startedAt }
  if (result.end === 'accepted') logger.info('sms.accepted', { ...facts, id: result.message.providerId })
  else if (result.end === 'rejected') logger.warn('sms.rejected', { ...facts, code: result.failure.code })
  else logger.warn(`sms.${result.end}`, { ...facts, why: inCode(result.said) })
  return result
}
