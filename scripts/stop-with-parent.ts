/**
 * Stops this process when the one that started it is gone. npm runs a script through a shell, and passes a signal on to
 * the shell alone, which ends without a word to the program in it: that would go on with nobody knowing.
 */

/** Milliseconds. */
const lookEvery = 250

/** From now on; the program gets the SIGTERM that it was not told of. Started without npm, it may outlive its parent. */
export function stopWithParent(): void {
  if (process.env['npm_lifecycle_event'] === undefined) return
  const parent = process.ppid
  const look = setInterval(() => {
    if (process.ppid === parent && isAlive(parent)) return
    clearInterval(look)
    process.kill(process.pid, 'SIGTERM')
  }, lookEvery)
  look.unref()
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // Somebody else's process may not be asked, but is there.
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
