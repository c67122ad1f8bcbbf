import { describe, expect, it } from 'vitest'
import { commandFor, type KeyPress } from './keymap.ts'
import { windowCommands } from './registry.ts'

const press = (key: string, change: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...change,
})
const idFor = (key: KeyPress, typing = false, singleKeys = true) =>
  commandFor(windowCommands, key, { typing, singleKeys })?.id ?? null

describe('the keys of the window', () => {
  it.each([
    ['j', 'next'],
    ['k', 'previous'],
    ['e', 'done'],
    ['r', 'reply'],
    ['c', 'call-back'],
    ['/', 'search'],
    ['?', 'help'],
    ['J', 'next'],
  ])('%s means %s', (key, id) => {
    expect(idFor(press(key))).toBe(id)
  })

  it('all commands are shown by Ctrl or Command with K, even while typing', () => {
    expect(idFor(press('k', { ctrlKey: true }))).toBe('palette')
    expect(idFor(press('k', { metaKey: true }), true)).toBe('palette')
  })

  it('letters belong to the text while somebody types', () => {
    for (const key of ['j', 'e', 'r', '/', '?']) expect(idFor(press(key), true)).toBeNull()
  })

  it('leave combinations of the system alone', () => {
    expect(idFor(press('r', { ctrlKey: true }))).toBeNull()
    expect(idFor(press('e', { altKey: true }))).toBeNull()
  })

  it('single ones do nothing once they are turned off; the others stay', () => {
    for (const key of ['j', 'k', 'e', 'r', '/', '?']) expect(idFor(press(key), false, false)).toBeNull()
    expect(idFor(press('Escape'), true, false)).toBe('leave')
    expect(idFor(press('k', { ctrlKey: true }), true, false)).toBe('palette')
  })

  it('can all be found when single ones are turned off', () => {
    expect(idFor(press('/', { ctrlKey: true }), false, false)).toBe('help')
  })

  it('are claimed by one command each', () => {
    const keys = windowCommands.flatMap((command) => command.keys)
    expect(new Set(keys).size).toBe(keys.length)
  })

  it('do nothing where two commands would claim them', () => {
    const both = [
      { id: 'a', keys: ['x'] },
      { id: 'b', keys: ['x'] },
    ]
    expect(commandFor(both, press('x'), { typing: false, singleKeys: true })).toBeNull()
  })
})
