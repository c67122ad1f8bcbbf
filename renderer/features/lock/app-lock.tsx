import { useEffect, useState } from 'react'
import { LockKeyhole } from 'lucide-react'
import { lockMinutes } from '../../../electron/contract/lock.ts'
import type { LockMinutes } from '../../../electron/contract/lock.ts'
import { useWindow } from '../../store/window-store.ts'
import { text } from '../../text/index.ts'
import { Button } from '../../ui/button.tsx'
import { Select } from '../../ui/select.tsx'
import { NewPin } from './new-pin.tsx'
import { RemoveLock } from './remove-lock.tsx'
import './lock.css'

/** The lock of the window, in the settings: set, changed, removed. */
export function AppLock() {
  const view = useWindow((state) => state.lockView)
  const lock = useWindow((state) => state.lock)
  const refresh = useWindow((state) => state.refreshLock)
  const change = useWindow((state) => state.changeLock)
  const complain = useWindow((state) => state.complain)
  const lockNow = useWindow((state) => state.lockNow)
  const [doing, setDoing] = useState<'set' | 'change' | 'remove' | null>(null)
  /** For a lock that is not set yet. */
  const [chosen, setChosen] = useState<LockMinutes | null>(null)
  useEffect(() => {
    void refresh()
  }, [refresh, lock])
  if (view === null) return null
  const isSet = view.state !== 'none'
  const minutes = isSet ? view.minutes : (chosen ?? view.minutes)
  const choose = async (wanted: LockMinutes): Promise<void> => {
    if (!isSet) return setChosen(wanted)
    const failure = await change('lock:minutes', { minutes: wanted })
    if (failure) complain(failure)
  }
  return (
    <section className="app-lock">
      <h3>{text.lock.section}</h3>
      <p className="help">{text.lock.help}</p>
      <p className="help">{text.lock.honest}</p>
      {isSet ? (
        <p className="is-set">
          <LockKeyhole size={15} aria-hidden="true" />
          {text.lock.isSet}
        </p>
      ) : null}
      {isSet || doing === 'set' ? (
        <div className="buttons">
          <span>{text.lock.after}</span>
          <Select
            label={text.lock.after}
            choices={lockMinutes.map((one) => ({ value: String(one), label: text.lock.minutes(one) }))}
            value={String(minutes)}
            onChange={(value) => void choose(lockMinutes.find((one) => String(one) === value) ?? minutes)}
          />
          <span>{text.lock.afterHelp}</span>
        </div>
      ) : null}
      {isSet && doing === null ? (
        <div className="buttons">
          <Button onPress={lockNow}>{text.lock.now}</Button>
          <Button onPress={() => setDoing('change')}>{text.lock.change}</Button>
          <Button look="plain" onPress={() => setDoing('remove')}>
            {text.lock.remove}
          </Button>
        </div>
      ) : null}
      {!isSet && doing === null ? (
        <div className="buttons">
          <Button onPress={() => setDoing('set')}>{text.lock.begin}</Button>
        </div>
      ) : null}
      {!isSet && doing === 'set' ? <NewPin minutes={minutes} close={() => setDoing(null)} /> : null}
      {isSet && doing === 'change' ? <NewPin minutes={minutes} change close={() => setDoing(null)} /> : null}
      {isSet && doing === 'remove' ? <RemoveLock close={() => setDoing(null)} /> : null}
    </section>
  )
}
