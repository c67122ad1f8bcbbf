import { Fragment, memo, useMemo } from 'react'
import type { ReactNode } from 'react'
import { Button, Link, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import { whyNoCallBack } from '../../store/call-back-slice.ts'
import { useWindow } from '../../store/window-store.ts'
import { copyText } from '../../ui/copy-text.ts'
import { text } from '../../text/index.ts'
import { hostOf, mapOf, markedPieces, partsOf } from './text-parts.ts'
import type { TextPart } from './text-parts.ts'

interface MessageTextProps {
  messageId: string
  body: string
  numbers?: readonly { start: number; end: number; number: string }[] | undefined
  /** Words that are looked for in the conversation; empty for none. */
  query: string
}

/** The words of a text, with what can be used in them: links, numbers, mail addresses and places. */
export const MessageText = memo(function MessageText({ messageId, body, numbers, query }: MessageTextProps) {
  const parts = useMemo(() => partsOf(body, numbers), [body, numbers])
  const run = useWindow((state) => state.run)
  return parts.map((part, index) => {
    const shown = <Marked shown={part.shown} query={query} />
    const key = `${index} ${part.kind}`
    switch (part.kind) {
      case 'words':
        return <Fragment key={key}>{shown}</Fragment>
      case 'link':
        return (
          <Link
            key={key}
            className="text-link"
            // The name that is shown may be another one's look-alike.
            aria-label={`${part.shown}, ${text.timeline.opens(hostOf(part.value))}`}
            onPress={() => void run('app:open-link', { url: part.value })}
          >
            <span title={text.timeline.opens(hostOf(part.value))}>{shown}</span>
          </Link>
        )
      default:
        return (
          <PartMenu key={key} part={part} messageId={messageId}>
            {shown}
          </PartMenu>
        )
    }
  })
})

function Marked({ shown, query }: { shown: string; query: string }) {
  if (query === '') return shown
  return markedPieces(shown, query).map((piece, index) =>
    piece.marked ? <mark key={`${String(index)} mark`}>{piece.shown}</mark> : piece.shown,
  )
}

/** A number, mail address or place: press it to choose what to do with it. */
function PartMenu({ part, messageId, children }: { part: TextPart; messageId: string; children: ReactNode }) {
  const noCall = useWindow(whyNoCallBack)
  const startCallBack = useWindow((state) => state.startCallBack)
  const tell = useWindow((state) => state.tell)
  const run = useWindow((state) => state.run)
  const act = (action: string | number): void => {
    if (action === 'call') void startCallBack({ messageId, number: part.value })
    if (action === 'mail') void run('app:open-link', { url: `mailto:${part.value}` })
    if (action === 'map') void run('app:open-link', { url: mapOf(part.value) })
    if (action === 'copy') void copyText(part.shown).then((copied) => copied && tell(text.app.copied))
  }
  return (
    <MenuTrigger>
      <Button className="text-link">{children}</Button>
      <Popover className="popover" placement="bottom start">
        <Menu className="menu" onAction={act} aria-label={part.shown} disabledKeys={noCall === null ? [] : ['call']}>
          {part.kind === 'number' ? <MenuItem id="call">{text.timeline.call(part.shown)}</MenuItem> : null}
          {part.kind === 'mail' ? <MenuItem id="mail">{text.timeline.mail}</MenuItem> : null}
          {part.kind === 'place' ? <MenuItem id="map">{text.timeline.map}</MenuItem> : null}
          <MenuItem id="copy">{text.timeline.copies[part.kind]}</MenuItem>
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
