import { ArrowRight, MessageSquareReply, PhoneCall, Store } from 'lucide-react'
import { Button as AriaButton } from 'react-aria-components'
import { useWindow } from '../../store/window-store.ts'
import { Button } from '../../ui/button.tsx'
import { text } from '../../text/index.ts'
import { useOpenDemo } from './use-open-demo.ts'
import '../../ui/app-mark.css'
import './welcome.css'

/** The very first screen: two big choices, and a way past both. */
export function Welcome() {
  const showSetup = useWindow((state) => state.showSetup)
  const { opening, openDemo } = useOpenDemo()
  return (
    <main className="setup welcome">
      <span className="app-mark" aria-hidden="true">
        <MessageSquareReply size={30} strokeWidth={1.9} />
      </span>
      <h1>{text.setup.welcome}</h1>
      <p className="welcome-lead">{text.setup.welcomeLead}</p>
      <div className="choices">
        <AriaButton className="choice main focusable" onPress={() => showSetup('find')}>
          <PhoneCall size={24} strokeWidth={1.8} aria-hidden="true" />
          <strong>
            {text.setup.connectTitle}
            <ArrowRight size={17} aria-hidden="true" />
          </strong>
          <span>{text.setup.connectBody}</span>
        </AriaButton>
        <AriaButton className="choice focusable" isDisabled={opening} onPress={openDemo}>
          <Store size={24} strokeWidth={1.8} aria-hidden="true" />
          <strong>
            {opening ? text.app.openingDemo : text.setup.demoTitle}
            <ArrowRight size={17} aria-hidden="true" />
          </strong>
          <span>{text.setup.demoBody}</span>
        </AriaButton>
      </div>
      <Button look="plain" onPress={() => showSetup(null)}>
        {text.setup.skip}
      </Button>
    </main>
  )
}
