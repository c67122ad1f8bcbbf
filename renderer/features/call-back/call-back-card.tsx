import { useEffect } from 'react'
import { CircleAlert, Phone, PhoneOff, X } from 'lucide-react'
import { VisuallyHidden } from 'react-aria-components'
import type { CallBackPhase, CallBackView } from '../../../electron/contract/view-models.ts'
import { useWindow } from '../../store/window-store.ts'
import { Button } from '../../ui/button.tsx'
import { PersonName } from '../../ui/person-name.tsx'
import { useNow } from '../../ui/use-now.ts'
import { text } from '../../text/index.ts'
import './call-back.css'

/** A call that ended well needs no more than a glance. */
const goneAfter = 6_000
const steps: CallBackPhase[] = ['ringing-you', 'ringing-them', 'talking']

/** The call back that is under way, over the foot of the list, whatever page is shown. */
export function CallBackCard() {
  const callBack = useWindow((state) => state.callBack)
  const dismiss = useWindow((state) => state.dismissCallBack)
  const fades = callBack?.phase === 'ended' && callBack.end?.how !== 'failed'
  useEffect(() => {
    if (!fades) return undefined
    const timer = setTimeout(dismiss, goneAfter)
    return () => clearTimeout(timer)
  }, [fades, dismiss])
  return (
    <>
      <VisuallyHidden role="status">{callBack ? spoken(callBack) : ''}</VisuallyHidden>
      {callBack ? <Card view={callBack} /> : null}
    </>
  )
}

function Card({ view }: { view: CallBackView }) {
  const open = useWindow((state) => state.openConversation)
  const showPage = useWindow((state) => state.showPage)
  const { conversationId, end, phase } = view
  const failed = end?.how === 'failed'
  const Icon = failed ? CircleAlert : phase === 'ended' ? PhoneOff : Phone
  const name = <PersonName>{view.who}</PersonName>
  return (
    <section className={failed ? 'call-back failed' : `call-back ${phase}`} aria-label={text.callBack.region}>
      <header>
        <Icon size={17} aria-hidden="true" />
        <strong className="one-line">
          {conversationId === null ? (
            name
          ) : (
            <Button
              look="link"
              onPress={() => {
                showPage('inbox')
                open(conversationId)
              }}
            >
              {name}
            </Button>
          )}
        </strong>
        {view.who === view.numberForPeople ? null : <span className="help">{view.numberForPeople}</span>}
        {phase === 'ended' ? <Dismiss /> : <Elapsed since={view.since} />}
      </header>
      {end ? null : <Steps phase={phase} />}
      <p className="theirs">
        <span className={failed ? 'call-back-what' : undefined}>
          {end?.message ?? text.callBack.phases[phase](view)}
        </span>
        {end?.remedy ? ` ${end.remedy}` : null}
      </p>
      <Actions view={view} />
    </section>
  )
}

/** Where the call is on its way from the receptionist's phone to theirs. */
function Steps({ phase }: { phase: CallBackPhase }) {
  const at = steps.indexOf(phase)
  return (
    <ol className="call-back-steps" aria-hidden="true">
      {steps.map((step, index) => (
        <li key={step} className={index < at ? 'past' : index === at ? 'now' : ''}>
          {text.callBack.steps[step]}
        </li>
      ))}
    </ol>
  )
}

function Actions({ view }: { view: CallBackView }) {
  const cancel = useWindow((state) => state.cancelCallBack)
  const repeat = useWindow((state) => state.repeatCallBack)
  const showSettings = useWindow((state) => state.showSettings)
  if (view.phase !== 'ended') {
    if (view.cancel === 'at-phone') return <p className="help">{text.callBack.atPhone[view.phase]}</p>
    return (
      <footer>
        <Button size="small" onPress={() => void cancel()}>
          {view.phase === 'talking' ? text.callBack.hangUp : text.callBack.cancel}
        </Button>
      </footer>
    )
  }
  if (view.end?.how !== 'failed') return null
  return (
    <footer>
      <Button size="small" look="main" onPress={() => void repeat()}>
        {text.callBack.again}
      </Button>
      {aboutSettings.has(view.end.code) ? (
        <Button size="small" onPress={() => showSettings('calling')}>
          {text.callBack.settings}
        </Button>
      ) : null}
    </footer>
  )
}

/** What another phone, or another way of dialling, may mend. */
const aboutSettings = new Set(['phone-unreachable', 'no-way', 'invalid-number'])

function Dismiss() {
  const dismiss = useWindow((state) => state.dismissCallBack)
  return (
    <Button look="plain" size="icon-only" aria-label={text.app.dismiss} onPress={dismiss}>
      <X size={15} aria-hidden="true" />
    </Button>
  )
}

/** Counts seconds for the eye only; a screen reader would repeat it each second. */
function Elapsed({ since }: { since: number }) {
  const now = useNow(1_000)
  return (
    <span className="call-back-time" aria-hidden="true">
      {text.time.elapsed(now - since)}
    </span>
  )
}

function spoken(view: CallBackView): string {
  const { end, phase } = view
  return end ? `${end.message} ${end.remedy ?? ''}` : text.callBack.phases[phase](view)
}
