/** Every setting: on which page, what it is called there, and what changing it does. For finding one, and for the history. */
import type { SettingsSection } from '../../store/app-slice.ts'
import { text } from '../../text/index.ts'

export type SettingId = keyof typeof text.settingIndex.settings

export interface FoundSetting {
  id: SettingId
  section: SettingsSection
  label: string
  effect: string
}

/** Read when it is used: the words change with the language. */
const places: Record<SettingId, [section: SettingsSection, label: () => string]> = {
  'phone-system.host': ['phone', () => text.setup.phone.host],
  'phone-system.port': ['phone', () => text.setup.phone.port],
  'phone-system.username': ['phone', () => text.setup.phone.user],
  'phone-system.password': ['phone', () => text.setup.phone.password],
  'phone-system.tls': ['phone', () => text.setup.phone.encryption.label],
  lines: ['phone', () => text.parties.lines],
  parties: ['phone', () => text.settings.phoneTabs.parties],
  'texting.kind': ['texting', () => text.setup.texting.way],
  'texting.accountSid': ['texting', () => text.setup.texting.sid],
  'texting.authToken': ['texting', () => text.setup.texting.token],
  'texting.from': ['texting', () => text.setup.texting.from],
  'texting.apiKey': ['texting', () => text.setup.texting.key],
  'texting.baseUrl': ['texting', () => text.setup.texting.baseUrl],
  'texting.trunk': ['texting', () => text.setup.texting.own.trunk],
  'business.name': ['texts', () => text.setup.message.business],
  'business.bookingLink': ['texts', () => text.setup.message.booking],
  'follow-up.enabled': ['texts', () => text.setup.message.enabled],
  'texts.steps.first': ['texts', () => text.texts.steps.first],
  'texts.steps.second': ['texts', () => text.texts.steps.second],
  'texts.steps.third': ['texts', () => text.texts.steps.third],
  'follow-up.delaySeconds': ['texts', () => text.texts.delay],
  'follow-up.secondAfterMinutes': ['texts', () => text.texts.secondAfter],
  'follow-up.thirdAt': ['texts', () => text.texts.thirdAt],
  'follow-up.whenClosed': ['texts', () => text.texts.whenClosed.replace(/:$/, '')],
  'texts.addOptOut': ['texts', () => text.texts.addOptOut],
  'texts.plainPunctuation': ['texts', () => text.texts.plainPunctuation],
  'texts.lines': ['texts', () => text.texts.perLine],
  'quick-replies': ['replies', () => text.settings.sections.replies],
  'writing.undoSeconds': ['replies', () => text.writing.undoTitle],
  'business.timeZone': ['hours', () => text.hours.timeZone],
  'hours.week': ['hours', () => text.hours.week],
  'hours.exceptions': ['hours', () => text.hours.exceptions],
  'quiet-hours': ['hours', () => text.hours.quiet.title],
  'call-back.phone': ['calling', () => text.callBack.myPhone],
  'call-back.callerId': ['calling', () => text.callBack.callerId],
  'call-back.numberForm': ['calling', () => text.callBack.dialling],
  'contacts.import': ['contacts', () => text.files.bringIn],
  'contacts.export': ['contacts', () => text.files.takeOut],
  'contacts.tags': ['contacts', () => text.tags.title],
  'app-lock.on': ['privacy', () => text.lock.section],
  'privacy.keeping': ['privacy', () => text.privacy.keeping],
  'privacy.erase': ['privacy', () => text.privacy.erase],
  'privacy.everything': ['privacy', () => text.privacy.everything],
  'privacy.passwords': ['privacy', () => text.privacy.passwords],
  backups: ['backup', () => text.backup.title],
  'watch-only': ['texting', () => text.watchOnly.name],
  'toast-reply': ['notifications', () => text.pc.kinds.reply[0]],
  'toast-missed': ['notifications', () => text.pc.kinds.missed[0]],
  'toast-trouble': ['notifications', () => text.pc.kinds.trouble[0]],
  'toast-sound': ['notifications', () => text.pc.sound],
  language: ['general', () => text.settings.language],
  'texts.language': ['texts', () => text.texts.language],
  theme: ['general', () => text.settings.theme],
  'start-at-login': ['general', () => text.pc.start],
  'phone-links': ['general', () => text.pc.links],
  export: ['about', () => text.settingsFile.save],
  import: ['about', () => text.settingsFile.open],
  history: ['about', () => text.settingsFile.history],
  logs: ['about', () => text.about.openLogs],
}

const ids = Object.keys(places) as SettingId[]

/** The settings that have every word of what was typed, by name, effect, page or another word for it. */
export function findSettings(query: string): FoundSetting[] {
  const wanted = plain(query).split(/\s+/).filter(Boolean)
  if (wanted.length === 0) return []
  const scored = ids.flatMap((id) => {
    const setting = settingOf(id)
    const [, words] = text.settingIndex.settings[id]
    const all = plain([setting.label, setting.effect, text.settings.sections[setting.section], words].join(' '))
    if (!wanted.every((word) => all.includes(word))) return []
    // Those that are called so come first.
    const called = wanted.filter((word) => plain(setting.label).includes(word)).length
    return [{ setting, called }]
  })
  return scored.sort((one, other) => other.called - one.called).map(({ setting }) => setting)
}

/** What the engine's field is called in the window; null for one that has no name of its own there. */
export function labelOf(section: string, field: string): string | null {
  const parts = field === '' ? [] : field.split('.')
  for (let length = parts.length; length >= 0; length -= 1) {
    const path = [section, ...parts.slice(0, length)].join('.')
    const id = ids.find((one) => one === path)
    if (id) return places[id][1]()
  }
  const others: Record<string, string> = text.settingsFile.others
  return others[[section, field].join('.')] ?? null
}

function settingOf(id: SettingId): FoundSetting {
  const [section, label] = places[id]
  return { id, section, label: label(), effect: text.settingIndex.settings[id][0] }
}

/** Without capitals and accents: "Espanol" finds "español". */
function plain(words: string): string {
  return words.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}
