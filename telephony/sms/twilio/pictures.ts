/**
 * The pictures of received texts. The package lists them but cannot fetch them: the file's address is asked with the
 * account's credentials and answers with a redirect to where it lies, which must not get them.
 */
import { GatewayError } from '../gateway.ts'
import type { FetchedPicture, Pictures } from '../gateway.ts'
import type { TwilioAccount, TwilioClients } from './clients.ts'
import { gatewayErrorOf } from './meaning.ts'
import { isThisPc } from './safe-address.ts'
import { troubleOf } from './trouble.ts'

/** Twilio allows ten with one text. */
const mostPictures = 10
const mostRedirects = 5
/** A slow line needs this long, in ms, for the largest that is taken. */
const timeout = 60_000

export function twilioPictures(account: TwilioAccount, clients: () => Promise<TwilioClients>): Pictures {
  const base = async () => (await clients()).reading.api.absoluteUrl('')

  return {
    async list(providerId) {
      try {
        const { reading } = await clients()
        const { instances } = await reading.messages(providerId).media.page({ pageSize: mostPictures })
        return instances.map(({ sid, contentType }) => ({ id: sid, contentType }))
      } catch (thrown) {
        throw gatewayErrorOf(troubleOf(thrown))
      }
    },

    async fetch(providerId, id, mostBytes) {
      const [api, sid, message, media] = [await base(), account.accountSid, providerId, id].map((part, index) =>
        index === 0 ? part : encodeURIComponent(part),
      )
      const address = `${api}2010-04-01/Accounts/${sid}/Messages/${message}/Media/${media}`
      try {
        const response = await follow(address, authorization(account))
        return await pictureIn(response, mostBytes)
      } catch (thrown) {
        if (thrown instanceof GatewayError) throw thrown
        throw unfetched('no-connection')
      }
    },
  }
}

/** Goes where the redirects lead; the credentials stay with the first server, and nothing leads from https to http. */
async function follow(first: string, credentials: string): Promise<Response> {
  const { origin } = new URL(first)
  const signal = AbortSignal.timeout(timeout)
  let address = first
  for (let redirects = 0; redirects <= mostRedirects; redirects += 1) {
    const headers: Record<string, string> = new URL(address).origin === origin ? { authorization: credentials } : {}
    const response = await fetch(address, { redirect: 'manual', headers, signal })
    const location = response.headers.get('location')
    if (response.status < 300 || response.status >= 400 || location === null) return response
    await response.body?.cancel()
    const next = new URL(location, address)
    if (next.protocol !== 'https:' && !(isThisPc(first) && isThisPc(next.href))) throw unfetched('other', 'http:')
    address = next.href
  }
  throw unfetched('other', 'redirect')
}

async function pictureIn(response: Response, mostBytes: number): Promise<FetchedPicture> {
  const { status, headers, body } = response
  if (status === 404 || status === 410) return { end: 'gone' }
  if (status === 401 || status === 403) throw unfetched('credentials', `HTTP ${status}`)
  if (status === 429) {
    const seconds = Number(headers.get('retry-after') ?? '')
    throw new GatewayError('too-many-requests', { code: 'more-slowly', facts: {} }, seconds > 0 ? seconds * 1000 : null)
  }
  if (status !== 200 || !body) throw unfetched('no-connection', `HTTP ${status}`)
  if (Number(headers.get('content-length') ?? 0) > mostBytes) {
    await body.cancel()
    return { end: 'too-large' }
  }
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of body) {
    length += chunk.length
    // What was said about the size need not be true.
    if (length > mostBytes) return { end: 'too-large' }
    chunks.push(chunk)
  }
  const contentType = (headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? ''
  return { end: 'fetched', contentType, bytes: Buffer.concat(chunks) }
}

/** `detail`: in the language of the network, for support. */
function unfetched(kind: GatewayError['kind'], detail?: string): GatewayError {
  const facts = detail === undefined ? {} : { detail }
  return new GatewayError(kind, { code: 'picture-not-fetched', facts })
}

function authorization({ accountSid, authToken, apiKey }: TwilioAccount): string {
  const [user, password] = apiKey ? [apiKey.sid, apiKey.secret] : [accountSid, authToken]
  return `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`
}
