/** The lock of the window: a cover against other people's eyes, opened by a PIN that only main ever sees. */

/** `none`: nobody set one. `locked`: the window may ask for nothing but to be opened. */
export type LockState = 'none' | 'open' | 'locked'

/** Minutes without key or mouse on this PC before the window locks by itself. */
export const lockMinutes = [1, 2, 5, 10, 15, 30, 60] as const
export type LockMinutes = (typeof lockMinutes)[number]

/** Characters; shorter ones are guessed by whoever has a quarter of an hour. */
export const shortestPin = 4
export const longestPin = 100

export interface LockView {
  state: LockState
  minutes: LockMinutes
  /** After wrong tries: so long no other is taken, ms; 0 for not at all. */
  waitMs: number
  /** What whoever forgot the PIN deletes. */
  file: string
}
