import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { silentLogger } from '../../../telephony/logger.ts'
import { GatewayError } from '../../../telephony/sms/gateway.ts'
import type { FetchedPicture, Gateway } from '../../../telephony/sms/gateway.ts'
import { messageItems } from '../inbox/message-items.ts'
import { hour, minute, pat, second, TextingOffice } from '../outbox/testing.ts'
import { PictureFetcher } from './picture-fetcher.ts'

const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0])

let office: TextingOffice
let folder: string
let fetcher: PictureFetcher
/** What the provider lists, and what it answers; null for no connection. */
let listed: { id: string; contentType: string }[]
let answer: FetchedPicture | null
let asked: string[]

beforeEach(async () => {
  office = new TextingOffice()
  folder = mkdtempSync(join(tmpdir(), 'ringback-pictures-'))
  listed = [{ id: 'ME1', contentType: 'image/png' }]
  answer = { end: 'fetched', contentType: 'image/png', bytes: png }
  asked = []
  await office.open()
  await office.poller.pollNow()
  begin()
})

afterEach(async () => {
  await fetcher.stop()
  await office.end()
  rmSync(folder, { recursive: true, force: true })
})

function begin(): void {
  const { carrier } = office
  const gateway: Gateway = {
    name: carrier.name,
    account: carrier.account,
    from: carrier.from,
    can: carrier.can,
    send: (text) => carrier.send(text),
    received: (page) => carrier.received(page),
    sentTo: (number, page) => carrier.sentTo(number, page),
    fetch: (providerId) => carrier.fetch(providerId),
    check: () => carrier.check(),
    pictures: {
      list: async () => listed,
      async fetch(_text, id) {
        asked.push(id)
        if (!answer) throw new GatewayError('no-connection', { code: 'no-connection', facts: {} })
        return answer
      },
    },
  }
  const { store, clock } = office
  fetcher = new PictureFetcher({ store, gateway: () => gateway, folder, clock, logger: silentLogger })
}

/** Pat sends pictures; shows how they look in the window after a moment. */
async function arrive(media = 1): Promise<void> {
  office.carrier.receive({ from: pat, body: '', media })
  await office.poller.pollNow()
  fetcher.poke()
  await settle()
}

async function settle(): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1) {
    await office.pass(0)
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}

async function shown() {
  const { rows } = await sql<{ row: number }>`SELECT rowid AS row FROM message`.execute(office.store.db)
  const items = await messageItems(office.store.db, { rows: rows.map(({ row }) => row) }, 'US')
  return items.flatMap(({ item }) => item.pictures)
}

describe('pictures of a text', () => {
  test('are stored for this user alone and shown', async () => {
    await arrive()
    expect(await shown()).toEqual([{ id: 'ME1', state: 'shown', address: '/pictures/ME1.png', problem: null }])
    expect(readdirSync(folder)).toEqual(['ME1.png'])
    expect(statSync(join(folder, 'ME1.png')).mode & 0o777).toBe(0o600)
  })

  test('that are listed late are fetched then, each once', async () => {
    const [one] = listed
    listed = []
    await arrive(2)
    expect((await shown()).map(({ state }) => state)).toEqual(['waiting', 'waiting'])
    listed = one ? [one] : []
    await office.pass(10 * second)
    await settle()
    await expect.poll(async () => (await shown()).map(({ state }) => state)).toEqual(['shown', 'waiting'])
    listed = [...listed, { id: 'ME2', contentType: 'image/png' }]
    await office.pass(minute)
    await settle()
    await expect.poll(async () => (await shown()).map(({ state }) => state)).toEqual(['shown', 'shown'])
    expect(asked).toEqual(['ME1', 'ME2'])
  })

  test('are asked for again after a restart, and given up after two days or three', async () => {
    answer = null
    await arrive()
    expect(await shown()).toMatchObject([{ state: 'waiting' }])
    await fetcher.stop()
    begin()
    for (let tries = 0; tries < 10; tries += 1) {
      // As on a PC that slept: running a day's timers one by one took this test seconds.
      await office.muchLater(25 * hour)
      fetcher.poke()
      await settle()
    }
    expect(await shown()).toMatchObject([{ state: 'missing', address: null }])
    expect(asked).toHaveLength(10)
  })

  test.each<[string, FetchedPicture]>([
    ['too large', { end: 'too-large' }],
    ['gone', { end: 'gone' }],
    ['no picture, whatever it is called', { end: 'fetched', contentType: 'image/png', bytes: Buffer.from('<svg/>') }],
  ])('that are %s are not taken, and say so', async (_what, end) => {
    answer = end
    await arrive()
    const [picture] = await shown()
    expect(picture).toMatchObject({ state: 'missing', address: null })
    expect(picture?.problem).toMatch(/^A (?:picture|file) (?:that|over)/)
    await office.pass(hour)
    await settle()
    expect(asked).toEqual(['ME1'])
  })

  test('are pictures: anything else is not even fetched', async () => {
    listed = [{ id: 'ME1', contentType: 'text/x-vcard' }]
    await arrive()
    expect(await shown()).toMatchObject([{ state: 'missing' }])
    expect(asked).toEqual([])
  })

  test('cannot be written anywhere else', async () => {
    listed = [{ id: '../inbox', contentType: 'image/png' }]
    await arrive()
    expect(await shown()).toMatchObject([{ state: 'waiting' }])
    expect(readdirSync(folder)).toEqual([])
  })
})
