/** Clears away what labs left behind whose process was killed. */
import { readFileSync, readlinkSync } from 'node:fs'
import { readdir, rm } from 'node:fs/promises'
import path from 'node:path'
import type { PbxRoot } from './root.ts'

/** The folder of a lab within the root: its network, and the process that it belongs to. */
export function labFolderName(network: number): string {
  return `${network}-${process.pid}`
}

/** Ends Asterisks whose owner is gone and removes their folders; those of living owners are left alone. */
export async function clearLeftovers(root: PbxRoot): Promise<void> {
  const labs = path.join(root.folder, 'lab')
  for (const name of await readdir(labs)) {
    const owner = Number(name.split('-')[1])
    if (owner > 0 && isRunning(owner)) continue
    const home = path.join(labs, name)
    endAsterisk(root, home, name)
    await rm(home, { recursive: true, force: true })
  }
}

/** The id in the file may long belong to another process: only one that runs in this root for this lab is ended. */
function endAsterisk(root: PbxRoot, home: string, name: string): void {
  try {
    const pid = Number(readFileSync(path.join(home, 'run', 'asterisk.pid'), 'utf8'))
    const inRoot = readlinkSync(`/proc/${pid}/root`) === root.folder
    const forLab = readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(`/lab/${name}/`)
    if (inRoot && forLab) process.kill(pid, 'SIGKILL')
  } catch {
    // No such file or process: nothing is left running.
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
