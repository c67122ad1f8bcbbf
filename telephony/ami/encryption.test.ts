import { X509Certificate } from 'node:crypto'
import net from 'node:net'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { ManualClock } from '../clock.ts'
import { fingerprintIn } from './certificate.ts'
import { AmiClient } from './client.ts'
import { encryptionOffer, encryptionStep } from './encryption-offer.ts'
import type { AmiEvent } from './events.ts'
import type { AmiAddress } from './problems.ts'
import { AmiFailure } from './problems.ts'
import { ScriptedServer, secret, until } from './scripted-server.ts'
import type { SelfSigned } from './self-signed.ts'
import { selfSigned } from './self-signed.ts'

let certificate: SelfSigned
let another: SelfSigned
let server: ScriptedServer | null = null
let client: AmiClient | null = null
let events: AmiEvent[] = []

beforeAll(() => {
  certificate = selfSigned()
  another = selfSigned()
})

afterEach(async () => {
  client?.close()
  await server?.close()
  server = client = null
})

function clientFor(more: Partial<AmiAddress>): AmiClient {
  events = []
  const port = server?.port ?? 0
  return (client = new AmiClient(
    { host: '127.0.0.1', port, username: 'ringback', password: secret, tls: true, ...more },
    { clock: new ManualClock(0), onEvent: (event) => events.push(event) },
  ))
}

async function problemOf(attempt: Promise<void>) {
  const failure = await attempt.catch((error: unknown) => error)
  return failure instanceof AmiFailure ? failure.problem : null
}

const fingerprintOf = ({ cert }: SelfSigned) => new X509Certificate(cert).fingerprint256

describe('an encrypted connection', () => {
  it('signs in, tells events and gets answers, and nothing can be read on the way', async () => {
    server = await ScriptedServer.listen({}, certificate)
    const seen: Buffer[] = []
    const { port: behind } = server
    const eavesdropper = net.createServer((near) => {
      const far = net.connect(behind, '127.0.0.1')
      near.on('data', (bytes) => seen.push(bytes))
      far.on('data', (bytes) => seen.push(bytes))
      near.pipe(far).pipe(near)
      near.on('error', () => {})
      far.on('error', () => {})
    })
    await new Promise<void>((resolve) => eavesdropper.listen(0, '127.0.0.1', resolve))
    const { port } = eavesdropper.address() as net.AddressInfo
    const signedIn = clientFor({ port })
    await signedIn.open()
    await signedIn.login()
    expect(await signedIn.action({ Action: 'Ping' })).toMatchObject({ ok: true })
    server.send('Event: DialBegin\r\nName: Zoë\r\n\r\n')
    await until(() => events.length === 1)
    expect(events[0]?.get('Name')).toBe('Zoë')
    expect(signedIn.fingerprint).toBe(fingerprintOf(certificate))
    expect(server.received).toContain(secret)
    const text = Buffer.concat(seen).toString('latin1')
    for (const word of [secret, 'Asterisk', 'DialBegin', 'login']) expect(text).not.toContain(word)
    signedIn.close()
    await until(() => server?.actions.at(-1)?.get('action') === 'logoff')
    eavesdropper.close()
  })

  it('takes the certificate that is trusted, however its fingerprint is written', async () => {
    server = await ScriptedServer.listen({}, certificate)
    const written = `sha256 Fingerprint=${fingerprintOf(certificate).toLowerCase()}`
    await clientFor({ fingerprint: written }).open()
  })

  it('says nothing to who shows another certificate, not even a user name', async () => {
    server = await ScriptedServer.listen({}, another)
    const problem = await problemOf(clientFor({ fingerprint: fingerprintOf(certificate) }).open())
    expect(problem).toMatchObject({ code: 'certificate-changed', fingerprint: fingerprintOf(another) })
    expect(server.received).toBe('')
  })

  it('takes a fingerprint that makes no sense for no trust at all', async () => {
    server = await ScriptedServer.listen({}, certificate)
    expect(await problemOf(clientFor({ fingerprint: 'AB:CD' }).open())).toMatchObject({ code: 'certificate-changed' })
  })

  it.each([
    ['speaks without encryption', {}],
    ['says something else', { greeting: 'HTTP/1.1 400 Bad Request\r\n\r\n' }],
  ])('fails in words where the other side %s', async (_, script) => {
    server = await ScriptedServer.listen(script)
    expect((await problemOf(clientFor({}).open()))?.code).toBe('no-encryption')
  })

  it('fails in words where the other side hangs up', async () => {
    const rude = net.createServer((socket) => socket.destroy())
    await new Promise<void>((resolve) => rude.listen(0, '127.0.0.1', resolve))
    const { port } = rude.address() as net.AddressInfo
    const problem = await problemOf(clientFor({ port }).open())
    expect(problem).toMatchObject({ code: 'full', facts: { tls: true } })
    rude.close()
  })

  it('fails in words where the other side refuses the encryption', async () => {
    const alert = Buffer.from([0x15, 0x03, 0x03, 0x00, 0x02, 0x02, 0x28])
    const refusing = net.createServer((socket) => socket.on('error', () => {}).once('data', () => socket.end(alert)))
    await new Promise<void>((resolve) => refusing.listen(0, '127.0.0.1', resolve))
    const { port } = refusing.address() as net.AddressInfo
    expect((await problemOf(clientFor({ port }).open()))?.code).toBe('no-encryption')
    refusing.close()
  })

  it('is over when the other side ends it', async () => {
    server = await ScriptedServer.listen({}, certificate)
    const signedIn = clientFor({})
    await signedIn.open()
    await signedIn.login()
    server.send('Event: Last\r\n\r\n')
    await until(() => events.length === 1)
    server.dropAll()
    expect((await signedIn.ended).problem.code).toBe('lost')
  })

  it('gives up on who never greets', async () => {
    server = await ScriptedServer.listen({ greeting: null }, certificate)
    const clock = new ManualClock(0)
    const address = { host: '127.0.0.1', port: server.port, username: 'u', password: secret, tls: true }
    client = new AmiClient(address, { clock, onEvent: () => {} })
    const problems: unknown[] = []
    void problemOf(client.open()).then((problem) => problems.push(problem))
    for (let turn = 0; turn < 1000 && problems.length === 0; turn++)
      await clock.advance(server.connections > 0 ? 100 : 0)
    expect(problems).toMatchObject([{ code: 'not-ami' }])
  })
})

describe('the offer of encryption', () => {
  const look = (address: AmiAddress, port: number) => encryptionOffer(address, { clock: new ManualClock(0), port })

  it('is found on the usual port and on the one that was given, with the certificate, and nothing secret is said', async () => {
    server = await ScriptedServer.listen({}, certificate)
    const plain = await ScriptedServer.listen()
    const here = { host: '127.0.0.1', username: 'ringback', password: secret }
    const offer = { port: server.port, fingerprint: fingerprintOf(certificate) }
    expect(await look({ ...here, port: plain.port }, server.port)).toEqual(offer)
    expect(await look({ ...here, port: server.port }, plain.port)).toEqual(offer)
    expect(encryptionStep({ ...here, port: plain.port }, offer, true)).toMatchObject({
      said: { code: 'encryption-offered', facts: { port: server.port } },
    })
    expect(server.received + plain.received).not.toContain(secret)
    await plain.close()
  })

  it('is none where there is none, or where it is used already', async () => {
    server = await ScriptedServer.listen()
    const here = { host: '127.0.0.1', port: server.port, username: 'ringback', password: secret }
    expect(await look(here, server.port)).toBeNull()
    expect(await look({ ...here, tls: true }, server.port)).toBeNull()
    expect(encryptionStep(here, null, true)).toMatchObject({ said: { code: 'encryption-not-offered' } })
    expect(encryptionStep(here, null, false)).toMatchObject({ state: 'skipped', said: null })
    expect(encryptionStep({ ...here, tls: true }, null, true)).toMatchObject({ state: 'ok' })
  })
})

describe('an address', () => {
  it.each(['/tmp/pipe', '\\\\.\\pipe\\ringback', '', 'a b', '../x', 'http://pbx', 'pbx:5038', 'x'.repeat(300), '\0'])(
    'that is none is not connected to: %j',
    async (host) => {
      expect((await problemOf(clientFor({ host, port: 5038 }).open()))?.code).toBe('bad-address')
    },
  )

  it.each([0, -1, 65_536, 1.5, Number.NaN, '/tmp/pipe' as unknown as number])(
    'needs a port that is one: %j',
    async (port) => {
      expect((await problemOf(clientFor({ host: '127.0.0.1', port }).open()))?.code).toBe('bad-address')
    },
  )
})

describe('a fingerprint', () => {
  it('is read as people and openssl write it, and anything else is none', () => {
    const printed = fingerprintOf(certificate)
    for (const text of [printed, printed.toLowerCase(), printed.replaceAll(':', ''), `SHA256 Fingerprint=${printed}\n`])
      expect(fingerprintIn(text)).toBe(printed)
    for (const text of ['', 'AB:CD', `${printed}:00`, printed.replace(/^../, 'ZZ')])
      expect(fingerprintIn(text)).toBeNull()
  })
})
