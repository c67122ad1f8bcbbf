import { useEffect, useState } from 'react'
import type { MessageItem } from '../../../electron/contract/view-models.ts'
import { api } from '../../api/ringback.ts'
import { useWindow } from '../../store/window-store.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { text } from '../../text/index.ts'
import './test-text.css'

/** Sends a text to one's own phone, by the way that is saved, and tells what became of it and of the answer. */
export function TestText() {
  const [to, setTo] = useState('')
  const [sending, setSending] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)
  const [sent, setSent] = useState<{ conversationId: string; messageId: string; at: number } | null>(null)
  const words = text.setup.texting.test
  const send = async (): Promise<void> => {
    if (to.trim() === '') return setFailure(text.setup.required)
    setSending(true)
    const messageId = crypto.randomUUID()
    const at = Date.now()
    const result = await api.request('texting:test', { to: to.trim(), messageId })
    setSending(false)
    setFailure(result.ok ? null : `${result.failure.message} ${result.failure.remedy ?? ''}`.trim())
    setSent(result.ok ? { ...result.value, messageId, at } : null)
  }
  return (
    <section className="check-card test-text">
      <h3>{words.title}</h3>
      <p className="help">{words.help}</p>
      <Field
        label={words.number}
        value={to}
        onChange={(value) => {
          setTo(value)
          setFailure(null)
        }}
        problem={failure}
        inputMode="tel"
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return
          // It is no part of the form around it.
          event.preventDefault()
          void send()
        }}
      />
      <Button isPending={sending} onPress={() => void send()}>
        {words.send}
      </Button>
      <div role="status">{sent === null ? null : <Outcome key={sent.messageId} {...sent} />}</div>
    </section>
  )
}

function Outcome({ conversationId, messageId }: { conversationId: string; messageId: string }) {
  const [seen, setSeen] = useState<{ message: MessageItem; reply: string | null } | null>(null)
  const words = text.setup.texting.test
  useEffect(() => {
    let over = false
    const look = async (): Promise<void> => {
      const result = await api.request('conversations:get', { id: conversationId, limit: 20 })
      if (over || !result.ok) return
      const texts = result.value.timeline.filter((item) => item.kind === 'message')
      const at = texts.findIndex(({ id }) => id === messageId)
      const message = texts[at]
      const reply = texts.slice(at + 1).find(({ direction }) => direction === 'in')
      if (message) setSeen({ message, reply: reply?.body ?? null })
    }
    void look()
    const stop = api.on('conversations:changed', ({ ids }) => {
      if (ids.length === 0 || ids.includes(conversationId)) void look()
    })
    return () => {
      over = true
      stop()
    }
  }, [conversationId, messageId])
  const texting = useWindow((state) => state.health?.texting)
  if (!seen) return null
  const { message, reply } = seen
  const isWaiting = message.state === 'queued' || message.state === 'sending'
  const trouble = isWaiting && texting?.state === 'trouble' ? texting : message.problem
  return (
    <>
      <p className={trouble ? 'problem' : 'help'}>
        {trouble
          ? `${trouble.message} ${trouble.remedy ?? ''}`
          : message.state === 'received'
            ? null
            : words.states[message.state]}
      </p>
      {reply === null ? null : (
        <p className="help">
          {words.replied} <q dir="auto">{reply}</q>
        </p>
      )}
    </>
  )
}
