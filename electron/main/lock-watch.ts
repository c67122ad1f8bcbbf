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
}

/** How often it is asked who is there, ms: a lock after one minute may come so much late. */
const every = 5000

/** Watches for as long as the app runs. */
export function watchForAbsence({ presence, clock, limit, lock }: LockWatchOptions): void {
  presence.on('lock-screen', () => lock('screen'))
  presence.on('suspend', () => lock('sleep'))
  // Another user of a Mac takes over.
  presence.on('user-did-resign-active', () => lock('user'))
  const look = (): void => {
    const seconds = limit()
    if (seconds !== null && presence.getSystemIdleTime() >= seconds) lock('idle')
    clock.after(every, look)
  }
  clock.after(every, look)
}
