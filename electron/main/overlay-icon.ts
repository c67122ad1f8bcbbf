/**
 * The number on Ringback's button in the Windows task bar: a picture, since Windows has no badge for programs that do not
 * come from its store. macOS and some Linux desktops draw the number themselves.
 */

/** Edge of the picture, pixels; Windows scales it to what the screen wants. */
export const overlayEdge = 32
/** BGRA. */
const red = [0x2b, 0x30, 0xb3, 0xff]
const white = [0xff, 0xff, 0xff, 0xff]

/** Three by five, a row each, from the left. */
const signs: Record<string, readonly string[]> = {
  '1': ['.#.', '##.', '.#.', '.#.', '###'],
  '2': ['##.', '..#', '.#.', '#..', '###'],
  '3': ['##.', '..#', '.#.', '..#', '##.'],
  '4': ['#.#', '#.#', '###', '..#', '..#'],
  '5': ['###', '#..', '##.', '..#', '##.'],
  '6': ['.##', '#..', '###', '#.#', '###'],
  '7': ['###', '..#', '.#.', '.#.', '.#.'],
  '8': ['###', '#.#', '###', '#.#', '###'],
  '9': ['###', '#.#', '###', '..#', '##.'],
  '+': ['...', '.#.', '###', '.#.', '...'],
}

/** A red disc with the number, `9+` from ten on: rows from the top, four bytes (BGRA) a pixel. Null for none. */
export function overlayPixels(count: number): Uint8Array | null {
  if (count <= 0) return null
  const pixels = new Uint8Array(overlayEdge * overlayEdge * 4)
  const middle = (overlayEdge - 1) / 2
  for (let y = 0; y < overlayEdge; y += 1) {
    for (let x = 0; x < overlayEdge; x += 1) {
      if (Math.hypot(x - middle, y - middle) <= overlayEdge / 2) pixels.set(red, (y * overlayEdge + x) * 4)
    }
  }
  const text = count > 9 ? '9+' : String(count)
  const scale = text.length === 1 ? 4 : 3
  const width = (text.length * 4 - 1) * scale
  const left = Math.round((overlayEdge - width) / 2)
  const top = Math.round((overlayEdge - 5 * scale) / 2)
  text.split('').forEach((sign, at) => {
    signs[sign]?.forEach((row, rowAt) => {
      row.split('').forEach((dot, dotAt) => {
        if (dot === '#') fill(pixels, left + (at * 4 + dotAt) * scale, top + rowAt * scale, scale)
      })
    })
  })
  return pixels
}

function fill(pixels: Uint8Array, left: number, top: number, edge: number): void {
  for (let y = top; y < top + edge; y += 1) {
    for (let x = left; x < left + edge; x += 1) pixels.set(white, (y * overlayEdge + x) * 4)
  }
}
