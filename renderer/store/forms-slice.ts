/**
 * What was typed into the forms of set-up and settings and is not saved yet. It outlives another step, Skip and a
 * clicked toast, but not the window: it may hold secrets, which belong in no storage of the window's.
 */
import type { OpeningHours, QuietHours } from '../../electron/contract/opening-hours.ts'
import type { Language } from '../../electron/contract/preferences.ts'
import type { Texts } from '../../electron/contract/texts.ts'
import type { CallBackSettings, FollowUpTiming, Settings } from '../../electron/contract/view-models.ts'
import type { Slice } from './slice.ts'

export interface FormValues {
  phone: { host: string; port: string; username: string; password: string; tls: boolean; fingerprint: string }
  texting: Omit<Settings['texting'], 'hasToken' | 'kind'> & {
    /** `none`: no way yet, calls are only watched. */
    kind: Settings['texting']['kind'] | 'none'
    authToken: string
    watchOnly: boolean
  }
  message: { name: string; bookingLink: string; enabled: boolean; delay: string; template: string; language: Language }
  texts: {
    name: string
    bookingLink: string
    enabled: boolean
    delay: string
    secondAfter: string
    texts: Texts
  } & Pick<FollowUpTiming, 'firstOn' | 'secondOn' | 'thirdOn' | 'thirdAt' | 'whenClosed'>
  hours: { timeZone: string; hours: OpeningHours; quiet: QuietHours }
  calling: CallBackSettings
}

export type FormName = keyof FormValues

export interface FormsSlice {
  /** Only the answers that were touched; what is not here is as it is stored. */
  forms: { [N in FormName]: Partial<FormValues[N]> }
  editForm: <N extends FormName>(name: N, change: Partial<FormValues[N]>) => void
  /** Forgets these answers, since they are saved or unwanted; one that was changed meanwhile stays. */
  forgetForm: <N extends FormName>(name: N, answers: Partial<FormValues[N]>) => void
}

export function formsSlice(): Slice<FormsSlice> {
  return (set) => ({
    forms: { phone: {}, texting: {}, message: {}, texts: {}, hours: {}, calling: {} },
    editForm: (name, change) => set(({ forms }) => ({ forms: { ...forms, [name]: { ...forms[name], ...change } } })),
    forgetForm: (name, answers) =>
      set(({ forms }) => {
        const said = new Map<string, unknown>(Object.entries(answers))
        const left = Object.entries(forms[name]).filter(([field, value]) => said.get(field) !== value)
        return { forms: { ...forms, [name]: Object.fromEntries(left) } }
      }),
  })
}
