import { CirclePause, Eye, KeyRound, ListChecks, TriangleAlert } from 'lucide-react'
import { useWindow } from '../../store/window-store.ts'
import { Button } from '../../ui/button.tsx'
import { useNow } from '../../ui/use-now.ts'
import { text } from '../../text/index.ts'
import { pauseSentence } from './pause-sentence.ts'
import { engineTrouble, troubles } from './health-words.ts'
import './banners.css'

/** What keeps Ringback from doing its work, across the top of every page, with what to do about it. */
export function Banners() {
  return (
    <div className="banners">
      <EngineBanner />
      <TroubleBanners />
      <PauseBanner />
      <WatchBanner />
      <SetupBanner />
      <SecretsBanner />
    </div>
  )
}

function EngineBanner() {
  const engine = useWindow((state) => state.engine)
  if (engine.state !== 'stopped') return null
  const { what, remedy } = engineTrouble(engine)
  return (
    <p className="banner trouble" role="alert">
      <TriangleAlert size={17} aria-hidden="true" />
      <span className="selectable">
        <strong>{what}</strong> {remedy}
      </span>
    </p>
  )
}

function TroubleBanners() {
  const health = useWindow((state) => state.health)
  const engineRuns = useWindow((state) => state.engine.state === 'running')
  const inSetup = useWindow((state) => state.setup !== null)
  const showSettings = useWindow((state) => state.showSettings)
  const tryTexting = useWindow((state) => state.tryTexting)
  const now = useNow(60_000)
  // What the parts last said is stale while the engine is away; in set-up the form itself tells.
  if (!engineRuns || inSetup) return null
  return troubles(health).map(({ name, part, settings }) => (
    <div key={name} className="banner trouble" role="alert">
      <TriangleAlert size={17} aria-hidden="true" />
      <span className="selectable">
        <strong>{name}:</strong> {part.message} {part.remedy}{' '}
        <span className="banner-since">({text.time.since(part.since, now)})</span>
      </span>
      {settings === 'texting' ? (
        <Button size="small" onPress={() => void tryTexting()}>
          {text.health.tryNow}
        </Button>
      ) : null}
      {settings ? (
        <Button size="small" onPress={() => showSettings(settings)}>
          {text.health.settingsOf[settings]}
        </Button>
      ) : null}
    </div>
  ))
}

function PauseBanner() {
  const paused = useWindow((state) => state.health?.paused ?? null)
  const resume = useWindow((state) => state.resume)
  const now = useNow(30_000)
  if (!paused) return null
  return (
    <div className="banner paused">
      <CirclePause size={17} aria-hidden="true" />
      <span>
        <strong>{text.health.paused}.</strong> {pauseSentence(paused, now)}
      </span>
      <Button size="small" onPress={() => void resume()}>
        {text.health.resume}
      </Button>
    </div>
  )
}

function WatchBanner() {
  const watchOnly = useWindow((state) => state.health?.watchOnly ?? null)
  const inSetup = useWindow((state) => state.setup !== null)
  const showSettings = useWindow((state) => state.showSettings)
  if (watchOnly === null || inSetup) return null
  return (
    <div className="banner watched">
      <Eye size={17} aria-hidden="true" />
      <span>
        <strong>{text.watchOnly.name}.</strong> {text.watchOnly[watchOnly]}
      </span>
      <Button size="small" onPress={() => showSettings('texting')}>
        {text.watchOnly.settings}
      </Button>
    </div>
  )
}

/** Set-up was left in the middle: the way back to where it was. */
function SetupBanner() {
  const step = useWindow((state) => state.settings?.setup.step ?? null)
  const inSetup = useWindow((state) => state.setup !== null)
  const showSetup = useWindow((state) => state.showSetup)
  if (step === null || inSetup) return null
  return (
    <div className="banner watched">
      <ListChecks size={17} aria-hidden="true" />
      <span>{text.setup.notFinished}</span>
      <Button size="small" onPress={() => showSetup(step)}>
        {text.setup.goOn}
      </Button>
    </div>
  )
}

/** Nothing on this PC protects passwords: somebody decides what becomes of them. */
function SecretsBanner() {
  const undecided = useWindow((state) => state.info?.secrets === 'undecided')
  const any = useWindow(({ settings }) => settings?.phoneSystem.hasPassword || settings?.texting.hasToken)
  const inSetup = useWindow((state) => state.setup !== null)
  const choose = useWindow((state) => state.chooseSecrets)
  if (!undecided || !any || inSetup) return null
  return (
    <div className="banner watched">
      <KeyRound size={17} aria-hidden="true" />
      <span>{text.privacy.undecided}</span>
      <Button size="small" onPress={() => void choose('ask')}>
        {text.privacy.askEachStart}
      </Button>
      <Button size="small" onPress={() => void choose('file')}>
        {text.privacy.storeAnyway}
      </Button>
    </div>
  )
}
