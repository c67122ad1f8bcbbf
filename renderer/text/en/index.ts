/**
 * Every word the window shows, in English, by topic. Another language is another room with the same members. Sentences
 * address a receptionist: no jargon outside the phone-system form, and each trouble comes with what to do about it.
 */
import { about } from './about.ts'
import { app } from './app.ts'
import { backup } from './backup.ts'
import { callBack } from './call-back.ts'
import { calls } from './calls.ts'
import { composer } from './composer.ts'
import { contact } from './contact.ts'
import { conversation } from './conversation.ts'
import { files } from './files.ts'
import { health } from './health.ts'
import { hours } from './hours.ts'
import { inbox } from './inbox.ts'
import { keys } from './keys.ts'
import { live } from './live.ts'
import { lock } from './lock.ts'
import { overview } from './overview.ts'
import { parties } from './parties.ts'
import { pc } from './pc.ts'
import { people } from './people.ts'
import { settingIndex } from './setting-index.ts'
import { privacy } from './privacy.ts'
import { settings } from './settings.ts'
import { settingsFile } from './settings-file.ts'
import { setup } from './setup.ts'
import { tags } from './tags.ts'
import { texts } from './texts.ts'
import { time } from './time.ts'
import { timeline } from './timeline.ts'
import { watchOnly } from './watch-only.ts'
import { writing } from './writing.ts'

export const en = {
  app,
  time,
  inbox,
  conversation,
  composer,
  timeline,
  writing,
  watchOnly,
  contact,
  people,
  files,
  tags,
  health,
  backup,
  callBack,
  live,
  lock,
  calls,
  overview,
  keys,
  setup,
  texts,
  hours,
  privacy,
  settings,
  parties,
  about,
  pc,
  settingIndex,
  settingsFile,
}
