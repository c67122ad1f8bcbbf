/** What can be done from the list of all commands and has no key of its own. */
import { pauseLengths } from '../../electron/contract/pause.ts'
import type { ConversationTab } from '../../electron/contract/view-models.ts'
import type { Page, SettingsSection } from '../store/app-slice.ts'
import type { WindowState } from '../store/slice.ts'
import { text } from '../text/index.ts'
import type { WindowCommand } from './command.ts'
import { contactCommands } from './contact-commands.ts'
import { distantCommands } from './distant-commands.ts'

const ready = (state: WindowState): boolean => state.setup === null

const pages: Page[] = ['inbox', 'calls', 'overview', 'settings']
const tabs: ConversationTab[] = ['needs-reply', 'waiting', 'done', 'all']
const sections: SettingsSection[] = [
  'replies',
  'phone',
  'texting',
  'texts',
  'hours',
  'calling',
  'contacts',
  'backup',
  'privacy',
  'notifications',
  'general',
  'about',
]

const goTo = pages.map((page): WindowCommand => ({
  id: `page-${page}`,
  keys: [],
  label: () => text.keys.goTo(text.app[page]),
  group: 'move',
  when: (state) => ready(state) && state.page !== page,
  run: (state) => state.showPage(page),
}))

const showTab = tabs.map((tab): WindowCommand => ({
  id: `tab-${tab}`,
  keys: [],
  label: () => text.keys.goTo(`${text.app.inbox}: ${text.inbox.tabs[tab]}`),
  group: 'move',
  when: ready,
  run: (state) => {
    state.showPage('inbox')
    state.showTab(tab)
  },
}))

const showSettings = sections.map((section): WindowCommand => ({
  id: `settings-${section}`,
  keys: [],
  label: () => text.keys.goTo(`${text.app.settings}: ${text.settings.sections[section]}`),
  group: 'move',
  when: ready,
  run: (state) => state.showSettings(section),
}))

const notPaused = (state: WindowState): boolean => state.health !== null && state.health.paused === null
const pauses = pauseLengths.map((minutes): WindowCommand => ({
  id: `pause-${minutes ?? 'open'}`,
  keys: [],
  label: () => `${text.health.pauseFor}: ${text.health.pauseChoices[`${minutes}`]}`,
  group: 'act',
  when: notPaused,
  run: (state) => void state.pause(minutes),
}))

const watching = [true, false].map((on): WindowCommand => ({
  id: on ? 'watch-only' : 'watch-no-more',
  keys: [],
  label: () => (on ? text.watchOnly.turnOn : text.watchOnly.turnOff),
  group: 'act',
  when: (state) => state.settings !== null && state.settings.watchOnly.on !== on,
  run: (state) => void state.run('watch-only:set', { on }),
}))

const themes = (['pc', 'light', 'dark'] as const).map((theme): WindowCommand => ({
  id: `theme-${theme}`,
  keys: [],
  label: () => `${text.settings.theme}: ${text.settings.themes[theme]}`,
  group: 'act',
  when: (state) => state.info !== null && state.info.preferences.theme !== theme,
  run: (state) => void state.prefer({ theme }),
}))

const languages = (['en', 'es'] as const).map((language): WindowCommand => ({
  id: `language-${language}`,
  keys: [],
  label: () => `${text.settings.language}: ${text.settings.languages[language]}`,
  group: 'act',
  when: (state) => state.language !== language,
  run: (state) => void state.prefer({ language }),
}))

/** About the conversation that is open. */
const inConversation = (state: WindowState): boolean => ready(state) && state.page === 'inbox' && state.detail !== null

const conversation: WindowCommand[] = [
  {
    id: 'details',
    keys: [],
    label: () => text.conversation.details,
    group: 'move',
    when: (state) => inConversation(state) && !state.contactShown,
    run: (state) => state.showContact(true),
  },
  {
    id: 'hide-details',
    keys: [],
    label: () => text.conversation.hideDetails,
    group: 'move',
    when: (state) => inConversation(state) && state.contactShown,
    run: (state) => state.showContact(false),
  },
  ...contactCommands.map((command): WindowCommand => {
    return { ...command, when: (state) => inConversation(state) && (command.when?.(state) ?? true) }
  }),
]

export const keylessCommands: readonly WindowCommand[] = [
  ...conversation,
  ...goTo,
  ...showTab,
  ...pauses,
  {
    id: 'resume',
    keys: [],
    label: () => `${text.health.automatic}: ${text.health.resume}`,
    group: 'act',
    when: (state) => state.health !== null && state.health.paused !== null,
    run: (state) => void state.resume(),
  },
  ...watching,
  {
    id: 'set-up',
    keys: [],
    label: () => text.setup.again,
    group: 'move',
    when: (state) => ready(state) && state.info?.profile === 'office',
    run: (state) => state.showSetup(state.settings?.setup.step ?? 'find'),
  },
  ...distantCommands,
  ...showSettings,
  ...themes,
  ...languages,
  {
    id: 'logs',
    keys: [],
    label: () => text.about.openLogs,
    group: 'move',
    run: (state) => void state.run('app:open-log-folder', undefined),
  },
]
