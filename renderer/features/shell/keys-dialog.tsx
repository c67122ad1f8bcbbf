import { Fragment } from 'react'
import { X } from 'lucide-react'
import { Dialog, Heading, Modal, ModalOverlay, Switch } from 'react-aria-components'
import { activeKeys } from '../../commands/keymap.ts'
import type { WindowCommand } from '../../commands/command.ts'
import { windowCommands } from '../../commands/registry.ts'
import { useWindow } from '../../store/window-store.ts'
import { Button } from '../../ui/button.tsx'
import { text } from '../../text/index.ts'
import { keyName } from './key-name.ts'

/** Keys that the list itself understands, beside and besides the registry's. */
const arrows: Record<string, string> = { next: '↓', previous: '↑' }
const lines: Pick<WindowCommand, 'id' | 'keys' | 'label' | 'group'>[] = [
  ...windowCommands.map((command) => {
    const arrow = arrows[command.id]
    return arrow === undefined ? command : { ...command, keys: [...command.keys, arrow] }
  }),
  { id: 'open', keys: ['Enter'], label: () => text.keys.open, group: 'move' },
]

/** All keys that work, drawn from the registry (`?`), and the switch for those that are a single letter. */
export function KeysDialog() {
  const shown = useWindow((state) => state.keysShown)
  const showKeys = useWindow((state) => state.showKeys)
  const singleKeys = useWindow((state) => state.singleKeys)
  const groups = Object.entries(text.keys.groups) as [WindowCommand['group'], string][]
  const keyed = lines
    .map((command) => ({ ...command, keys: listed(command.keys, singleKeys) }))
    .filter(({ keys }) => keys.length > 0)
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
          <div className="keys-groups">
            {groups.map(([group, label]) => {
              const commands = keyed.filter((command) => command.group === group)
              if (commands.length === 0) return null
              return (
                <section key={group} className={group}>
                  <h3>{label}</h3>
                  <dl>
                    {commands.map((command) => (
                      <Fragment key={command.id}>
                        <dt>{command.label()}</dt>
                        <dd>
                          {command.keys.map((key) => (
                            <kbd key={key}>{keyName(key)}</kbd>
                          ))}
                        </dd>
                      </Fragment>
                    ))}
                  </dl>
                </section>
              )
            })}
          </div>
          <SingleKeysSwitch />
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

function SingleKeysSwitch() {
  const singleKeys = useWindow((state) => state.singleKeys)
  const setSingleKeys = useWindow((state) => state.setSingleKeys)
  return (
    <footer>
      <Switch className="switch" isSelected={singleKeys} onChange={setSingleKeys} aria-describedby="single-keys-help">
        <span className="track" />
        {text.keys.single}
      </Switch>
      <p id="single-keys-help" className="help">
        {text.keys.singleHelp}
      </p>
    </footer>
  )
}

/** An arrow is one character, but no character key. */
function listed(keys: readonly string[], singleKeys: boolean): readonly string[] {
  const active = activeKeys(keys, singleKeys)
  return keys.filter((key) => active.includes(key) || /[←↑→↓]/.test(key))
}
