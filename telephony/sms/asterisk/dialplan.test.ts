import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { dialplanLines } from './dialplan.ts'

test('README shows the lines that the window offers and the lab runs', () => {
  const readme = readFileSync(path.join(import.meta.dirname, '../../../README.md'), 'utf8')
  expect(readme).toContain(`\`\`\`ini\n${dialplanLines().join('\n')}\n\`\`\``)
})
