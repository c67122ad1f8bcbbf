import { expect, it } from 'vitest'
import { parseCall } from './call-options.ts'

it('a call that a phone answers', () => {
  const args = '--to 15305550110 --from 5305550123 --name Pat --answer 102 --after 3 --talk 5'.split(' ')
  expect(parseCall(args)).toMatchObject({
    to: '15305550110',
    from: '5305550123',
    name: 'Pat',
    withheld: false,
    phones: { '102': { answerAfter: 3, hangUpAfter: 5 } },
  })
})

it('a caller who gives up, presses keys or withholds the number', () => {
  expect(parseCall(['--give-up', '6'])).toMatchObject({ giveUpAfter: 6, phones: {} })
  expect(parseCall(['--to', '15305550140', '--press', '12']).press).toEqual([
    { digit: '1', after: 1 },
    { digit: '2', after: 2 },
  ])
  expect(parseCall(['--passed-on'])).toMatchObject({ withheld: 'passed-on' })
  expect(parseCall(['--busy', '101', '--decline', '102'])).toMatchObject({
    phones: { '101': 'busy', '102': 'decline' },
  })
})

it.each([
  [['--to', '911'], 'Nobody has the number 911'],
  [['--answer', '105'], '105 is no phone'],
  [['--give-up', 'soon'], '--give-up wants seconds'],
])('%j is refused: %s', (args, message) => {
  expect(() => parseCall(args)).toThrow(message)
})
