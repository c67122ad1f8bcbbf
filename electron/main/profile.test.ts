import path from 'node:path'
import { expect, it } from 'vitest'
import { profileFrom } from './profile.ts'

const userData = path.resolve('/home/desk/.config/Ringback')

it('works with the office’s own data by default', () => {
  expect(profileFrom(['ringback', '--hidden'], userData)).toEqual({ kind: 'office', folder: userData, home: userData })
})

it('keeps the demo office in a folder of its own', () => {
  const demo = profileFrom(['ringback', '--demo'], userData)
  expect(demo.kind).toBe('demo')
  expect(demo.folder).not.toBe(userData)
  expect(demo.home).toBe(userData)
})

it('is not fooled by an argument that only looks like it', () => {
  expect(profileFrom(['ringback', '--demonstrate', 'demo'], userData).kind).toBe('office')
})
