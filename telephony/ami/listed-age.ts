/** For how long a listed channel has been there. */
import type { AmiEvent } from './events.ts'

/** In ms, from a CoreShowChannel's `hh:mm:ss`; 0 when it tells no such time. No channel lives for over a year. */
export function listedAge(event: AmiEvent): number {
  const [, hours, minutes, seconds] = /^(\d{1,4}):(\d\d):(\d\d)$/.exec(event.get('Duration') ?? '') ?? []
  return (Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(seconds ?? 0)) * 1000
}
