import { useEffect, useState } from 'react'
import { Moon } from 'lucide-react'
import { Input, Label, TextField } from 'react-aria-components'
import { api } from '../../api/ringback.ts'
import { useNow } from '../../ui/use-now.ts'
import { text } from '../../text/index.ts'
import { fromField, toField } from './later-time.ts'

const minute = 60_000

interface LaterFieldProps {
  conversationId: string
  value: string
  onChange: (value: string) => void
}

/** A date and time to send at; says when it is night where the contact is, or the time is over. */
export function LaterField({ conversationId, value, onChange }: LaterFieldProps) {
  const at = fromField(value)
  const quiet = useQuiet(conversationId, at, null)
  const now = useNow(10_000)
  const over = at !== null && at <= now
  return (
    <>
      <TextField className="field date" value={value} onChange={onChange} isInvalid={over}>
        <Label>{text.writing.dateAndTime}</Label>
        <div className="field-box">
          <Input type="datetime-local" min={toField(now)} max="9999-12-31T23:59" />
        </div>
      </TextField>
      {over ? <p className="problem">{text.writing.timeIsOver}</p> : quiet === null ? null : <Quiet why={quiet} />}
    </>
  )
}

/** Staff may write at any time; they only ought to know. */
function Quiet({ why }: { why: string }) {
  return (
    <p className="quiet-warning">
      <Moon size={14} aria-hidden="true" />
      <span>
        {why} {text.writing.quietAllTheSame}
      </span>
    </p>
  )
}

/** The same for a text that goes out now, right at each minute. `read`: what was read with the conversation. */
export function QuietNow({ conversationId, read }: { conversationId: string; read: string | null }) {
  const now = useNow(minute)
  const quiet = useQuiet(conversationId, Math.floor(now / minute) * minute, read)
  return quiet === null ? null : <Quiet why={quiet} />
}

/** Why `at` is quiet where the contact is; `until`: what holds until that is known. */
function useQuiet(conversationId: string, at: number | null, until: string | null): string | null {
  const [known, setKnown] = useState<{ conversationId: string; quiet: string | null } | null>(null)
  useEffect(() => {
    if (at === null) {
      setKnown(null)
      return undefined
    }
    let wanted = true
    void api.request('messages:send-times', { conversationId, at }).then((result) => {
      if (wanted && result.ok) setKnown({ conversationId, quiet: result.value.quiet })
    })
    return () => void (wanted = false)
  }, [conversationId, at])
  return known?.conversationId === conversationId ? known.quiet : until
}
