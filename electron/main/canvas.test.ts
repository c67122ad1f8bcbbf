import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { canvas } from './canvas.ts'

it('is the ground that the page draws', () => {
  const tokens = readFileSync(path.join(import.meta.dirname, '../../renderer/ui/tokens.css'), 'utf8')
  expect(tokens).toContain(`--canvas: light-dark(${canvas.light}, ${canvas.dark});`)
})
