/** From a key or a click to the pixels of what it brings. */
import type { Page } from '@playwright/test'

declare global {
  interface Window {
    benchWait?: Promise<number>
  }
}

/** To be called once for each page: tsx marks the names of functions by one that pages do not know. */
export async function readyFor(page: Page): Promise<void> {
  await page.evaluate('globalThis.__name ??= (named) => named')
}

/**
 * Ms from the next key or click in the window to the frame after the DOM first held `wanted`: a text inside the first
 * element that `selector` finds. Call `act`, which presses the key, only when this waits.
 */
export async function timeUntil(
  page: Page,
  wanted: { selector: string; text: string; absent?: boolean },
  act: () => Promise<void>,
): Promise<number> {
  await page.evaluate(watch, wanted)
  await act()
  return page.evaluate(() => window.benchWait ?? Promise.resolve(NaN))
}

/** Runs in the page. */
function watch({ selector, text, absent }: { selector: string; text: string; absent?: boolean }): void {
  window.benchWait = new Promise((resolve) => {
    let startedAt = 0
    const begin = (event: Event): void => {
      if (startedAt === 0) startedAt = event.timeStamp
    }
    for (const kind of ['keydown', 'pointerdown'] as const) addEventListener(kind, begin, { capture: true, once: true })
    const isThere = () => {
      const held = document.querySelector(selector)?.textContent?.includes(text) ?? false
      return absent === true ? !held : held
    }
    const observer = new MutationObserver(() => look())
    const look = (): void => {
      if (startedAt === 0 || !isThere()) return
      observer.disconnect()
      requestAnimationFrame(() => {
        // After this frame has been drawn.
        const channel = new MessageChannel()
        channel.port1.addEventListener('message', () => resolve(performance.now() - startedAt))
        channel.port1.start()
        channel.port2.postMessage(null)
      })
    }
    observer.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true })
    setTimeout(() => resolve(Infinity), 10_000)
  })
}

/**
 * Ms from the next key or click to the frame after the last change of what stands inside `selector`, once nothing has
 * changed there for `quiet` ms. NaN when nothing changed: what was asked for stood there already.
 */
export async function timeToSettle(
  page: Page,
  { selector, quiet }: { selector: string; quiet: number },
  act: () => Promise<void>,
): Promise<number> {
  await page.evaluate(watchSettling, { selector, quiet })
  await act()
  return page.evaluate(() => window.benchWait ?? Promise.resolve(NaN))
}

/** Runs in the page. */
function watchSettling({ selector, quiet }: { selector: string; quiet: number }): void {
  window.benchWait = new Promise((resolve) => {
    let startedAt = 0
    let drawnAt = NaN
    const observer = new MutationObserver(() => {
      if (startedAt === 0) return
      requestAnimationFrame(() => {
        const channel = new MessageChannel()
        channel.port1.addEventListener('message', () => {
          drawnAt = performance.now()
        })
        channel.port1.start()
        channel.port2.postMessage(null)
      })
    })
    const begin = (event: Event): void => {
      startedAt = event.timeStamp
      const look = (): void => {
        const last = Number.isNaN(drawnAt) ? startedAt : drawnAt
        if (performance.now() - last < quiet) {
          setTimeout(look, 20)
          return
        }
        observer.disconnect()
        resolve(drawnAt - startedAt)
      }
      setTimeout(look, quiet)
    }
    for (const kind of ['keydown', 'pointerdown'] as const) addEventListener(kind, begin, { capture: true, once: true })
    const place = document.querySelector(selector)
    if (place) observer.observe(place, { subtree: true, childList: true, characterData: true })
  })
}
