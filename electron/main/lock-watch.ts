/** Locks the window when nobody sits at the PC: after some idle time, and when the system itself is locked or sleeps. */
import type { Clock } from '../../telephony/clock.ts'

/** What Electron's `powerMonitor` offers. */
export interface Presence {
  /** Seconds since key or mouse, anywhere on this PC. */
  getSystemIdleTime(): number
  on(event: 'lock-screen' | 'suspend' | 'user-did-resign-active', heard: () => void): unknown
}

export interface LockWatchOptions {
  presence: Presence
  clock: Clock
  /** Seconds; null: there is nothing to lock. */
  limit(): number | null
  lock(why: string): void
  /** Calls back when the screen is locked, where `presence` does not tell; asked for once there is something to lock. */
  hearScreen?: (locked: () => void) => void
}

/** How often it is asked who is there, ms: a lock after one minute may come so much late. */
const every = 5000
/** The start belongs to the window, ms. */
const restFirst = 1000

/**
 * Watches for as long as the app runs.
 * @returns to be called with each key that the window gets: some desktops (Wayland) do not count those for the system.
 */
export function watchForAbsence({ presence, clock, limit, lock, hearScreen }: LockWatchOptions): () => void {
  let keyAt = -Infinity
  let hears = false
  presence.on('lock-screen', () => lock('screen'))
  presence.on('suspend', () => lock('sleep'))
  // Another user of a Mac takes over.
  presence.on('user-did-resign-active', () => lock('user'))
  const look = (): void => {
    clock.after(every, look)
    const seconds = limit()
    if (seconds === null) return
    if (!hears) hearScreen?.(() => lock('screen'))
    hears = true
    // A clock that was set back makes nobody absent.
    const sinceKey = Math.abs(clock.now() - keyAt) / 1000
    if (Math.min(presence.getSystemIdleTime(), sinceKey) >= seconds) lock('idle')
  }
  clock.after(restFirst, look)
  return () => {
    keyAt = clock.now()
  }
}
