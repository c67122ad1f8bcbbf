/** What the app's processes cost, as the system counts it (Linux). */
import { readFileSync, readdirSync } from 'node:fs'

/** Clock ticks a second that /proc counts in; the same on every Linux. */
const ticksPerSecond = 100

/** The process `root` and all below it. */
export function familyOf(root: number): number[] {
  const parents = new Map<number, number>()
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue
    const stat = statOf(Number(name))
    if (stat) parents.set(Number(name), Number(stat[1]))
  }
  const family = [root]
  for (const member of family) for (const [pid, parent] of parents) if (parent === member) family.push(pid)
  return family
}

/** Seconds of a core that each has used so far, by process id. */
export function cpuSeconds(pids: readonly number[]): Map<number, number> {
  const used = new Map<number, number>()
  for (const pid of pids) {
    const stat = statOf(pid)
    if (stat) used.set(pid, (Number(stat[11]) + Number(stat[12])) / ticksPerSecond)
  }
  return used
}

/** Resident memory, MB. */
export function memoryOf(pid: number): number {
  const kilobytes = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  return Number(kilobytes ?? NaN) / 1024
}

/** The fields after the name, which may hold blanks: state, parent … */
function statOf(pid: number): string[] | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return text.slice(text.lastIndexOf(')') + 2).split(' ')
  } catch {
    return null
  }
}
