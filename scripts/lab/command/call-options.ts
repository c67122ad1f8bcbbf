/** What `npm run lab -- call …` is told on the command line. */
import { parseArgs } from 'node:util'
import { deskPhones, numbersOf, unpluggedPhone } from '../pbx/office.ts'
import type { Behaviour } from '../sip/behaviour.ts'
import type { OutsideCall } from '../trunk.ts'

/** Reads the arguments after `call`. Throws a sentence for people. */
export function parseCall(args: string[]): OutsideCall {
  const { values } = parseArgs({
    args,
    options: {
      to: { type: 'string', default: '15305550101' },
      from: { type: 'string', default: '2125550123' },
      name: { type: 'string' },
      withheld: { type: 'boolean', default: false },
      'passed-on': { type: 'boolean', default: false },
      'give-up': { type: 'string' },
      press: { type: 'string' },
      answer: { type: 'string' },
      after: { type: 'string', default: '2' },
      talk: { type: 'string', default: '5' },
      busy: { type: 'string', multiple: true, default: [] },
      decline: { type: 'string', multiple: true, default: [] },
    },
  })
  if (!(values.to in numbersOf('plain')) && !(values.to in numbersOf('freepbx-like')))
    throw new Error(`Nobody has the number ${values.to}: see npm run lab -- help`)
  const phones: Record<string, Behaviour> = {}
  for (const phone of values.busy) phones[deskPhone(phone)] = 'busy'
  for (const phone of values.decline) phones[deskPhone(phone)] = 'decline'
  if (values.answer !== undefined) {
    phones[deskPhone(values.answer)] = {
      answerAfter: seconds('--after', values.after),
      hangUpAfter: seconds('--talk', values.talk),
    }
  }
  // Each key a second after the one before.
  const press = (values.press ?? '').split('').map((digit, index) => ({ digit, after: index + 1 }))
  return {
    to: values.to,
    from: values.from,
    ...(values.name === undefined ? {} : { name: values.name }),
    withheld: values['passed-on'] ? 'passed-on' : values.withheld,
    ...(values['give-up'] === undefined ? {} : { giveUpAfter: seconds('--give-up', values['give-up']) }),
    press,
    phones,
  }
}

function deskPhone(extension: string): string {
  const usable = deskPhones.filter((phone) => phone !== unpluggedPhone)
  if (usable.some((phone) => phone === extension)) return extension
  throw new Error(`${extension} is no phone that could do that; there are ${usable.join(', ')}.`)
}

function seconds(option: string, text: string): number {
  const value = Number(text)
  if (text.trim() !== '' && value >= 0 && value <= 3600) return value
  throw new Error(`${option} wants seconds from 0 to 3600, not ${text}.`)
}
