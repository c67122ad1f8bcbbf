import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { connectionProblem } from '../../telephony/ami/problems.ts'
import { failureFor } from '../../telephony/sms/twilio/errors.ts'
import { setLanguage, words } from '../contract/text/index.ts'
import {
  phoneStepInWords,
  plainly,
  problemInWords,
  textingInWords,
  textingPlainly,
  textingStepInWords,
} from './telephony-words.ts'

const address = { host: 'pbx.example', port: 5038, username: 'ringback', password: 'secret' }
/** What only who looks after a phone system knows. */
const jargon = /manager|\.conf|port\b|puerto|permit|Asterisk|PBX|PJSIP|TLS|firewall|fail2ban/i

describe('what telephony tells by a code', () => {
  beforeEach(() => setLanguage('es', 'en-US'))
  afterEach(() => setLanguage('en', 'en-US'))

  test('is said in the language that holds, with its facts', () => {
    const { message } = problemInWords(connectionProblem('refused', address))
    expect(message).toBe('La computadora en pbx.example responde, pero nada atiende en el puerto 5038.')
    expect(textingInWords(failureFor(30006, null).said).message).toBe(
      'Es una línea fija, o su compañía no recibe mensajes.',
    )
    setLanguage('en', 'en-US')
    expect(textingInWords(failureFor(30006, null).said).message).toContain('landline')
  })

  test('ends with what the other side said, as it was said', () => {
    const problem = connectionProblem('not-ami', address, 'it says “SSH-2.0”')
    expect(problemInWords(problem).message).toMatch(/Asterisk\. \(it says “SSH-2\.0”\)$/)
    const { code, facts } = problem
    const step = phoneStepInWords({ about: 'found', state: 'failed', said: { code, facts }, fields: ['host'] })
    expect(step).toMatchObject({ name: 'Central encontrada', ...problemInWords(problem), fields: ['host'] })
    expect(phoneStepInWords({ about: 'ring', state: 'skipped', said: null, fields: [] })).toMatchObject({ message: '' })
    expect(textingInWords(failureFor(99999, 'Something new').said)).toEqual({
      message: 'Twilio no entregó el mensaje. (Something new)',
      remedy: 'Busque el código 99999 en twilio.com/docs/api/errors o llame a esta persona.',
    })
  })

  test('names nothing of the phone system’s insides to those who do not look after it', () => {
    const trunk = { code: 'no-trunk', facts: { trunk: 'PJSIP/trunk' } } as const
    for (const language of ['en', 'es'] as const) {
      setLanguage(language, 'en-US')
      const everybody = [...Object.values(words.phone.plain), ...Object.values(words.texting.plain)]
      for (const sentence of everybody) expect(sentence.join(' ')).not.toMatch(jargon)
      expect(textingPlainly(trunk).message).not.toMatch(jargon)
      expect(textingInWords(trunk).message).toMatch(jargon)
    }
    expect(plainly(connectionProblem('refused', address)).remedy).toContain('administra')
  })

  test('writes the office’s own number as people do, in the check of a gateway', () => {
    const said = { code: 'number-ready', facts: { from: '+15305550100' } } as const
    const step = textingStepInWords('Twilio', { about: 'number', state: 'ok', said, fields: [] }, 'US')
    expect(step.message).toContain('(530) 555-0100')
  })

  test('sends nobody to the form in which it stands', () => {
    for (const language of ['en', 'es'] as const) {
      setLanguage(language, 'en-US')
      const { said } = failureFor(20003, null)
      const step = textingStepInWords('Twilio', { about: 'sign-in', state: 'failed', said, fields: [] }, 'US')
      expect(textingInWords(said).remedy).toMatch(/Settings →|Ajustes →/)
      expect(step.remedy).not.toMatch(/Settings →|Ajustes →/)
      expect(step.name).not.toBe('')
    }
  })
})
