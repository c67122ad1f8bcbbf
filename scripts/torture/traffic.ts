/** An office's traffic of any length: recordings of a real Asterisk and written scenes, played over one another. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { Random } from './random.ts'
import { scenes } from './scenes.ts'

/** One event as it is sent, without the blank line at its end: lines of `Header: value`. */
export type EventText = string

/** What is left out: the two that a phone system is asked to filter come by the thousand and tell nothing. */
const unneeded = /^Event: (?:VarSet|RTCPSent|RTCPReceived|CoreShowChannel|CoreShowChannelsComplete)$/m

/** The recordings of `folder`; empty where there is none. A recording with a gap in itself is no whole truth. */
export function readRecordings(folder: string): EventText[][] {
  if (!existsSync(folder)) return []
  const files = readdirSync(folder).filter((file) => /\.ami(?:\.gz)?$/.test(file) && !file.includes('load'))
  return files.flatMap((file) => {
    const bytes = readFileSync(path.join(folder, file))
    const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')
    const blocks = text.split(/\r?\n\r?\n/)
    if (blocks.some((block) => block.startsWith('X-Recorder:'))) return []
    return [blocks.map((block) => block.trim()).filter((block) => block.startsWith('Event: ') && !unneeded.test(block))]
  })
}

/** At least `length` events of calls that overlap. All of them end. */
export function makeTraffic(random: Random, recordings: readonly EventText[][], length: number): EventText[] {
  const sources = [...scenes(), ...recordings]
  const lanes: EventText[][] = []
  const traffic: EventText[] = []
  let played = 0
  let busy = 1
  while (traffic.length < length || lanes.length > 0) {
    // Quiet times and busy ones.
    if (random.chance(0.01)) busy = 1 + random.below(6)
    while (traffic.length < length && lanes.length < busy) lanes.push(asNew(random.pick(sources), ++played))
    const lane = random.pick(lanes)
    const event = lane.shift()
    if (event === undefined) lanes.splice(lanes.indexOf(lane), 1)
    else traffic.push(event)
  }
  return traffic
}

/** The same again with ids, channel names and bridges of its own, as they would be. */
function asNew(events: readonly EventText[], serial: number): EventText[] {
  const names = new Map<string, string>()
  const renamed = (kind: string, old: string, make: (count: number) => string) => {
    const key = `${kind} ${old}`
    const name = names.get(key) ?? make(names.size)
    names.set(key, name)
    return name
  }
  return events.map((event) =>
    event
      .replace(/\b\d{10}\.\d{1,6}\b/g, (id) => renamed('id', id, (count) => `${1_700_000_000 + serial}.${count}`))
      .replace(/((?:PJSIP|SIP|IAX2|Local)\/[^\s,;&]+)-([0-9a-f]{4,8})(?=[\s,;&]|$)/g, (_, name: string, id: string) => {
        return `${name}-${renamed('channel', id, (count) => (serial * 4096 + count).toString(16).padStart(8, '0'))}`
      })
      .replace(/^(BridgeUniqueid): (.*)$/gm, (_, header: string, id: string) => `${header}: ${serial}-${id.trim()}`),
  )
}
