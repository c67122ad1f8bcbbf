import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { connectionProblem } from '../../telephony/ami/problems.ts'
import { failureFor } from '../../telephony/sms/twilio/errors.ts'
import { setLanguage, words } from '../contract/text/index.ts'
import { failureInWords, problemInWords } from './telephony-words.ts'

const address = { host: 'pbx.example', port: 5038, username: 'ringback', password: 'secret' }

describe('what telephony tells by a code', () => {
  beforeEach(() => setLanguage('es', 'en-US'))
  afterEach(() => setLanguage('en', 'en-US'))

  test('is said in the language that holds, with its facts', () => {
    const { message } = problemInWords(connectionProblem('refused', address), address)
    expect(message).toBe('La computadora en pbx.example responde, pero nada atiende en el puerto 5038.')
    expect(failureInWords(failureFor(30006, null)).message).toBe('Es una línea fija, o su compañía no recibe mensajes.')
  })

  test('is said as telephony said it where the language has no words', () => {
    const failure = failureFor(99999, 'Something new')
    expect(failureInWords(failure)).toBe(failure)
    setLanguage('en', 'en-US')
    const problem = connectionProblem('refused', address)
    expect(problemInWords(problem, address)).toBe(problem)
  })

  test('has words for no code that there is not', () => {
    for (const code of Object.keys(words.telephony.twilio)) {
      expect(failureFor(Number(code), null).message, code).not.toBe('Twilio did not deliver the text.')
    }
  })
})
