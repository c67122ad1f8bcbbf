/** The answers of the texting form: as they are stored, as the engine wants them, and what is wrong with them. */
import type { CommandInput } from '../../../electron/contract/commands.ts'
import { ok } from '../../../electron/contract/result.ts'
import type { Result } from '../../../electron/contract/result.ts'
import type { Settings } from '../../../electron/contract/view-models.ts'
import { api } from '../../api/ringback.ts'
import type { FormValues } from '../../store/forms-slice.ts'
import { hasGateway } from '../../store/setup-state.ts'
import { text } from '../../text/index.ts'
import { isWebAddress } from './web-address.ts'

type Answers = FormValues['texting']

export function storedAnswers({ texting, textsFrom, watchOnly }: Settings): Answers {
  const { kind, accountSid, apiKey, baseUrl, trunk, numbers } = texting
  const none = watchOnly.on && !hasGateway(texting)
  return {
    kind: none ? 'none' : kind,
    accountSid,
    apiKey,
    authToken: '',
    // As people write it; the engine takes any spelling.
    from: textsFrom,
    baseUrl,
    trunk,
    numbers,
    watchOnly: watchOnly.on,
  }
}

/** Null where there is no way to be set up. */
export function inputOf(values: Answers): CommandInput<'texting:save'> | null {
  const { kind, accountSid, apiKey, authToken, from, baseUrl, trunk, numbers } = values
  if (kind === 'none') return null
  if (kind === 'asterisk') return { kind, from: from.trim(), trunk: trunk.trim(), numbers }
  const token = authToken === '' ? {} : { authToken: authToken.trim() }
  return {
    kind,
    accountSid: accountSid.trim(),
    apiKey: apiKey.trim(),
    from: from.trim(),
    baseUrl: baseUrl.trim(),
    ...token,
  }
}

export function problemsOf(values: Answers, hasToken: boolean): Record<string, string | null> {
  const required = (value: string) => (value.trim() === '' ? text.setup.required : null)
  if (values.kind === 'none') return {}
  if (values.kind === 'asterisk') return { from: required(values.from), trunk: required(values.trunk) }
  const baseUrl = values.baseUrl.trim()
  return {
    accountSid: required(values.accountSid),
    apiKey: /^(?:SK[0-9A-Za-z]+)?$/.test(values.apiKey.trim()) ? null : text.setup.texting.badKey,
    authToken: hasToken ? null : required(values.authToken),
    from: required(values.from),
    baseUrl: baseUrl === '' || isWebAddress(baseUrl) ? null : text.setup.texting.badUrl,
  }
}

/** Saves the way and whether calls are only watched, such that nothing goes out in between that should not. */
export async function saveAnswers(values: Answers, watched: boolean): Promise<Result<unknown>> {
  const input = inputOf(values)
  const watch = input === null || values.watchOnly
  const setWatch = async () => (watch === watched ? ok(undefined) : api.request('watch-only:set', { on: watch }))
  const before = watch ? await setWatch() : ok(undefined)
  if (!before.ok || input === null) return before
  const saved = await api.request('texting:save', input)
  return saved.ok && !watch ? setWatch() : saved
}
