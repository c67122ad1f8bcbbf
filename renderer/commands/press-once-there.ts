/** A page may have to be loaded, and what is on it to be read. */
const mostFrames = 300

/** Presses the button of `place` (a selector) that has these words, as soon as it is there and can be pressed. */
export function pressOnceThere(place: string, words: () => string, frames: number = mostFrames): void {
  const buttons = document.querySelectorAll<HTMLElement>(`${place} button:not(:disabled)`)
  const found = Array.from(buttons).find((button) => button.textContent.trim() === words())
  if (found) {
    found.focus()
    found.click()
  } else if (frames > 0) requestAnimationFrame(() => pressOnceThere(place, words, frames - 1))
}
