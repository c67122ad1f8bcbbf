import type { Settings } from '../../../electron/contract/view-models.ts'
import { text } from '../../text/index.ts'
import { useAnswers } from './use-form.ts'

const defaultUser = 'ringback'
export const plainPort = 5038
export const encryptedPort = 5039

/** The answers about the phone system, which stand on one page in Settings and on two in first run. */
export function usePhoneAnswers({ phoneSystem }: Settings) {
  const stored = {
    host: phoneSystem.host,
    port: String(phoneSystem.port || plainPort),
    username: phoneSystem.username || defaultUser,
    password: '',
    tls: phoneSystem.tls,
    fingerprint: '',
  }
  const values = useAnswers('phone', stored)
  const { host, port, username, password, tls } = values
  const place = { host: host.trim(), port: Number(port), tls }
  // It goes to no other place, and not in the clear where it was encrypted.
  const samePlace = place.host === phoneSystem.host && (tls || !phoneSystem.tls)
  const keepsPassword = phoneSystem.hasPassword && (phoneSystem.waits || samePlace)
  const noPassword = phoneSystem.hasPassword ? text.setup.phone.passwordAgain : text.setup.required
  return {
    stored,
    values,
    place,
    user: { username: username.trim() || defaultUser, ...(password === '' ? {} : { password }) },
    keepsPassword,
    placeProblems: {
      host: place.host === '' ? text.setup.required : null,
      port: Number.isInteger(place.port) && place.port >= 1 && place.port <= 65535 ? null : text.setup.phone.badPort,
    },
    userProblems: {
      username: username.trim() === '' ? text.setup.required : null,
      password: password === '' && !keepsPassword ? noPassword : null,
    },
  }
}
