/** A disk of a few megabytes for tests, which can be filled to its last byte and emptied again: a tmpfs of its own. */
import { execFileSync } from 'node:child_process'
import { appendFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

export interface SmallDisk {
  /** Where it is mounted. */
  folder: string
  /** Not a byte fits on it any more; the little that is left after other files were removed goes, too. */
  fill(): void
  /** What `fill` wrote is removed. */
  free(): void
  unmount(): void
}

/** Why there is none: to mount one takes Linux and root. */
export const noSmallDisk = 'A disk that can be filled takes Linux and root'

/** Null where none can be mounted. `megabytes`: its size. */
export function mountSmallDisk(megabytes: number): SmallDisk | null {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return null
  const folder = mkdtempSync(path.join(tmpdir(), 'ringback-small-disk-'))
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=0700`, 'ringback-test', folder], {
      stdio: 'ignore',
    })
  } catch {
    rmSync(folder, { recursive: true })
    return null
  }
  const ballast = path.join(folder, 'ballast')
  return {
    folder,
    fill() {
      for (const bytes of [1024 * 1024, 4096]) {
        while (fits(ballast, bytes)) continue
      }
    },
    free: () => rmSync(ballast, { force: true }),
    unmount() {
      // What still has a file open there keeps it until it ends.
      execFileSync('umount', ['--lazy', folder], { stdio: 'ignore' })
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function fits(file: string, bytes: number): boolean {
  try {
    appendFileSync(file, Buffer.alloc(bytes, 7))
    return true
  } catch {
    return false
  }
}
