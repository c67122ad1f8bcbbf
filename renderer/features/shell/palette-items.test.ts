import { expect, it } from 'vitest'
import type { WindowCommand } from '../../commands/command.ts'
import { paletteList, spelledOut } from './palette-items.ts'

const command = (id: string, label: string): WindowCommand => ({
  id,
  keys: [],
  label: () => label,
  group: 'act',
  run: () => undefined,
})
const possible = [command('done', 'Mark done'), command('reply', 'Write a reply'), command('resume', 'Resume texts')]
const ids = (commands: readonly WindowCommand[]) => commands.map(({ id }) => id)

it('shows everything that can be done, and first what was done lately', () => {
  const list = paletteList(' ', { possible, recent: ['resume', 'gone'], people: [] })
  expect(ids(list.recent)).toEqual(['resume'])
  expect(ids(list.commands)).toEqual(['done', 'reply'])
})

it('shows what goes with the words, the best first, and apart what only has its letters', () => {
  const list = paletteList('re', { possible, recent: [], people: [] })
  expect(ids(list.commands)).toEqual(['resume', 'reply'])
  const far = paletteList('mdn', { possible, recent: [], people: [] })
  expect([ids(far.commands), ids(far.others)]).toEqual([[], ['done']])
})

it('shows of buttons and settings only what is spelled as the words, and all without any', () => {
  const buttons = [{ label: 'Texting: Stop' }, { label: 'Stop' }, { label: 'Show top' }]
  expect(spelledOut('stop', buttons)).toEqual([{ label: 'Stop' }, { label: 'Texting: Stop' }])
  expect(spelledOut('', buttons)).toHaveLength(3)
})
