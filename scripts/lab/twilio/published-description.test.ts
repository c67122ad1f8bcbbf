/**
 * The stand-in's answers against Twilio's published description of its API, where that file lies beside the
 * checkout (`../shared/twilio`).
 */
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Ajv } from 'ajv'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTwilioStandIn } from './stand-in.ts'
import type { StandIn } from './stand-in.ts'

const file = fileURLToPath(new URL('../../../../shared/twilio/twilio-messages.openapi.json', import.meta.url))
const absent = !existsSync(file)

const office = '+15305550100'
const caller = '+15305550131'
const account = { accountSid: `AC${'1'.repeat(32)}`, authToken: 'right' }
const service = `MG${'2'.repeat(32)}`
const base = `/2010-04-01/Accounts/${account.accountSid}`
const described = '/2010-04-01/Accounts/{AccountSid}'

interface Description {
  paths: Record<string, Record<string, { responses: Record<string, { content: Record<string, { schema: object }> }> }>>
  components: { schemas: Record<string, object> }
}

// Named in the output when it is skipped.
describe.skipIf(absent)(`the stand-in answers as described (needs ../shared/twilio)`, () => {
  let description: Description
  let standIn: StandIn
  // The description's formats are annotations; its patterns say what matters.
  const ajv = new Ajv({ strict: false, validateFormats: false, allErrors: true })

  beforeAll(async () => {
    description = JSON.parse(readFileSync(file, 'utf8')) as Description
    ajv.addSchema({ $id: 'twilio', components: description.components })
    standIn = await startTwilioStandIn({
      ...account,
      numbers: [{ number: office, smsUrl: 'https://demo.twilio.com/welcome/sms/reply' }],
      services: { [service]: office },
    })
    standIn.receive({ from: caller, body: 'Hi', media: ['image/png'] })
    standIn.receive({ from: caller, body: 'No webhook', withoutDateSent: true })
  })

  afterAll(() => standIn.stop())

  async function ask(path: string, form?: Record<string, string>, token = account.authToken) {
    const headers = { authorization: `Basic ${btoa(`${account.accountSid}:${token}`)}` }
    const init = form ? { method: 'POST', headers, body: new URLSearchParams(form) } : { headers }
    const response = await fetch(standIn.url + path, init)
    return { status: response.status, body: await response.json() }
  }

  /** What in `body` is not as described; empty when all is. */
  function differences(path: string, method: string, status: string, body: unknown): string[] {
    const schema = description.paths[path]?.[method]?.responses[status]?.content['application/json']?.schema
    if (!schema) throw new Error(`${method} ${path} ${status} is not described`)
    ajv.validate(JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"twilio#/')), body)
    return (ajv.errors ?? []).map((error) => `${error.instancePath} ${error.message}`)
  }

  function expectDescribed(path: string, method: string, status: string, body: unknown): void {
    expect(differences(path, method, status, body)).toEqual([])
  }

  it.each([
    ['by number', { To: caller, From: office, Body: 'Hello' }],
    ['by messaging service', { To: caller, MessagingServiceSid: service, Body: 'Hello' }],
  ])('a text that is accepted, %s, and the same text later', async (_how, form) => {
    const created = await ask(`${base}/Messages.json`, form)
    expect(created.status).toBe(201)
    expectDescribed(`${described}/Messages.json`, 'post', '201', created.body)
    const { uri } = created.body as { uri: string }
    expectDescribed(`${described}/Messages/{Sid}.json`, 'get', '200', (await ask(uri)).body)
  })

  it('and a missing field would be noticed', async () => {
    const { body } = await ask(`${base}/Messages.json`, { To: caller, From: office, Body: 'Hello' })
    const incomplete = { ...(body as object), price: undefined }
    const found = differences(`${described}/Messages.json`, 'post', '201', incomplete)
    expect(found).toEqual([" must have required property 'price'"])
  })

  it('refusals', async () => {
    const refusals = [
      await ask(`${base}/Messages.json`, { To: '+15551234567', From: office, Body: 'Hello' }),
      await ask(`${base}/Messages.json`, { To: caller, From: office, Body: 'Hello' }, 'wrong'),
      await ask(`${base}/Messages/SM${'0'.repeat(32)}.json`),
    ]
    expect(refusals.map(({ status }) => status)).toEqual([400, 401, 404])
    for (const { body } of refusals) expectDescribed(`${described}/Messages.json`, 'post', 'default', body)
  })

  it('lists of texts, first page and next', async () => {
    const first = await ask(`${base}/Messages.json?PageSize=1`)
    expectDescribed(`${described}/Messages.json`, 'get', '200', first.body)
    const { next_page_uri: next } = first.body as { next_page_uri: string }
    expectDescribed(`${described}/Messages.json`, 'get', '200', (await ask(next)).body)
  })

  it('pictures', async () => {
    const { body } = await ask(`${base}/Messages.json?From=${encodeURIComponent(caller)}`)
    const { messages } = body as { messages: { num_media: string; subresource_uris: { media: string } }[] }
    const media = messages.find((message) => message.num_media === '1')?.subresource_uris.media ?? ''
    const list = (await ask(media)).body
    expectDescribed(`${described}/Messages/{MessageSid}/Media.json`, 'get', '200', list)
    const [one] = (list as { media_list: { uri: string }[] }).media_list
    const { body: picture } = await ask(one?.uri ?? '')
    expectDescribed(`${described}/Messages/{MessageSid}/Media/{Sid}.json`, 'get', '200', picture)
  })

  it('the numbers and the account', async () => {
    const numbers = await ask(`${base}/IncomingPhoneNumbers.json`)
    expectDescribed(`${described}/IncomingPhoneNumbers.json`, 'get', '200', numbers.body)
    expectDescribed('/2010-04-01/Accounts/{Sid}.json', 'get', '200', (await ask(`${base}.json`)).body)
  })

  it.each([`${caller}?Fields=line_type_intelligence`, caller, '+15551234567'])('a look-up of %s', async (number) => {
    expectDescribed('/v2/PhoneNumbers/{PhoneNumber}', 'get', '200', (await ask(`/v2/PhoneNumbers/${number}`)).body)
  })
})
