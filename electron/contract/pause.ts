/** For how long everything automatic can be paused. */

/** Minutes; `tomorrow`: until the office's next day begins; null: until somebody resumes. */
export type PauseLength = number | 'tomorrow' | null
/** What tray and window offer. */
export const pauseLengths = [30, 60, 'tomorrow', null] as const satisfies PauseLength[]
