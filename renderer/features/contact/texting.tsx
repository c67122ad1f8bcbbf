import { Ban, CircleCheck, CircleHelp } from 'lucide-react'
import type { ContactCard } from '../../../electron/contract/view-models.ts'
import { nameOf } from '../../store/conversation-slice.ts'
import { useWindow } from '../../store/window-store.ts'
import { text } from '../../text/index.ts'
import { shortDate } from '../../text/dates.ts'
import { Button } from '../../ui/button.tsx'
import { useNow } from '../../ui/use-now.ts'
import { ConsentHistory } from './consent-history.tsx'

/** Whether this number may be texted, why not, and since when; and staff's word on it. */
export function Texting({ contact }: { contact: ContactCard }) {
  const optOut = useWindow((state) => state.optOut)
  const optIn = useWindow((state) => state.optIn)
  const unblock = useWindow((state) => state.unblockContact)
  const now = useNow(60_000)
  const { optedOut, automaticThisWeek, blocked } = contact
  const asked = contact.optOutAsked && !optedOut
  const MayText = optedOut || blocked ? Ban : asked ? CircleHelp : CircleCheck
  const answer = blocked
    ? text.people.blocked
    : optedOut
      ? text.contact.no
      : asked
        ? text.contact.notSure
        : text.contact.yes
  return (
    <section>
      <h2>{text.contact.texting}</h2>
      <dl>
        <dt>{text.contact.mayText}</dt>
        <dd className={optedOut || asked || blocked ? '' : 'yes'}>
          <MayText size={14} aria-hidden="true" />
          {answer}
        </dd>
        <dt>{text.contact.automatic}</dt>
        <dd>{text.contact.ofMost(automaticThisWeek.sent, automaticThisWeek.most)}</dd>
      </dl>
      {blocked ? (
        <>
          <p className="help">{text.people.blockedHelp}</p>
          <Button size="small" onPress={() => void unblock(contact.id, nameOf(contact))}>
            {text.people.unblock}
          </Button>
        </>
      ) : null}
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
          <Ban size={14} aria-hidden="true" />
          {contact.numbers.length > 0 ? text.people.optOutNumber : text.contact.optOut}
        </Button>
      )}
      <ConsentHistory contact={contact} />
    </section>
  )
}
