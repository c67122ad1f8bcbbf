/** Every place where a text can be written: step by step, for the usual and other hours, for the office and each line. */
import { stepNames, templateFor } from '../../../electron/contract/texts.ts'
import type {
  StepName,
  StepNumber,
  StepTexts,
  TextPreview,
  Texts,
  ThreeTexts,
} from '../../../electron/contract/texts.ts'

export interface Slot {
  id: string
  step: StepNumber
  stepName: StepName
  state: keyof StepTexts
  /** The line's number; null for the whole office. */
  line: string | null
  /** What stands there; empty for nothing. */
  own: string
  /** What callers get: what stands there, or what holds instead. */
  template: string
}

export type Previews = ReadonlyMap<string, TextPreview>

const states = ['usual', 'closed', 'break'] as const

export function slotId(line: string | null, step: StepName, state: keyof StepTexts): string {
  return [line ?? 'office', step, state].join(' ')
}

export const emptySteps: ThreeTexts = {
  first: { usual: '', closed: '', break: '' },
  second: { usual: '', closed: '', break: '' },
  third: { usual: '', closed: '', break: '' },
}

/** In the order in which they stand on the page. */
export function slotsOf(texts: Texts): Slot[] {
  const { steps, lines } = texts
  const places = [{ number: null, own: steps }, ...lines.map(({ number, steps: own }) => ({ number, own }))]
  return places.flatMap(({ number, own }) =>
    stepNames.flatMap((stepName, at) =>
      states.map((state): Slot => ({
        id: slotId(number, stepName, state),
        step: (at + 1) as StepNumber,
        stepName,
        state,
        line: number,
        own: own[stepName][state],
        template: templateFor(texts, {
          step: (at + 1) as StepNumber,
          line: number,
          state: state === 'usual' ? 'open' : state,
        }),
      })),
    ),
  )
}
