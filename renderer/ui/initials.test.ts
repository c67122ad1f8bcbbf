import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hueOf, initialsOf } from './initials.ts'

describe('initials', () => {
  it.each([
    ['Pat Lee', 'PL'],
    ['dana', 'D'],
    ['Riverside Vet Clinic', 'RC'],
    ['מיכל כהן', 'מכ'],
    ['🦷🦷', ''],
    ['<b>Pat</b>', 'BB'],
  ])('of %s are %s', (name, initials) => {
    expect(initialsOf(name)).toBe(initials)
  })

  it('never fail, whatever a name holds', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (name) => typeof initialsOf(name) === 'string'))
  })

  it('keep one colour for one contact', () => {
    fc.assert(
      fc.property(fc.string(), (id) => {
        const hue = hueOf(id)
        return hue === hueOf(id) && hue >= 0 && hue < 360
      }),
    )
  })
})
