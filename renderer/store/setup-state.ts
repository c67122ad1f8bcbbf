/** How far set-up is, by what is stored. */
import type { Settings } from '../../electron/contract/view-models.ts'

/** Whether a way for texts is stored. */
export function hasGateway({ kind, accountSid, hasToken, trunk }: Settings['texting']): boolean {
  return kind === 'asterisk' ? trunk !== '' : accountSid !== '' && hasToken
}

/** Ringback can do its work: whoever leaves set-up now has nothing to come back for. */
export function isReady({ configured, texting, watchOnly, business }: Settings): boolean {
  return configured && (hasGateway(texting) || watchOnly.on) && business.name !== ''
}
