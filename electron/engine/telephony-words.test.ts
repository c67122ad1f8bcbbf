import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { connectionProblem } from '../../telephony/ami/problems.ts'
import { failureFor } from '../../telephony/sms/twilio/errors.ts'
import { setLanguage, words } from '../contract/text/index.ts'
import { failureInWords, phoneStepInWords, plainly, problemInWords } from './telephony-words.ts'

const address = { host: 'pbx.example', port: 5038, username: 'ringback', password: 'secret' }

describe('what telephony tells by a code', () => {
  beforeEach(() => setLanguage('es', 'en-US'))
  afterEach(() => setLanguage('en', 'en-US'))

  test('is said in the language that holds, with its facts', () => {
    const { message } = problemInWords(connectionProblem('refused', address))
    expect(message).toBe('La computadora en pbx.example responde, pero nada atiende en el puerto 5038.')
    expect(failureInWords(failureFor(30006, null)).message).toBe('Es una línea fija, o su compañía no recibe mensajes.')
  })

  test('is said as telephony said it where the language has no words', () => {
    const failure = failureFor(99999, 'Something new')
    expect(failureInWords(failure)).toBe(failure)
    setLanguage('en', 'en-US')
    expect(failureInWords(failureFor(30006, null)).message).toContain('landline')
  })

  test('ends with what the other side said, as it was said', () => {
    const problem = connectionProblem('not-ami', address, 'it says “SSH-2.0”')
    expect(problemInWords(problem).message).toMatch(/Asterisk\. \(it says “SSH-2\.0”\)$/)
    const { code, facts } = problem
    const step = phoneStepInWords({ about: 'found', state: 'failed', said: { code, facts }, fields: ['host'] })
    expect(step).toMatchObject({ name: 'Central encontrada', ...problemInWords(problem), fields: ['host'] })
    expect(phoneStepInWords({ about: 'ring', state: 'skipped', said: null, fields: [] })).toMatchObject({ message: '' })
  })

  test('names nothing of the phone system’s insides to those who do not look after it', () => {
    for (const language of ['en', 'es'] as const) {
      setLanguage(language, 'en-US')
      for (const [message, remedy] of Object.values(words.phone.plain)) {
        expect(`${message} ${remedy}`).not.toMatch(
          /manager|\.conf|port\b|puerto|permit|Asterisk|PBX|TLS|firewall|fail2ban/i,
        )
      }
    }
    expect(plainly(connectionProblem('refused', address)).remedy).toContain('administra')
  })

  test('has words for no code that there is not', () => {
    for (const code of Object.keys(words.telephony.twilio)) {
      expect(failureFor(Number(code), null).message, code).not.toBe('Twilio did not deliver the text.')
    }
  })
})
