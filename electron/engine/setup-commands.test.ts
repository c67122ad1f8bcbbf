import { afterEach, beforeEach, expect, it } from 'vitest'
import { startTestEngine } from './testing.ts'
import type { TestEngine } from './testing.ts'

let office: TestEngine
beforeEach(async () => {
  office = await startTestEngine()
})
afterEach(() => office.end())

it('takes the office’s texting number in any spelling, and another spelling of it for no change', async () => {
  const { ask } = office
  const save = (from: string) =>
    ask('texting:save', { kind: 'asterisk', from, trunk: 'PJSIP/trunk', numbers: 'plus' as const })
  const seen = async () => {
    const { texting, textsFrom } = await ask('settings:get', undefined)
    const { changes } = await ask('settings:history', { before: null })
    return { kept: texting.from, shown: textsFrom, changes: changes.filter(({ field }) => field === 'from').length }
  }
  await save('530 555 0100')
  expect(await seen()).toEqual({ kept: '+15305550100', shown: '(530) 555-0100', changes: 1 })
  await save('(530) 555-0100')
  await save('+1 530-555-0100')
  expect(await seen()).toEqual({ kept: '+15305550100', shown: '(530) 555-0100', changes: 1 })
  await save('(530) 555-0199')
  expect(await seen()).toEqual({ kept: '+15305550199', shown: '(530) 555-0199', changes: 2 })
})
