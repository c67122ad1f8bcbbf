import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import type { SettingsFormProps } from '../setup/form-page.tsx'
import { PhoneSystemForm } from '../setup/phone-system-form.tsx'
import { text } from '../../text/index.ts'
import { PartiesPage } from './parties-page.tsx'

/** How the phone system is reached, and what was found there. */
export function PhoneSettings(form: SettingsFormProps) {
  return (
    <Tabs className="settings-tabs">
      <TabList aria-label={text.settings.phoneTitle}>
        <Tab id="connection" className="settings-tab focusable">
          {text.settings.phoneTabs.connection}
        </Tab>
        <Tab id="parties" className="settings-tab focusable">
          {text.settings.phoneTabs.parties}
        </Tab>
      </TabList>
      <TabPanel id="connection">
        <PhoneSystemForm {...form} />
      </TabPanel>
      <TabPanel id="parties">
        <PartiesPage />
      </TabPanel>
    </Tabs>
  )
}
