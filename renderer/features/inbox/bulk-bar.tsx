import { useMemo, useRef } from 'react'
import { Ban, CircleCheck, Mail, MailOpen, X } from 'lucide-react'
import { Button, Toolbar, Tooltip, TooltipTrigger } from 'react-aria-components'
import type { ReactNode } from 'react'
import { shownList } from '../../store/inbox-slice.ts'
import { markedItems } from '../../store/marks-slice.ts'
import { useWindow } from '../../store/window-store.ts'
import { text } from '../../text/index.ts'
import { BulkTags } from './bulk-tags.tsx'

/** What can be done with all that is picked out. */
export function BulkBar() {
  const marked = useWindow((state) => state.marked)
  const list = useWindow(shownList)
  const unmark = useWindow((state) => state.unmark)
  const changeMarked = useWindow((state) => state.changeMarked)
  const askNoTexts = useWindow((state) => state.askNoTexts)
  const bar = useRef<HTMLDivElement>(null)
  const items = useMemo(() => markedItems(marked, list?.items ?? []), [marked, list])
  const someUnread = items.some(({ unread }) => unread)
  const done = (run: () => void) => () => {
    document.getElementById('conversation-list')?.focus()
    run()
  }
  return (
    <Toolbar ref={bar} className="bulk-bar" aria-label={text.inbox.bulk}>
      <Tool label={text.inbox.unmark} onPress={done(unmark)}>
        <X size={16} aria-hidden="true" />
      </Tool>
      <strong aria-live="polite">{text.inbox.marked(items.length)}</strong>
      <Button className="bulk-done focusable" onPress={done(() => void changeMarked('done'))}>
        <CircleCheck size={15} aria-hidden="true" />
        {text.inbox.bulkDone}
      </Button>
      <BulkTags items={items} bar={bar} />
      <Tool
        label={someUnread ? text.inbox.bulkRead : text.inbox.bulkUnread}
        onPress={done(() => void changeMarked(someUnread ? 'read' : 'unread'))}
      >
        {someUnread ? <MailOpen size={16} aria-hidden="true" /> : <Mail size={16} aria-hidden="true" />}
      </Tool>
      <Tool label={text.inbox.bulkNoTexts} onPress={() => askNoTexts(true)}>
        <Ban size={16} aria-hidden="true" />
      </Tool>
    </Toolbar>
  )
}

/** A sign whose words come up beside it. */
export function Tool({ label, onPress, children }: { label: string; onPress?: () => void; children: ReactNode }) {
  return (
    <TooltipTrigger delay={400} closeDelay={0}>
      <Button className="tool-button focusable" aria-label={label} {...(onPress ? { onPress } : {})}>
        {children}
      </Button>
      <Tooltip className="tooltip" offset={5}>
        {label}
      </Tooltip>
    </TooltipTrigger>
  )
}
