import { useEffect, useState } from 'react'
import type { FormEvent } from 'react'
import { LockKeyhole } from 'lucide-react'
import { useWindow } from '../../store/window-store.ts'
import { text } from '../../text/index.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { useFirstField } from '../../ui/use-first-field.ts'
import './lock.css'

/** All that a locked window shows. */
export function LockScreen() {
  const view = useWindow((state) => state.lockView)
  const refresh = useWindow((state) => state.refreshLock)
  const change = useWindow((state) => state.changeLock)
  const [pin, setPin] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const form = useFirstField<HTMLFormElement>()
  const waiting = view !== null && view.waitMs > 0
  useEffect(() => {
    void refresh()
  }, [refresh])
  useEffect(() => {
    if (!waiting) return undefined
    const timer = setInterval(() => void refresh(), 1000)
    return () => clearInterval(timer)
  }, [waiting, refresh])

  const open = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (busy || waiting || pin === '') return
    setBusy(true)
    const failure = await change('lock:open', { pin })
    setBusy(false)
    if (failure === null) return
    setPin('')
    setProblem([failure.message, failure.remedy].filter(Boolean).join(' '))
  }

  return (
    <main className="lock-screen">
      <form className="lock-card" ref={form} onSubmit={(event) => void open(event)}>
        <span className="lock-mark" aria-hidden="true">
          <LockKeyhole size={28} strokeWidth={1.8} />
        </span>
        <h1>{text.lock.title}</h1>
        <p className="help">{text.lock.lead}</p>
        <Field
          label={text.lock.pin}
          type="password"
          value={pin}
          onChange={(typed) => {
            setPin(typed)
            setProblem(null)
          }}
          autoComplete="off"
        />
        <p className="problem" role="alert">
          {problem}
        </p>
        <Button look="main" size="large" type="submit" isDisabled={busy || waiting || pin === ''}>
          {waiting ? text.lock.openIn(Math.ceil(view.waitMs / 1000)) : busy ? text.lock.opening : text.lock.open}
        </Button>
        {view === null ? null : <Forgot file={view.file} />}
      </form>
    </main>
  )
}

function Forgot({ file }: { file: string }) {
  const [first, second, third] = text.lock.forgotSteps
  return (
    <details className="lock-forgot">
      <summary className="focusable">{text.lock.forgot}</summary>
      <p>{text.lock.forgotLead}</p>
      <ol>
        <li>{first}</li>
        <li>
          {second} <code className="selectable">{file}</code>
        </li>
        <li>{third}</li>
      </ol>
    </details>
  )
}
