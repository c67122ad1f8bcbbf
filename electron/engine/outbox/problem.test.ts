import { afterEach, expect, test } from 'vitest'
import { failureFor } from '../../../telephony/sms/twilio/errors.ts'
import { setLanguage } from '../../contract/text/index.ts'
import { readProblem, storedProblem } from './problem.ts'

afterEach(() => setLanguage('en', 'en-US'))

test('what went wrong with a text is read in the language that holds, whichever held when it was stored', () => {
  setLanguage('es', 'en-US')
  const refused = storedProblem(failureFor(21614, null))
  const unknown = storedProblem({ said: { code: 'nobody-knows', facts: {} }, code: null })
  const unlisted = storedProblem(failureFor(99999, 'Quota reached'))
  setLanguage('en', 'en-US')
  expect(readProblem(refused).message).toBe('This number cannot receive texts.')
  expect(readProblem(unknown).message).toMatch(/^Nobody knows whether/)
  expect(readProblem(unlisted).message).toBe('Twilio did not deliver the text. (Quota reached)')
})

test('sentences of older versions stay as they were said, but for codes that are known', () => {
  setLanguage('es', 'en-US')
  expect(readProblem('No answer')).toEqual({ message: 'No answer', remedy: null, callInstead: false })
  const old = { message: 'Refused.', remedy: 'Call.' }
  expect(readProblem(JSON.stringify(old))).toMatchObject(old)
  expect(readProblem(JSON.stringify({ ...old, code: '21614' })).message).toBe('Este número no puede recibir mensajes.')
  const newer = { ...old, code: null, said: { code: 'not-thought-of-yet', facts: {} } }
  expect(readProblem(JSON.stringify(newer))).toMatchObject(old)
})

test('a number that no text will reach is to be called; what may pass is not', () => {
  const callInstead = (code: number) => readProblem(storedProblem(failureFor(code, null))).callInstead
  expect([21614, 21635, 30005, 30006].map(callInstead)).toEqual([true, true, true, true])
  expect([30003, 30004, 30008, 21610, 99999].map(callInstead)).toEqual([false, false, false, false, false])
  const noNumber = { said: { code: 'no-number', facts: {} }, code: null } as const
  expect(readProblem(storedProblem(noNumber)).callInstead).toBe(true)
  // Stored by a version that kept the gateway's code and its sentence only.
  expect(readProblem(JSON.stringify({ message: 'A landline.', code: '21635' })).callInstead).toBe(true)
})
