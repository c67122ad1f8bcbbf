/** Every step from an empty file to this version, in order. */
import type { Migration } from '../migrate.ts'
import * as initial from './0010-initial.ts'
import * as partUnseen from './0020-part-unseen.ts'
import * as parties from './0030-parties.ts'
import * as optOutQuestions from './0040-opt-out-questions.ts'
import * as texts from './0050-texts.ts'
import * as pictures from './0060-pictures.ts'
import * as followUpPlan from './0070-follow-up-plan.ts'
import * as gatewayTime from './0080-gateway-time.ts'
import * as turns from './0090-turns.ts'
import * as accounts from './0091-accounts.ts'
import * as inboxSearch from './0100-inbox-search.ts'
import * as inboxList from './0110-inbox-list.ts'
import * as reading from './0140-reading.ts'
import * as writing from './0150-writing.ts'
import * as tags from './0180-tags.ts'
import * as people from './0190-people.ts'
import * as aftermath from './0220-aftermath.ts'
import * as callPhones from './0230-call-phones.ts'
import * as wouldText from './0240-would-text.ts'
import * as texted from './0250-texted.ts'
import * as settingChanges from './0260-setting-changes.ts'
import * as oneRowPerPerson from './0270-one-row-per-person.ts'
import * as attemptOthers from './0280-attempt-others.ts'
import * as bookmarks from './0290-bookmarks.ts'
import * as withheldCalls from './0300-withheld-calls.ts'
import * as callAtGateway from './0310-call-at-gateway.ts'

export const migrations: readonly Migration[] = [
  initial,
  partUnseen,
  parties,
  optOutQuestions,
  texts,
  pictures,
  followUpPlan,
  gatewayTime,
  turns,
  accounts,
  inboxSearch,
  inboxList,
  reading,
  writing,
  tags,
  people,
  aftermath,
  callPhones,
  wouldText,
  texted,
  settingChanges,
  oneRowPerPerson,
  attemptOthers,
  bookmarks,
  withheldCalls,
  callAtGateway,
]
