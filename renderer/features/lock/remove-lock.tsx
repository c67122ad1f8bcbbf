import { useState } from 'react'
import type { FormEvent } from 'react'
import { useWindow } from '../../store/window-store.ts'
import { text } from '../../text/index.ts'
import { Button } from '../../ui/button.tsx'
import { useFirstField } from '../../ui/use-first-field.ts'
import { PinField } from './pin-field.tsx'

/** Only whoever knows the PIN takes the lock away here. */
export function RemoveLock({ close }: { close: () => void }) {
  const changeLock = useWindow((state) => state.changeLock)
  const tell = useWindow((state) => state.tell)
  const [current, setCurrent] = useState('')
  const [refused, setRefused] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const form = useFirstField<HTMLFormElement>()

  const remove = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (busy) return
    setBusy(true)
    const failure = await changeLock('lock:remove', { current })
    setBusy(false)
    if (failure !== null) return setRefused([failure.message, failure.remedy].filter(Boolean).join(' '))
    tell(text.lock.wasRemoved)
    close()
  }

  return (
    <form ref={form} onSubmit={(event) => void remove(event)}>
      <PinField label={text.lock.current} value={current} onChange={setCurrent} problem={refused} />
      <div className="buttons">
        <Button look="main" type="submit" isDisabled={busy || current === ''}>
          {text.lock.removeIt}
        </Button>
        <Button look="plain" onPress={close}>
          {text.lock.cancel}
        </Button>
      </div>
    </form>
  )
}
