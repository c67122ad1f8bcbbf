/** Whether the office's texts may be saved, whoever wants to: the window, or a config file. */
import { stepNames } from '../../contract/texts.ts'
import type { Texts } from '../../contract/texts.ts'
import { refusal } from './lint.ts'

/** The first reason why these texts cannot be saved, for people; null when they can. */
export function refusalOf(texts: Texts, business: { name: string; bookingLink: string }): string | null {
  const fields = { business: business.name, bookingLink: business.bookingLink, caller: null, line: null }
  for (const { steps } of [{ steps: texts.steps }, ...texts.lines]) {
    for (const [at, name] of stepNames.entries()) {
      const { usual, closed, break: onBreak } = steps[name]
      for (const template of [usual, closed, onBreak].filter((each) => each !== '')) {
        const problem = refusal(template, { ...texts, fields, first: at === 0 })
        if (problem !== null) return problem
      }
    }
  }
  return null
}
