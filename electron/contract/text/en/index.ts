import { callBack } from './call-back.ts'
import { calls, textAfterAll } from './calls.ts'
import { contacts } from './contacts.ts'
import { data } from './data.ts'
import { desktop } from './desktop.ts'
import { failures, noTexts } from './failures.ts'
import { followUp, optOut } from './follow-up.ts'
import { health } from './health.ts'
import { inbox } from './inbox.ts'
import { lock } from './lock.ts'
import { parties } from './parties.ts'
import { phone } from './phone.ts'
import { pc } from './pc.ts'
import { quietHours } from './quiet-hours.ts'
import { reach } from './reach.ts'
import { refusals } from './refusals.ts'
import { reasons, rules } from './rules.ts'
import { store, storePlainly } from './store.ts'
import { texting } from './texting.ts'
import { toasts } from './toasts.ts'
import { writing } from './writing.ts'

export const en = {
  callBack,
  calls,
  contacts,
  data,
  desktop,
  failures,
  followUp,
  health,
  inbox,
  lock,
  noTexts,
  optOut,
  parties,
  phone,
  quietHours,
  pc,
  reach,
  reasons,
  refusals,
  rules,
  store,
  storePlainly,
  textAfterAll,
  texting,
  toasts,
  writing,
}
