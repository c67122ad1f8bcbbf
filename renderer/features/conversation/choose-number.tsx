import { focusPlace } from '../../commands/focus.ts'
import type { ConversationDetail } from '../../../electron/contract/view-models.ts'
import { useWindow } from '../../store/window-store.ts'
import { text } from '../../text/index.ts'
import { Select } from '../../ui/select.tsx'

/** To which number of a person who has several the text goes: the one that is open, until another one is chosen. */
export function ChooseNumber({ detail }: { detail: ConversationDetail }) {
  const writeTo = useWindow((state) => state.writeTo)
  const openContact = useWindow((state) => state.openContact)
  const { id, numbers } = detail.contact
  if (numbers.length === 0) return null
  const choose = (contactId: string): void => {
    const conversationId = numbers.find((number) => number.contactId === contactId)?.conversationId ?? null
    if (conversationId === null) void openContact(contactId)
    else writeTo(conversationId)
    requestAnimationFrame(() => focusPlace('composer'))
  }
  return (
    <div className="choose-number">
      <span aria-hidden="true">{text.composer.to}</span>
      <Select
        label={text.composer.toNumber}
        value={id}
        onChange={choose}
        choices={numbers.map(({ contactId, numberForPeople, mayText }) => ({
          value: contactId,
          label: mayText === 'yes' ? numberForPeople : `${numberForPeople} · ${text.people.mayText[mayText]}`,
        }))}
      />
    </div>
  )
}
