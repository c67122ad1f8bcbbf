import { describe, expect, it } from 'vitest'
import { overlayEdge, overlayPixels } from './overlay-icon.ts'

/** The picture as people see it: white, red, nothing. */
function drawn(count: number): string {
  const pixels = overlayPixels(count) ?? new Uint8Array()
  const rows = Array.from({ length: overlayEdge }, (_, y) =>
    Array.from({ length: overlayEdge }, (__, x) => {
      const at = (y * overlayEdge + x) * 4
      return pixels[at + 3] === 0 ? ' ' : pixels[at] === 0xff ? '#' : '.'
    }).join(''),
  )
  return rows.join('\n')
}

describe('the number in the task bar of Windows', () => {
  it('is none where nobody waits', () => {
    expect(overlayPixels(0)).toBeNull()
  })

  it('is another picture for each number up to nine, and one for all above', () => {
    const pictures = Array.from({ length: 9 }, (_, at) => drawn(at + 1))
    expect(new Set(pictures).size).toBe(9)
    expect(drawn(10)).toBe(drawn(250))
    expect(pictures).not.toContain(drawn(10))
  })

  it('is white on a disc, and within it', () => {
    for (const count of [1, 8, 12]) {
      const picture = drawn(count)
      expect(picture).toContain('#')
      expect(picture.split('\n').some((row) => / #|# |^#|#$/.test(row))).toBe(false)
    }
  })
})
