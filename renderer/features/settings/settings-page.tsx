import { useState } from 'react'
import {
  Bell,
  CircleAlert,
  Clock,
  Archive,
  Contact,
  Info,
  MessageSquareQuote,
  MessageSquareText,
  Palette,
  PhoneCall,
  PhoneOutgoing,
  Send,
  ShieldCheck,
} from 'lucide-react'
import { Button as AriaButton } from 'react-aria-components'
import type { SettingsSection } from '../../store/app-slice.ts'
import { useWindow } from '../../store/window-store.ts'
import { text } from '../../text/index.ts'
import { About } from '../about/about.tsx'
import { BackupPage } from '../backup/backup-page.tsx'
import { CallBackForm } from '../call-back/call-back-form.tsx'
import { ContactFiles } from '../contact-files/contact-files.tsx'
import { HoursForm } from '../hours/hours-form.tsx'
import { TextingForm } from '../setup/texting-form.tsx'
import { TextsForm } from '../texts/texts-form.tsx'
import { PrivacyPage } from '../privacy/privacy-page.tsx'
import { General } from './general.tsx'
import { Notifications } from './notifications.tsx'
import { QuickReplies } from '../writing/quick-replies.tsx'
import { FoundSettings, SettingsSearch } from './settings-search.tsx'
import { PhoneSettings } from './phone-settings.tsx'
import '../setup/form-page.css'
import './settings.css'

const sections: { section: SettingsSection; icon: typeof Info }[] = [
  { section: 'phone', icon: PhoneCall },
  { section: 'texting', icon: Send },
  { section: 'texts', icon: MessageSquareText },
  { section: 'replies', icon: MessageSquareQuote },
  { section: 'hours', icon: Clock },
  { section: 'calling', icon: PhoneOutgoing },
  { section: 'contacts', icon: Contact },
  { section: 'backup', icon: Archive },
  { section: 'privacy', icon: ShieldCheck },
  { section: 'notifications', icon: Bell },
  { section: 'general', icon: Palette },
  { section: 'about', icon: Info },
]

/** The forms of first run, at any time; and what this copy of Ringback is. */
export function SettingsPage() {
  const [query, setQuery] = useState('')
  const current = useWindow((state) => state.settingsSection)
  const showSettings = useWindow((state) => state.showSettings)
  const trouble = useWindow(
    ({ health }) =>
      `${health?.phoneSystem.state === 'trouble' ? 'phone ' : ''}${health?.texting.state === 'trouble' ? 'texting' : ''}`,
  )
  return (
    <div className="settings">
      <nav className="settings-nav" aria-label={text.settings.title}>
        <h1>{text.settings.title}</h1>
        <SettingsSearch query={query} onChange={setQuery} />
        {query.trim() !== '' ? <FoundSettings query={query} /> : null}
        {(query.trim() === '' ? sections : []).map(({ section, icon: Icon }) => (
          <AriaButton
            key={section}
            className="settings-link focusable"
            {...(section === current ? { 'aria-current': 'page' as const } : {})}
            onPress={() => showSettings(section)}
          >
            <Icon size={17} strokeWidth={1.8} aria-hidden="true" />
            {text.settings.sections[section]}
            {trouble.includes(section) ? (
              <CircleAlert className="in-trouble" size={15} role="img" aria-label={text.health.states.trouble} />
            ) : null}
          </AriaButton>
        ))}
      </nav>
      <main className="settings-main">
        <Section section={current} />
      </main>
    </div>
  )
}

function Section({ section }: { section: SettingsSection }) {
  const settings = useWindow((state) => state.settings)
  const tell = useWindow((state) => state.tell)
  if (section === 'about') return <About />
  if (section === 'general') return <General />
  if (section === 'notifications') return <Notifications />
  if (section === 'contacts') return <ContactFiles />
  if (section === 'backup') return <BackupPage />
  if (section === 'privacy') return <PrivacyPage />
  if (!settings) return null
  const common = {
    settings,
    saveLabel: text.app.save,
    onSaved: () => tell(text.settings.saved),
  }
  switch (section) {
    case 'phone':
      return <PhoneSettings key="phone" title={text.settings.phoneTitle} {...common} />
    case 'texting':
      return <TextingForm key="texting" title={text.settings.textingTitle} {...common} />
    case 'texts':
      return <TextsForm key="texts" title={text.settings.sections.texts} {...common} />
    case 'replies':
      return <QuickReplies undoSeconds={settings.writing.undoSeconds} />
    case 'hours':
      return <HoursForm key="hours" title={text.settings.sections.hours} {...common} />
    case 'calling':
      return <CallBackForm key="calling" title={text.settings.sections.calling} {...common} />
    default:
      return section satisfies never
  }
}
