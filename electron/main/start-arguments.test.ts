import { expect, test } from 'vitest'
import { argumentsAgain } from './start-arguments.ts'

test('the demo office begins without the link that this run was started with, and so does the office after it', () => {
  const argv = ['.', '--user-data-dir=/tmp/profile', '--hidden', 'tel:+15305550177', 'SMS:5305550177?body=x']
  expect(argumentsAgain(argv, { demo: true })).toEqual(['.', '--user-data-dir=/tmp/profile', '--demo'])
  expect(argumentsAgain([...argv, '--demo'], { demo: false })).toEqual(['.', '--user-data-dir=/tmp/profile'])
  expect(argumentsAgain(['--demo'], { demo: true })).toEqual(['--demo'])
})
