import { Fragment } from 'react'
import { X } from 'lucide-react'
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { windowCommands, type WindowCommand } from '../../commands/registry.ts'
import { useWindow } from '../../store/window-store.ts'
import { Button } from '../../ui/button.tsx'
import { text } from '../../text/en.ts'

const groups = Object.entries(text.keys.groups) as [WindowCommand['group'], string][]
/** Keys that the list itself understands; the registry need not repeat them. */
const listKeys: Pick<WindowCommand, 'id' | 'keys' | 'label' | 'group'>[] = [
  { id: 'arrows', keys: ['↓', '↑'], label: text.keys.neighbours, group: 'move' },
  { id: 'open', keys: ['Enter'], label: text.keys.open, group: 'move' },
]

/** All keys, drawn from the registry (`?`). */
export function KeysDialog() {
  const shown = useWindow((state) => state.keysShown)
  const showKeys = useWindow((state) => state.showKeys)
  return (
    <ModalOverlay className="overlay" isOpen={shown} onOpenChange={showKeys} isDismissable>
      <Modal className="modal keys">
        <Dialog>
          <header>
            <Heading slot="title">{text.keys.title}</Heading>
            <Button look="plain" size="icon-only" aria-label={text.app.close} onPress={() => showKeys(false)}>
              <X size={16} aria-hidden="true" />
            </Button>
          </header>
          {groups.map(([group, label]) => (
            <section key={group}>
              <h3>{label}</h3>
              <dl>
                {[...windowCommands, ...listKeys]
                  .filter((command) => command.group === group)
                  .map((command) => (
                    <Fragment key={command.id}>
                      <dt>{command.label}</dt>
                      <dd>
                        {command.keys.map((key) => (
                          <kbd key={key}>{keyName(key)}</kbd>
                        ))}
                      </dd>
                    </Fragment>
                  ))}
              </dl>
            </section>
          ))}
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

function keyName(spec: string): string {
  const key = spec.replace('Mod+', `${text.keys.ctrl} `)
  return key.replace(/\b[a-z]$/, (letter) => letter.toUpperCase()).replace('Escape', 'Esc')
}
