import { useState } from 'react'
import type { FormEvent } from 'react'
import { shortestPin } from '../../../electron/contract/lock.ts'
import type { LockMinutes } from '../../../electron/contract/lock.ts'
import { useWindow } from '../../store/window-store.ts'
import { text } from '../../text/index.ts'
import { Button } from '../../ui/button.tsx'
import { useFirstField } from '../../ui/use-first-field.ts'
import { PinField } from './pin-field.tsx'

interface NewPinProps {
  minutes: LockMinutes
  /** One is set: it has to be given, too. */
  change?: boolean
  close: () => void
}

/** Sets the first PIN, or another one. */
export function NewPin({ minutes, change = false, close }: NewPinProps) {
  const changeLock = useWindow((state) => state.changeLock)
  const tell = useWindow((state) => state.tell)
  const [current, setCurrent] = useState('')
  const [pin, setPin] = useState('')
  const [again, setAgain] = useState('')
  /** Nobody is told that they are wrong while they still type. */
  const [tried, setTried] = useState(false)
  const [refused, setRefused] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const form = useFirstField<HTMLFormElement>()
  const tooShort = pin.length < shortestPin ? text.lock.tooShort(shortestPin) : null
  const differs = again === pin ? null : text.lock.differs

  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    setTried(true)
    if (busy || tooShort !== null || differs !== null) return
    setBusy(true)
    const failure = await changeLock('lock:set', { pin, minutes, current: change ? current : null })
    setBusy(false)
    if (failure !== null) return setRefused([failure.message, failure.remedy].filter(Boolean).join(' '))
    tell(change ? text.lock.wasChanged : text.lock.wasSet)
    close()
  }

  return (
    <form ref={form} onSubmit={(event) => void save(event)}>
      {change ? <PinField label={text.lock.current} value={current} onChange={setCurrent} problem={refused} /> : null}
      <PinField
        label={text.lock.newPin}
        value={pin}
        onChange={setPin}
        help={text.lock.least(shortestPin)}
        problem={tried ? tooShort : null}
      />
      <PinField label={text.lock.again} value={again} onChange={setAgain} problem={tried ? differs : null} />
      {refused !== null && !change ? (
        <p className="problem" role="alert">
          {refused}
        </p>
      ) : null}
      <div className="buttons">
        <Button look="main" type="submit" isDisabled={busy}>
          {change ? text.lock.changeIt : text.lock.set}
        </Button>
        <Button look="plain" onPress={close}>
          {text.lock.cancel}
        </Button>
      </div>
    </form>
  )
}
