import { useState } from 'react'
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import type { SettingsComparison } from '../../../electron/contract/settings-file.ts'
import { api } from '../../api/ringback.ts'
import { useWindow } from '../../store/window-store.ts'
import { Button } from '../../ui/button.tsx'
import { DialogTrouble } from '../../ui/dialog-trouble.tsx'
import { text } from '../../text/index.ts'
import { ChangeLine } from './setting-changes.tsx'
import './settings-history.css'

interface Found {
  file: string
  comparison: SettingsComparison
}

/** All settings as a file, out and in; what comes in is shown before. */
export function SettingsFile() {
  const complain = useWindow((state) => state.complain)
  const tell = useWindow((state) => state.tell)
  const [found, setFound] = useState<Found | null>(null)
  const save = async (): Promise<void> => {
    const result = await api.request('export:settings', undefined)
    if (!result.ok) complain(result.failure)
    else if (result.value.file !== null) tell(text.settingsFile.savedIn(result.value.file))
  }
  const open = async (): Promise<void> => {
    const chosen = await api.request('import:settings', undefined)
    if (!chosen.ok) return complain(chosen.failure)
    const file = chosen.value.text
    if (file === null) return
    const compared = await api.request('settings:compare', { text: file })
    if (compared.ok) setFound({ file, comparison: compared.value })
    else complain(compared.failure)
  }
  const take = async ({ file, comparison }: Found): Promise<void> => {
    setFound(null)
    const result = await api.request('settings:take', { text: file })
    if (!result.ok) return complain(result.failure)
    tell([text.settingsFile.taken, ...comparison.needs.map((need) => text.settingsFile.needs[need])].join(' '))
  }
  return (
    <section className="settings-file">
      <h3>{text.settingsFile.title}</h3>
      <p className="help">{text.settingsFile.lead}</p>
      <div className="buttons">
        <Button onPress={() => void save()}>{text.settingsFile.save}</Button>
        <Button onPress={() => void open()}>{text.settingsFile.open}</Button>
      </div>
      <ModalOverlay className="overlay" isOpen={found !== null} onOpenChange={() => setFound(null)} isDismissable>
        <Modal className="modal settings-compare">
          <Dialog>
            {found ? (
              <Comparison found={found} onTake={() => void take(found)} onCancel={() => setFound(null)} />
            ) : null}
          </Dialog>
        </Modal>
      </ModalOverlay>
    </section>
  )
}

interface ComparisonProps {
  found: Found
  onTake: () => void
  onCancel: () => void
}

function Comparison({ found: { comparison }, onTake, onCancel }: ComparisonProps) {
  const { changes, unknown, needs } = comparison
  const nothing = changes.length === 0
  return (
    <>
      <Heading slot="title">{text.settingsFile.compareTitle}</Heading>
      <p>{nothing ? text.settingsFile.same : text.settingsFile.compareLead(changes.length)}</p>
      <ul className="compared">
        {changes.map((change) => (
          <li key={`${change.section}.${change.field}`}>
            <ChangeLine change={change} />
          </li>
        ))}
      </ul>
      {needs.map((need) => (
        <p key={need} className="help">
          {text.settingsFile.needs[need]}
        </p>
      ))}
      {unknown.length > 0 ? <p className="help">{text.settingsFile.unknown(unknown.join(', '))}</p> : null}
      <DialogTrouble />
      <footer>
        <Button onPress={onCancel}>{text.settingsFile.cancel}</Button>
        {nothing ? null : (
          <Button look="main" onPress={onTake}>
            {text.settingsFile.take}
          </Button>
        )}
      </footer>
    </>
  )
}
