/**
 * Looks where phone systems usually are: under the names that people give them, and at the network's gateway. Only
 * when somebody asks for it: it goes out into the office's network.
 */
import { readFile } from 'node:fs/promises'
import { AmiClient } from './client.ts'
import type { Clock } from '../clock.ts'

const names = ['pbx', 'freepbx', 'asterisk', 'freepbx.local', 'pbx.local', 'asterisk.local', 'raspbx.local']
const usualPort = 5038
/** In ms. */
const patience = 2500

/** Hosts at which a manager interface of Asterisk greets. Signs in nowhere; never rejects. */
export async function lookForPhoneSystems({
  clock,
  hosts,
}: {
  clock: Clock
  /** Where to look instead of the usual places. */
  hosts?: readonly string[]
}): Promise<string[]> {
  const candidates = hosts ?? [...names, ...(await gateway())]
  const found = await Promise.all(candidates.map(async (host) => ((await greets(host, clock)) ? host : null)))
  return found.filter((host) => host !== null)
}

async function greets(host: string, clock: Clock): Promise<boolean> {
  const client = new AmiClient({ host, port: usualPort, username: '', password: '' }, { clock, onEvent: () => {} })
  const giveUp = clock.after(patience, () => client.drop('no-answer'))
  try {
    await client.open()
    return true
  } catch {
    return false
  } finally {
    giveUp()
    client.close()
  }
}

/** Small offices have the phone system on the router. Linux tells where that is; elsewhere it is left out. */
async function gateway(): Promise<string[]> {
  const table = await readFile('/proc/net/route', 'utf8').catch(() => '')
  return gatewaysIn(table)
}

/** Of Linux's routing table: the way to everywhere, in hexadecimal digits from the last byte to the first. */
export function gatewaysIn(table: string): string[] {
  return table.split('\n').flatMap((line) => {
    const [, destination, way] = line.trim().split(/\s+/)
    if (destination !== '00000000' || way === undefined || !/^[0-9A-F]{8}$/i.test(way)) return []
    const bytes =
      way
        .match(/../g)
        ?.map((byte) => Number.parseInt(byte, 16))
        .reverse() ?? []
    return bytes.every((byte) => byte === 0) ? [] : [bytes.join('.')]
  })
}
