import { useEffect, useRef, useState } from 'react'
import { CalendarClock, Moon } from 'lucide-react'
import { Dialog, DialogTrigger, Popover } from 'react-aria-components'
import type { SendTime } from '../../../electron/contract/writing.ts'
import { api } from '../../api/ringback.ts'
import { Button } from '../../ui/button.tsx'
import { useNow } from '../../ui/use-now.ts'
import { text } from '../../text/index.ts'
import { LaterField } from './later-field.tsx'
import { fromField, toField } from './later-time.ts'
import './send-later.css'

interface SendLaterProps {
  conversationId: string
  isDisabled: boolean
  onChoose: (at: number) => void
}

/** When to send a text instead of now: times that suit, or any other. */
export function SendLater({ conversationId, isDisabled, onChoose }: SendLaterProps) {
  const [open, setOpen] = useState(false)
  return (
    <DialogTrigger isOpen={open} onOpenChange={setOpen}>
      <span title={text.writing.sendLater}>
        <Button size="icon-only" aria-label={text.writing.sendLater} isDisabled={isDisabled}>
          <CalendarClock size={16} aria-hidden="true" />
        </Button>
      </span>
      <Popover className="popover" placement="top end">
        <Dialog className="send-later" aria-label={text.writing.sendLater}>
          <Times
            conversationId={conversationId}
            onChoose={(at) => {
              setOpen(false)
              onChoose(at)
            }}
          />
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}

function Times({ conversationId, onChoose }: Pick<SendLaterProps, 'conversationId' | 'onChoose'>) {
  const [times, setTimes] = useState<SendTime[] | null>(null)
  const [own, setOwn] = useState('')
  const now = useNow(60_000)
  useEffect(() => {
    void api.request('messages:send-times', { conversationId }).then((result) => {
      if (!result.ok) return
      setTimes(result.value.times)
      setOwn((value) => (value === '' ? toField(result.value.times.at(-1)?.at ?? Date.now() + 3_600_000) : value))
    })
  }, [conversationId])
  // The dialog takes the focus, before the times are there or after: it goes on to the first of them.
  const list = useRef<HTMLUListElement>(null)
  useEffect(() => {
    const dialog = list.current?.closest('[role=dialog]')
    if (times === null || !dialog) return undefined
    const goOn = (): void => {
      if (document.activeElement === dialog) list.current?.querySelector('button')?.focus()
    }
    goOn()
    dialog.addEventListener('focus', goOn)
    return () => dialog.removeEventListener('focus', goOn)
  }, [times])
  const at = fromField(own)
  return (
    <>
      <h3>{text.writing.sendLater}</h3>
      <ul ref={list}>
        {times?.map((time) => (
          <li key={time.kind}>
            <Button look="plain" onPress={() => onChoose(time.at)}>
              <span>{text.writing.times[time.kind]}</span>
              {time.quiet === null ? null : (
                <span title={time.quiet}>
                  <Moon size={14} role="img" aria-label={time.quiet} />
                </span>
              )}
              <span className="send-at">{text.time.upcoming(time.at, now)}</span>
            </Button>
          </li>
        ))}
      </ul>
      <LaterField conversationId={conversationId} value={own} onChange={setOwn} />
      <Button look="main" isDisabled={at === null || at <= now} onPress={() => (at === null ? null : onChoose(at))}>
        {text.writing.sendThen}
      </Button>
    </>
  )
}
