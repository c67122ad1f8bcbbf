import { useEffect, useState } from 'react'

/** One timer for all that is renewed as often, so that it is drawn in one go. */
const clocks = new Map<number, { timer: ReturnType<typeof setInterval>; renew: Set<(now: number) => void> }>()

/** The present instant (epoch ms), renewed every `everyMs`. */
export function useNow(everyMs: number): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => tellEvery(everyMs, setNow), [everyMs])
  return now
}

function tellEvery(everyMs: number, renew: (now: number) => void): () => void {
  const clock = clocks.get(everyMs) ?? start(everyMs)
  clock.renew.add(renew)
  return () => {
    clock.renew.delete(renew)
    if (clock.renew.size > 0) return
    clearInterval(clock.timer)
    clocks.delete(everyMs)
  }
}

function start(everyMs: number) {
  const renew = new Set<(now: number) => void>()
  const timer = setInterval(() => {
    const now = Date.now()
    for (const one of renew) one(now)
  }, everyMs)
  const clock = { timer, renew }
  clocks.set(everyMs, clock)
  return clock
}
