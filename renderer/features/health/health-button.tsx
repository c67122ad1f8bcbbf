import type { ReactNode } from 'react'
import { CircleAlert, CircleCheck, CircleDashed, CirclePause, Eye } from 'lucide-react'
import { Button as AriaButton, Dialog, DialogTrigger, Heading, Popover } from 'react-aria-components'
import { pauseLengths } from '../../../electron/contract/pause.ts'
import type { PartHealth } from '../../../electron/contract/view-models.ts'
import { useWindow } from '../../store/window-store.ts'
import { Button } from '../../ui/button.tsx'
import { useNow } from '../../ui/use-now.ts'
import { text } from '../../text/index.ts'
import { ConnectionRetry } from './connection-retry.tsx'
import { enginePart, engineTrouble, overallHealth, overallWord, type Overall } from './health-words.ts'
import { pauseSentence } from './pause-sentence.ts'
import { SupportDetails } from './support-details.tsx'
import './health.css'

const icons: Record<Overall, typeof CircleCheck> = {
  ok: CircleCheck,
  paused: CirclePause,
  watching: Eye,
  trouble: CircleAlert,
  working: CircleDashed,
  off: CircleDashed,
  unknown: CircleDashed,
}

/** At the foot of the rail: one word for how all is doing; pressed, each part and the pause. */
export function HealthButton() {
  const overall = useWindow((state) => overallHealth(state.health, state.engine.state !== 'stopped'))
  const Icon = icons[overall]
  return (
    <DialogTrigger>
      <AriaButton className={`rail-item focusable health ${overall}`}>
        <Icon size={21} strokeWidth={1.8} aria-hidden="true" />
        {overallWord(overall)}
      </AriaButton>
      <Popover className="popover health-popover" placement="right bottom" offset={6}>
        <Dialog>{({ close }) => <HealthPanel close={close} />}</Dialog>
      </Popover>
    </DialogTrigger>
  )
}

function HealthPanel({ close }: { close: () => void }) {
  const health = useWindow((state) => state.health)
  const engine = useWindow((state) => state.engine)
  const showSettings = useWindow((state) => state.showSettings)
  const now = useNow(30_000)
  const toSettings = (section: keyof typeof text.health.settingsOf) => ({
    label: text.health.settingsOf[section],
    go: () => {
      close()
      showSettings(section)
    },
  })
  return (
    <>
      <Heading slot="title">{text.health.title}</Heading>
      {engine.state === 'stopped' ? (
        <EngineTrouble />
      ) : !health ? (
        <p className="help">{text.health.engineStarting}</p>
      ) : (
        <>
          <ul className="health-parts">
            <Part name={text.health.phoneSystem} part={health.phoneSystem} now={now} fix={toSettings('phone')}>
              {health.connection.retryAt === null ? null : <ConnectionRetry at={health.connection.retryAt} />}
            </Part>
            <Part name={text.health.texting} part={health.texting} now={now} fix={toSettings('texting')}>
              {health.texting.state === 'trouble' ? <TryTexting /> : null}
            </Part>
            <Part name={text.health.engine} part={enginePart(engine, now)} now={now} fix={null} />
            <Part name={text.health.inbox} part={health.inbox} now={now} fix={null} />
            <Part name={text.health.disk} part={health.disk} now={now} fix={null} />
            <Part name={text.health.clock} part={health.clock} now={now} fix={null} />
          </ul>
          <PauseControls now={now} />
        </>
      )}
      <SupportDetails />
    </>
  )
}

function EngineTrouble() {
  const engine = useWindow((state) => state.engine)
  const { what, remedy } = engineTrouble(engine)
  return (
    <p className="help selectable">
      {what} {remedy}
    </p>
  )
}

interface PartProps {
  name: string
  part: PartHealth
  now: number
  fix: { label: string; go: () => void } | null
  children?: ReactNode
}

function Part({ name, part, now, fix, children }: PartProps) {
  const Icon = part.state === 'ok' ? CircleCheck : part.state === 'trouble' ? CircleAlert : CircleDashed
  return (
    <li className={part.state}>
      <Icon size={18} aria-hidden="true" />
      <div>
        <strong>{name}</strong>
        <span className="health-since">
          {text.health.states[part.state]} {part.since > 0 ? text.time.since(part.since, now) : null}
        </span>
        <p className="selectable">
          {part.message} {part.remedy}
        </p>
        <div className="health-do">
          {children}
          {fix && (part.state === 'trouble' || part.state === 'off') ? (
            <Button look="link" onPress={fix.go}>
              {fix.label}
            </Button>
          ) : null}
        </div>
      </div>
    </li>
  )
}

function TryTexting() {
  const tryTexting = useWindow((state) => state.tryTexting)
  return (
    <div className="health-retry">
      <Button size="small" onPress={() => void tryTexting()}>
        {text.health.tryNow}
      </Button>
    </div>
  )
}

function PauseControls({ now }: { now: number }) {
  const paused = useWindow((state) => state.health?.paused ?? null)
  const pause = useWindow((state) => state.pause)
  const resume = useWindow((state) => state.resume)
  if (paused) {
    return (
      <section className="pause" aria-label={text.health.automatic}>
        <strong>{text.health.paused}</strong>
        <p className="help">{pauseSentence(paused, now)}</p>
        <Button look="main" onPress={() => void resume()}>
          {text.health.resume}
        </Button>
      </section>
    )
  }
  return (
    <section className="pause" aria-label={text.health.automatic}>
      <strong>{text.health.pauseFor}</strong>
      <div className="pause-choices">
        {pauseLengths.map((minutes) => (
          <Button key={minutes} size="small" onPress={() => void pause(minutes)}>
            {text.health.pauseChoices[`${minutes}`]}
          </Button>
        ))}
      </div>
    </section>
  )
}
