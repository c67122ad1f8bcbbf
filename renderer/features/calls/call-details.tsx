import { useState } from 'react'
import { ChevronDown, MessageSquare, MessageSquarePlus, X } from 'lucide-react'
import { Button as AriaButton, Disclosure, DisclosurePanel, Heading } from 'react-aria-components'
import type { CallAftermath, CallDecision, CallStory } from '../../../electron/contract/call-list.ts'
import { useWindow } from '../../store/window-store.ts'
import { Button } from '../../ui/button.tsx'
import { PersonName } from '../../ui/person-name.tsx'
import { useNow } from '../../ui/use-now.ts'
import { text } from '../../text/index.ts'
import { fullTime } from '../../text/dates.ts'
import { CallBackButton, WhyNoCallBack } from '../call-back/call-back-button.tsx'
import { WouldText } from '../watch-only/would-text.tsx'
import { outcomeWords } from './call-row.tsx'
import { factWords } from './fact-words.ts'
import { LegTimeline } from './leg-timeline.tsx'
import { TextAnyway } from './text-anyway.tsx'
import '../../ui/fold.css'
import './call-details.css'

/** Everything that is known of the call that is looked at, and what can be done about it. */
export function CallDetails() {
  const story = useWindow((state) => state.callStory)
  const failure = useWindow((state) => state.callStoryFailure)
  const openCall = useWindow((state) => state.openCall)
  return (
    <aside className="call-details" id="call-details" aria-label={text.calls.detail.region}>
      <Button look="plain" size="icon-only" aria-label={text.calls.detail.close} onPress={() => openCall(null)}>
        <X size={16} aria-hidden="true" />
      </Button>
      {story ? (
        <Story story={story} />
      ) : failure ? (
        <p role="alert">
          {failure.message} {failure.remedy}
        </p>
      ) : (
        <div className="story-skeleton" role="status" aria-busy="true" aria-label={text.calls.detail.loading}>
          <span className="skeleton" />
          <span className="skeleton" />
          <span className="skeleton" />
        </div>
      )}
    </aside>
  )
}

function Story({ story }: { story: CallStory }) {
  const { call, legs, decisions, mayText } = story
  const [texting, setTexting] = useState(false)
  const showPage = useWindow((state) => state.showPage)
  const openConversation = useWindow((state) => state.openConversation)
  const { conversationId } = call
  return (
    <>
      <header>
        <h2>
          <PersonName>{call.caller}</PersonName>
        </h2>
        <p className="theirs">
          {outcomeWords(call)} · {fullTime(call.at)}
          {call.line === null ? null : ` · ${call.line}`}
        </p>
      </header>
      <div className="story-actions">
        {mayText ? (
          <Button look="main" onPress={() => setTexting(true)}>
            <MessageSquarePlus size={15} aria-hidden="true" />
            {text.calls.textAnyway.button}
          </Button>
        ) : null}
        {call.callable ? <CallBackButton target={{ callId: call.id }} /> : null}
        {conversationId === null ? null : (
          <Button
            onPress={() => {
              openConversation(conversationId)
              showPage('inbox')
            }}
          >
            <MessageSquare size={15} aria-hidden="true" />
            {text.calls.detail.open}
          </Button>
        )}
        {call.callable ? <WhyNoCallBack /> : null}
      </div>
      {texting ? <TextAnyway call={call} close={() => setTexting(false)} /> : null}
      <section>
        <h3>{text.calls.detail.story}</h3>
        <p className="selectable theirs">{call.sentence}</p>
        {call.direction === 'inbound' ? (
          <>
            <h4>{text.calls.detail.legs}</h4>
            <LegTimeline legs={legs} call={call} />
          </>
        ) : null}
      </section>
      {call.aftermath ? <Aftermath aftermath={call.aftermath} endedAt={call.endedAt} /> : null}
      <section>
        <h3>{text.calls.detail.why}</h3>
        {decisions.length === 0 ? (
          <p className="help">
            {call.direction === 'outbound' ? text.calls.detail.noDecision : text.calls.detail.decisionUnknown}
          </p>
        ) : null}
        <ol className="decisions">
          {decisions.map((decision) => (
            <li key={`${decision.stage} ${decision.step} ${decision.at} ${decision.rule}`}>
              <Decision decision={decision} several={decisions.some(({ step }) => step > 1)} />
            </li>
          ))}
        </ol>
      </section>
    </>
  )
}

function Aftermath({ aftermath, endedAt }: { aftermath: CallAftermath; endedAt: number }) {
  const now = useNow(60_000)
  const words = text.calls.detail
  const { textedAt, wroteAt, talkedAt, talkedBy, triedAt, textPlanned } = aftermath
  const done: [string, number][] = []
  if (textedAt !== null && textedAt !== endedAt) done.push([words.textedAt, textedAt])
  if (wroteAt !== null) done.push([words.wroteAt, wroteAt])
  // The first attempt that nobody answered; the one that was answered stands for itself.
  if (triedAt !== null && triedAt !== talkedAt) done.push([words.triedAt, triedAt])
  if (talkedAt !== null) done.push([words.talked[talkedBy ?? 'office'], talkedAt])
  done.sort(([, one], [, other]) => one - other)
  const first =
    textedAt === endedAt
      ? text.calls.after.hadText
      : done.length > 0
        ? null
        : textPlanned
          ? text.calls.after.planned
          : text.calls.after.nothing
  return (
    <section>
      <h3>{words.after}</h3>
      {first === null ? null : <p>{first}</p>}
      <dl className="story-facts">
        {done.map(([what, at]) => (
          <div key={what}>
            <dt>{what}</dt>
            <dd title={fullTime(at)}>{text.time.past(at, now)}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

/** The reason at once; what it was made from on demand. */
function Decision({ decision, several }: { decision: CallDecision; several: boolean }) {
  const now = useNow(60_000)
  const words = text.calls.detail
  const facts = decision.facts ? factWords(decision.facts, now) : []
  return (
    <>
      <p className="selectable">
        <strong className={`verdict ${decision.verdict}`}>{words.verdicts[decision.verdict]}</strong> {decision.reason}
      </p>
      {decision.wouldText ? <WouldText words={decision.wouldText} /> : null}
      <p className="help">
        {several ? `${words.step(decision.step)} · ` : ''}
        {words.stages[decision.stage]}, {text.time.past(decision.at, now)}
      </p>
      {facts.length === 0 ? null : (
        <Disclosure>
          <Heading level={4} className="facts-head">
            <AriaButton slot="trigger" className="why focusable">
              {words.facts}
              <ChevronDown size={13} aria-hidden="true" />
            </AriaButton>
          </Heading>
          <DisclosurePanel>
            <ul className="facts selectable">
              {facts.map((fact) => (
                <li key={fact}>{fact}</li>
              ))}
            </ul>
          </DisclosurePanel>
        </Disclosure>
      )}
    </>
  )
}
