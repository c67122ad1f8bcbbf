/** The two Twilio clients of one account: one that keeps its connections for reading, one that never does, for sending. */
import type twilio from 'twilio'
import type { Clock } from '../../clock.ts'
import { createHttpClient } from './http-client.ts'
import { isSafeAddress } from './safe-address.ts'
import { SettingsProblem } from './trouble.ts'

export interface TwilioAccount {
  /** `AC…`; with another provider, whatever that calls it. */
  accountSid: string
  authToken: string
  /** Used instead of the token where given: a key of the account that can be withdrawn by itself. */
  apiKey?: { sid: string; secret: string } | undefined
  /** Where the API is, with the path before `/2010-04-01` if there is one; empty for Twilio's own address. */
  baseUrl: string
}

export interface TwilioClients {
  reading: twilio.Twilio
  sending: twilio.Twilio
}

/**
 * Loads the package and signs nothing in: Twilio checks the credentials with each request. The package takes some
 * 150 ms and 30 MB to load, so that nothing loads it before it is needed. Throws `SettingsProblem`.
 */
export async function loadClients(
  account: TwilioAccount,
  options: { clock: Clock; timeoutMs: number },
): Promise<TwilioClients> {
  checkAccount(account)
  const { default: sdk } = await import('twilio')
  const build = (keepAlive: boolean) => {
    const [username, password] = account.apiKey
      ? [account.apiKey.sid, account.apiKey.secret]
      : [account.accountSid, account.authToken]
    const client = sdk(username, password, {
      // The package insists on Twilio's own kind; other providers have another.
      accountSid: account.accountSid.startsWith('AC') ? account.accountSid : 'AC',
      // Empty, not left out: otherwise the package takes them from the environment.
      edge: '',
      region: '',
      logLevel: 'none',
      userAgentExtensions: ['ringback'],
      httpClient: createHttpClient(sdk.RequestClient, { ...options, keepAlive }),
    })
    client.accountSid = account.accountSid
    if (account.baseUrl !== '') {
      const address = withoutVersion(account.baseUrl)
      client.api.baseUrl = address
      client.messaging.baseUrl = address
    }
    return client
  }
  return { reading: build(true), sending: build(false) }
}

/** Providers show their address with it at the end. */
function withoutVersion(baseUrl: string): string {
  return baseUrl.replace(/\/+$/, '').replace(/\/2010-04-01$/, '')
}

function checkAccount({ accountSid, authToken, apiKey, baseUrl }: TwilioAccount): void {
  if (!(baseUrl === '' ? /^AC[0-9A-Za-z]+$/ : /^[0-9A-Za-z-]+$/).test(accountSid)) {
    throw new SettingsProblem('accountSid', 'no-account')
  }
  if (apiKey ? apiKey.sid === '' || apiKey.secret === '' : authToken === '') {
    throw new SettingsProblem('authToken', 'no-token')
  }
  if (baseUrl !== '' && !isSafeAddress(baseUrl)) {
    throw new SettingsProblem('baseUrl', 'unsafe-address')
  }
}
