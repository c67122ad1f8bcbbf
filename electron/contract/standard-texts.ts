/**
 * The automatic texts until the office writes its own, in each language that callers can be written to in. Each names
 * the business (a reader must know who writes) and, with the opt-out wording that is added when it is sent, fits one SMS
 * of 160 plain characters for names up to 35, as long as there is no booking link. The Spanish ones do without á, í, ó
 * and ú, which plain SMS has not: one of them would leave 70.
 */
import type { Language } from './preferences.ts'
import { stepNames } from './texts.ts'
import type { StepName, Texts } from './texts.ts'

export const standardTexts: Readonly<Record<Language, Readonly<Record<StepName, string>>>> = {
  en: {
    first: 'Hi, this is {business}. Sorry we missed your call! How can we help? Just reply to this text.',
    second:
      '{business} again: we saw your missed call and would like to help. Just reply here. Or book online: {bookingLink}',
    third: 'Hello from {business}. Can we still help you? Just reply to this text or call us.',
  },
  es: {
    first: 'Hola, somos {business}. No pudimos atender su llamada. ¿En qué le ayudamos? Responda a este texto.',
    second:
      '{business} de nuevo: vimos su llamada perdida y queremos ayudarle. Responda a este texto. O haga su cita en: {bookingLink}',
    third: 'Le saluda {business}. ¿Le podemos ayudar en algo? Responda a este texto o vuelva a llamar.',
  },
}

/** The same texts for callers of that language: what the office wrote itself stays as it is, to the letter. */
export function inLanguage(texts: Texts, language: Language): Texts {
  const steps = { ...texts.steps }
  for (const name of stepNames) {
    const isStandard = steps[name].usual.trim() === standardTexts[texts.language][name]
    if (isStandard) steps[name] = { ...steps[name], usual: standardTexts[language][name] }
  }
  return { ...texts, language, steps }
}

/** Does the office say anything in its own words? Those stay in the language in which they were written. */
export function hasOwnWords({ steps, lines, language }: Texts): boolean {
  return (
    lines.length > 0 ||
    stepNames.some((name) => {
      const { usual, closed, break: onBreak } = steps[name]
      return usual.trim() !== standardTexts[language][name] || closed !== '' || onBreak !== ''
    })
  )
}
