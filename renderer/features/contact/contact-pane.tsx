import { Ban, CircleCheck, CircleHelp } from 'lucide-react'
import type { ContactCard, ConversationDetail } from '../../../electron/contract/view-models.ts'
import { nameOf } from '../../store/conversation-slice.ts'
import { useWindow } from '../../store/window-store.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { Button } from '../../ui/button.tsx'
import { CopyButton } from '../../ui/copy-button.tsx'
import { useNow } from '../../ui/use-now.ts'
import { text } from '../../text/index.ts'
import { shortDate } from '../../text/dates.ts'
import { CallBackButton, WhyNoCallBack } from '../call-back/call-back-button.tsx'
import { NameField } from './name-field.tsx'
import { NotesField } from './notes-field.tsx'
import './contact.css'

/** Who it is: name, number, how it stands with texting, and what was before. */
export function ContactPane() {
  const detail = useWindow((state) => state.detail)
  return (
    <aside className="contact" aria-label={text.contact.region}>
      {detail ? <Card key={detail.contact.id} detail={detail} /> : null}
    </aside>
  )
}

function Card({ detail }: { detail: ConversationDetail }) {
  const { contact } = detail
  return (
    <>
      <header className="contact-who">
        <Avatar id={contact.id} name={contact.name} large />
        <NameField contact={contact} />
        <p className="contact-number">
          <span className="selectable">{contact.numberForPeople}</span>
          <CopyButton iconOnly value={contact.numberForPeople} label={text.contact.copyNumber} />
        </p>
        <CallBackButton small target={{ conversationId: detail.id }} />
        <WhyNoCallBack />
      </header>
      <Texting contact={contact} />
      <NotesField contact={contact} />
      <WithUs contact={contact} />
      <Earlier contact={contact} />
    </>
  )
}

function Texting({ contact }: { contact: ContactCard }) {
  const optOut = useWindow((state) => state.optOut)
  const optIn = useWindow((state) => state.optIn)
  const now = useNow(60_000)
  const { optedOut, automaticThisWeek } = contact
  const asked = contact.optOutAsked && !optedOut
  const MayText = optedOut ? Ban : asked ? CircleHelp : CircleCheck
  return (
    <section>
      <h2>{text.contact.texting}</h2>
      <dl>
        <dt>{text.contact.mayText}</dt>
        <dd className={optedOut || asked ? '' : 'yes'}>
          <MayText size={14} aria-hidden="true" />
          {optedOut ? text.contact.no : asked ? text.contact.notSure : text.contact.yes}
        </dd>
        <dt>{text.contact.automatic}</dt>
        <dd>{text.contact.ofMost(automaticThisWeek.sent, automaticThisWeek.most)}</dd>
      </dl>
      {optedOut ? (
        <p className="help">
          {text.contact.optedOutBy[optedOut.source]} <span className="date">({shortDate(optedOut.at, now)}).</span>
        </p>
      ) : null}
      {asked ? <p className="help">{text.contact.asked}</p> : null}
      {optedOut || asked ? (
        <Button size="small" onPress={() => void optIn(contact.id)}>
          {asked ? text.contact.textsAreFine : text.contact.optIn}
        </Button>
      ) : null}
      {optedOut ? null : (
        <Button
          look={asked ? undefined : 'plain'}
          size="small"
          onPress={() => void optOut(contact.id, nameOf(contact))}
        >
          {text.contact.optOut}
        </Button>
      )}
    </section>
  )
}

function WithUs({ contact }: { contact: ContactCard }) {
  const now = useNow(60_000)
  return (
    <section>
      <h2>{text.contact.withUs}</h2>
      <dl>
        <dt>{text.contact.firstSeen}</dt>
        <dd>{shortDate(contact.firstSeenAt, now)}</dd>
        <dt>{text.contact.calls}</dt>
        <dd>{text.contact.callCount(contact.calls, contact.missedCalls)}</dd>
        {contact.lines.length > 0 ? (
          <>
            <dt>{text.contact.lines}</dt>
            <dd className="theirs">{contact.lines.join(', ')}</dd>
          </>
        ) : null}
      </dl>
    </section>
  )
}

function Earlier({ contact }: { contact: ContactCard }) {
  const now = useNow(60_000)
  if (contact.earlier.length === 0) return null
  return (
    <section>
      <h2>{text.contact.earlier}</h2>
      <ul>
        {contact.earlier.map(({ at, text: words }) => (
          <li key={`${at} ${words}`}>
            <time dateTime={new Date(at).toISOString()}>{shortDate(at, now)}</time>
            <span className="theirs">{words}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
