import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const script = fileURLToPath(new URL('replay.ts', import.meta.url))
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'replay-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

function replay(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, ['--import', 'tsx', script, ...args], (error, out, err) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err })
    })
  })
}

const epoch = Date.UTC(2030, 0, 7, 10) / 1000
const channel = `Channel: PJSIP/trunk-0001\nUniqueid: ${epoch}.1\nLinkedid: ${epoch}.1\n`
const recording = [
  `Event: Newchannel\n${channel}ChannelState: 4\nContext: from-trunk\nExten: 15305550110\nCallerIDNum: 5305550199\n`,
  `Event: Newstate\n${channel}ChannelState: 6\n`,
  `Event: Hangup\n${channel}Timestamp: ${epoch + 5}.5\n`,
  'Event: Newchannel\nChannel: PJSIP/trunk-0002\nUniqueid: 1.9\nLinkedid: 1.9\nContext: from-trunk\n',
].join('\n')

describe('replay', () => {
  test('prints each ended call as a line of JSON, packed or not', async () => {
    const file = join(folder, 'calls.ami')
    await writeFile(file, recording)
    await writeFile(`${file}.gz`, gzipSync(recording))
    const plain = await replay(file, '--trunk', 'PJSIP/trunk')
    expect(plain).toMatchObject({ code: 0, err: '' })
    expect(
      plain.out
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as unknown),
    ).toEqual([
      {
        linkedid: `${epoch}.1`,
        direction: 'inbound',
        callerNumber: '5305550199',
        callerName: null,
        dialed: '15305550110',
        outcome: 'missed',
        reason: 'unattended',
        answeredBy: null,
        startedAt: '2030-01-07T10:00:00.000Z',
        endedAt: '2030-01-07T10:00:05.500Z',
      },
    ])
    expect((await replay(`${file}.gz`)).out).toBe(plain.out)
  }, 30_000)

  test('tells when a call began and ended that is first seen in a list, whatever another one claims', async () => {
    const file = join(folder, 'listed.ami')
    const listed = (name: string, id: string, duration: string) =>
      `Event: CoreShowChannel\nChannel: ${name}\nUniqueid: ${epoch}.${id}\nLinkedid: ${epoch}.${id}\n` +
      `ChannelState: 4\nContext: from-trunk\nExten: 15305550101\nDuration: ${duration}\n`
    const blocks = [
      'X-Recorder: connection closed\n',
      listed('PJSIP/trunk-0007', '7', '00:00:30'),
      listed('PJSIP/trunk-0008', '8', '99999999999999:00:00'),
      'Event: CoreShowChannelsComplete\n',
      ...['7', '8'].map((id) => `Event: Hangup\nChannel: PJSIP/trunk-000${id}\nUniqueid: ${epoch}.${id}\n`),
    ]
    await writeFile(file, blocks.join('\n'))
    const { out } = await replay(file, '--trunk', 'PJSIP/trunk')
    const calls = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as unknown)
    expect(calls).toMatchObject([
      { linkedid: `${epoch}.7`, startedAt: '2030-01-07T10:00:00.000Z', endedAt: '2030-01-07T10:00:30.000Z' },
      { linkedid: `${epoch}.8`, endedAt: '2030-01-07T10:00:30.000Z' },
    ])
  }, 30_000)

  test('tells what ended while nobody watched, also where no list followed', async () => {
    const file = join(folder, 'unlisted.ami')
    const call = (name: string, id: string) =>
      `Channel: PJSIP/trunk-${name}\nUniqueid: ${epoch}.${id}\nLinkedid: ${epoch}.${id}\n`
    const begun = ['1', '2'].map(
      (id) => `Event: Newchannel\n${call(id, id)}ChannelState: 4\nContext: from-trunk\nExten: 15305550110\n`,
    )
    const lost = 'X-Recorder: connection closed\n'
    await writeFile(file, [...begun, lost, `Event: Newstate\n${call('2', '2')}ChannelState: 4\n`].join('\n'))
    const { out } = await replay(file, '--trunk', 'PJSIP/trunk')
    expect(out.match(/"linkedid":"[^"]*"/g)).toEqual([`"linkedid":"${epoch}.1"`])
    // Where the recording stops with the connection, they may go on.
    await writeFile(file, [...begun, lost].join('\n'))
    expect((await replay(file)).out).toBe('')
  }, 30_000)

  test('says in a sentence what is wrong, and exits with 2', async () => {
    const missing = await replay(join(folder, 'none.ami'))
    expect(missing.code).toBe(2)
    expect(missing.err).toMatch(/^.*none\.ami could not be read: there is no such file\.\n$/)
    expect(await replay()).toMatchObject({ code: 2, out: '' })
  }, 30_000)
})
