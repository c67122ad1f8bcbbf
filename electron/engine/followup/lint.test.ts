import { describe, expect, test } from 'vitest'
import { carrierWordsIn } from './carrier-words.ts'
import { previewOf, refusal } from './lint.ts'
import type { LintOptions } from './lint.ts'
import { styleOf, writeText } from './template.ts'

const options: LintOptions = {
  first: true,
  fields: { business: 'Oak Dental', caller: 'Pat', line: 'Front desk', bookingLink: '' },
  addOptOut: true,
  plainPunctuation: true,
  language: 'en',
}

function said(template: string, changed: Partial<LintOptions> = {}): string[] {
  return previewOf(template, { ...options, ...changed }).findings.map(
    ({ severity, message }) => `${severity}: ${message}`,
  )
}

describe('a template that invites a carrier’s word', () => {
  test.each([
    ['Reply YES to confirm.', ['YES']],
    ['reply yes or no', ['YES']],
    ['Text END to stop.', ['END']],
    ['Reply “cancel” if you cannot come', ['CANCEL']],
    ['Reply QUIT!', ['QUIT']],
    ['To cancel your visit text us back with the word CANCEL.', ['CANCEL']],
    ['Reply C to confirm, CANCEL to cancel.', ['CANCEL']],
    ['Reply STOP or UNSUBSCRIBE to opt out.', ['UNSUBSCRIBE']],
    ['Send INFO for our address.', ['INFO']],
    ['Just send us a text saying yes', ['YES']],
    ['Responda CANCEL para cancelar', ['CANCEL']],
    ['Text START to book.', ['START']],
    ['Reply STOP to cancel your appointment.', ['STOP']],
    ['Reply Yes/No.', ['YES']],
    ['Type "end" when you are done', ['END']],
  ])('"%s" is refused', (template, words) => {
    expect(carrierWordsIn(template)).toEqual(words)
    expect(refusal(`{business}: ${template}`, options)).toContain(words[0])
  })

  test.each([
    'Reply STOP to opt out.',
    'Reply STOP to cancel.',
    'Text STOP and we will not text you again. Text START to get texts again.',
    'Reply HELP for help.',
    'We say YES to new patients. Reply to this text.',
    'Text us by the end of the day.',
    'Reply to cancel or change your visit.',
    'Reply with a time, and we will send info.',
    'Text us to cancel.',
    'Stop by any time, or reply here.',
    'Reply here: we answer until the end of our shift.',
    'Yes, we are open. Reply to this text!',
  ])('"%s" is none', (template) => {
    expect(carrierWordsIn(template)).toEqual([])
  })
})

describe('the linter', () => {
  test('has nothing but a note about a good text', () => {
    expect(said('Hi {caller|there}, this is {business}. How can we help?')).toEqual([
      'note: How to opt out is added at the end.',
    ])
    expect(said('{business} here. Reply STOP to opt out.')).toEqual([])
  })

  test.each([
    ['{business}: hi {nmae}', /field that Ringback does not know: \{nmae\}/],
    ['{business}: hi {caller', /brace/],
    ['{bookingLink}', /\{bookingLink\}, which is empty/],
    [' ', /says nothing/],
    [`{business} ${'a'.repeat(1600)}`, /too long/],
  ])('refuses "%.30s"', (template, reason) => {
    expect(refusal(template, options)).toMatch(reason)
  })

  test('wants the first text to say who writes', () => {
    expect(said('How can we help? STOP ends this.')).toEqual([
      'note: Your office’s name is put in front, so that people know who writes.',
    ])
    expect(said('How can we help? STOP ends this.', { first: false })).toEqual([])
    const nameless = { ...options, fields: { ...options.fields, business: ' ' } }
    expect(refusal('How can we help?', nameless)).toContain('who writes')
    expect(refusal('How can we help?', { ...nameless, first: false })).toBeNull()
  })

  test('warns of a text that lacks the opt-out wording', () => {
    expect(said('{business}: hello', { addOptOut: false })).toEqual([expect.stringMatching(/^warning: .*opt out/)])
  })

  test('warns of dear texts, and says what makes them dear', () => {
    expect(said(`{business} ${'a'.repeat(500)} STOP`)).toEqual([expect.stringMatching(/^warning: .*4 texts/)])
    expect(said(`{business} 🦷 ${'a'.repeat(70)} STOP`)).toEqual([
      expect.stringMatching(/^warning: 🦷 makes .*2 texts/),
    ])
    expect(said(`{business} it’s ${'a'.repeat(70)} STOP`)).toEqual([])
  })

  test('tells that a sentence without its link is left out', () => {
    expect(said('{business}: STOP ends this. Book: {bookingLink}')).toEqual([
      expect.stringMatching(/^note: .*left out/),
    ])
  })
})

test('the preview is the sent text, byte for byte', () => {
  const template = '{business}: we’re sorry, {caller|there} — ' + 'a'.repeat(60)
  for (const first of [true, false]) {
    const sent = writeText(template, options.fields, styleOf(options, first))
    const preview = previewOf(template, { ...options, first })
    expect(sent).toEqual({ ok: true, body: preview.body })
  }
})
