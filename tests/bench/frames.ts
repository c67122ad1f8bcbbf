/**
 * How many frames are dropped while somebody scrolls. A page draws up to 60 frames a second; each refresh of the screen
 * that passes without one counts as dropped. On a machine without graphics card (xvfb) even an empty page drops some, and
 * so the same scrolling of an empty page is measured beside it in the same run.
 */
import { setTimeout as rest } from 'node:timers/promises'
import type { Page } from '@playwright/test'

export interface Scrolled {
  frames: number
  dropped: number
  /** Per cent of all. */
  share: number
}

const refresh = 1000 / 60

/** Turns the wheel by `step` px (positive: down) some 60 times a second for `ms`, over a place of the window, and counts. */
export async function scrollAndCount(
  page: Page,
  at: { x: number; y: number; step: number; ms: number },
): Promise<Scrolled> {
  await page.mouse.move(at.x, at.y)
  await page.evaluate(beginCounting)
  const end = performance.now() + at.ms
  while (performance.now() < end) {
    const next = performance.now() + refresh
    await page.mouse.wheel(0, at.step)
    await rest(Math.max(0, next - performance.now()))
  }
  const times = await page.evaluate(endCounting)
  let dropped = 0
  for (const [index, time] of times.entries()) {
    const before = times[index - 1]
    if (before !== undefined) dropped += Math.max(0, Math.round((time - before) / refresh) - 1)
  }
  const all = times.length + dropped
  return { frames: times.length, dropped, share: all === 0 ? 100 : (dropped / all) * 100 }
}

export function together(parts: readonly Scrolled[]): Scrolled {
  const frames = parts.reduce((sum, part) => sum + part.frames, 0)
  const dropped = parts.reduce((sum, part) => sum + part.dropped, 0)
  return { frames, dropped, share: (dropped / Math.max(1, frames + dropped)) * 100 }
}

declare global {
  interface Window {
    benchFrames?: { times: number[]; on: boolean }
  }
}

/** Runs in the page. */
function beginCounting(): void {
  const frames = { times: [] as number[], on: true }
  window.benchFrames = frames
  const count = (time: number): void => {
    frames.times.push(time)
    if (frames.on) requestAnimationFrame(count)
  }
  requestAnimationFrame(count)
}

/** Runs in the page. */
function endCounting(): number[] {
  const frames = window.benchFrames
  if (!frames) return []
  frames.on = false
  return frames.times
}
