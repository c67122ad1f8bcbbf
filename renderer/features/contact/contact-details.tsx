import { CalendarCheck } from 'lucide-react'
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
import { CompanyField } from './company-field.tsx'
import { MergeDialog } from './merge-dialog.tsx'
import { NameField } from './name-field.tsx'
import { NotesField } from './notes-field.tsx'
import { Numbers } from './numbers.tsx'
import { TagsField } from './tags-field.tsx'
import { Texting } from './texting.tsx'

/** Name, number, how it stands with texting, and what was before. */
export function ContactDetails({ detail }: { detail: ConversationDetail }) {
  const { contact } = detail
  return (
    <>
      <header className="contact-who">
        <Avatar id={contact.id} name={contact.name} large />
        <NameField contact={contact} />
        <NameSource contact={contact} />
        <CompanyField contact={contact} />
        <p className="contact-number">
          <span className="selectable">{contact.numberForPeople}</span>
          <CopyButton iconOnly value={contact.numberForPeople} label={text.contact.copyNumber} />
        </p>
        <div className="contact-acts">
          <CallBackButton small target={{ conversationId: detail.id }} />
          <BookedButton detail={detail} />
        </div>
        <WhyNoCallBack />
      </header>
      <TagsField contact={contact} />
      <NotesField contact={contact} />
      <Texting contact={contact} />
      <Numbers contact={contact} />
      <WithUs contact={contact} />
      <Earlier contact={contact} />
      <Block contact={contact} />
      <MergeDialog />
    </>
  )
}

/** What becomes of most callers who were called back, and no phone system can tell. */
function BookedButton({ detail: { id, contact } }: { detail: ConversationDetail }) {
  const markBooked = useWindow((state) => state.markBooked)
  return (
    <span title={text.people.bookHelp}>
      <Button
        data-command="booked"
        size="small"
        aria-label={text.keys.booked}
        onPress={() => void markBooked(id, nameOf(contact))}
      >
        <CalendarCheck size={14} aria-hidden="true" />
        {text.people.book}
      </Button>
    </span>
  )
}

/** Where the name comes from, or what else the phone system says. */
function NameSource({ contact: { name, nameFrom, pbxName } }: { contact: ContactCard }) {
  if (nameFrom === 'pbx') return <p className="help">{text.people.nameFromPbx}</p>
  if (pbxName === null || pbxName === name) return null
  return <p className="help theirs">{text.people.pbxCalls(pbxName)}</p>
}

function Block({ contact }: { contact: ContactCard }) {
  const block = useWindow((state) => state.blockContact)
  if (contact.blocked) return null
  return (
    <section className="block">
      <Button look="plain" size="small" onPress={() => void block(contact.id, nameOf(contact))}>
        {text.people.block}
      </Button>
      <p className="help">{text.people.blockHelp}</p>
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
