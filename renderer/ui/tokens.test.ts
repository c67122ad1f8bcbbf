import { describe, expect, it } from 'vitest'
import css from './tokens.css?raw'

/** Light and dark value of each colour token. */
const colours = new Map(
  [...css.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)].map(
    ([, name = '', light = '', dark = '']) => [name, { light, dark }] as const,
  ),
)

/** Relative luminance as WCAG 2.2 defines it. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(a: string, b: string): number {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].toSorted((x, y) => y - x)
  return (high + 0.05) / (low + 0.05)
}

const grounds = ['canvas', 'surface', 'surface-2', 'raised', 'hover', 'selected']
const pairs: [string, string, number][] = [
  ...grounds.flatMap((ground): [string, string, number][] => [
    ['ink', ground, 4.5],
    ['ink-2', ground, 4.5],
    ['ink-3', ground, 4.5],
    ['accent', ground, 4.5],
    ['late', ground, 4.5],
    ['wait', ground, 4.5],
    ['auto', ground, 4.5],
    ['ok', ground, 4.5],
  ]),
  ['on-accent', 'accent', 4.5],
  ['on-accent', 'accent-hover', 4.5],
  ['accent', 'accent-soft', 4.5],
  ['on-live', 'live', 4.5],
  ['on-badge', 'badge', 4.5],
  ...['wait', 'late', 'ok', 'auto', 'note'].map((name): [string, string, number] => [name, `${name}-soft`, 4.5]),
  ...['bubble-in', 'bubble-out', 'bubble-auto'].map((ground): [string, string, number] => ['ink', ground, 7]),
  ['ink-2', 'late-soft', 4.5],
  ['ink-2', 'wait-soft', 4.5],
  ['ink-2', 'auto-soft', 4.5],
  ['field', 'surface', 3],
  ['field', 'surface-2', 3],
  ['field', 'raised', 3],
]

describe.each(['light', 'dark'] as const)('in the %s theme', (theme) => {
  it.each(pairs)('%s on %s can be read (%d:1)', (ink, ground, least) => {
    const [front, back] = [colours.get(ink), colours.get(ground)]
    expect(front, ink).toBeDefined()
    expect(back, ground).toBeDefined()
    if (front && back) expect(contrast(front[theme], back[theme])).toBeGreaterThanOrEqual(least)
  })
})
