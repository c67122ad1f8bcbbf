/** Which doors to the network a program and all that it started hold open. Linux only: it reads /proc. */
import { readdir, readFile, readlink } from 'node:fs/promises'

/** State of a row in /proc/net/tcp and /proc/net/udp: a TCP socket that listens; a UDP socket that takes from anybody. */
const waiting = { tcp: '0A', udp: '07' } as const

/** Such as `tcp 0100007F:1F90` (address and port as the kernel writes them); empty for none. */
export async function openPorts(pid: number): Promise<string[]> {
  const sockets = new Set((await Promise.all((await family(pid)).map(socketsOf))).flat())
  const found: string[] = []
  for (const table of ['tcp', 'tcp6', 'udp', 'udp6']) {
    const protocol = table.startsWith('tcp') ? 'tcp' : 'udp'
    const rows = (await readFile(`/proc/net/${table}`, 'utf8').catch(() => '')).split('\n').slice(1)
    for (const row of rows) {
      const columns = row.trim().split(/\s+/)
      const [, local = '', , state, , , , , , inode = ''] = columns
      if (state === waiting[protocol] && sockets.has(inode)) found.push(`${table} ${local}`)
    }
  }
  return found
}

/** The process and all below it. */
async function family(pid: number): Promise<number[]> {
  const parents = new Map<number, number>()
  for (const name of await readdir('/proc')) {
    if (!/^\d+$/.test(name)) continue
    const stat = await readFile(`/proc/${name}/stat`, 'utf8').catch(() => '')
    // The name in brackets may hold anything.
    const [, parent = ''] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    if (parent !== '') parents.set(Number(name), Number(parent))
  }
  const members = [pid]
  for (const member of members) {
    for (const [child, parent] of parents) if (parent === member && !members.includes(child)) members.push(child)
  }
  return members
}

async function socketsOf(pid: number): Promise<string[]> {
  const folder = `/proc/${pid}/fd`
  const names = await readdir(folder).catch(() => [])
  const targets = await Promise.all(names.map((name) => readlink(`${folder}/${name}`).catch(() => '')))
  return targets.flatMap((target) => /^socket:\[(\d+)\]$/.exec(target)?.[1] ?? [])
}
