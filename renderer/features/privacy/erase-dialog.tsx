import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import type { ErasureReceipt } from '../../../electron/contract/privacy.ts'
import { nameOf } from '../../store/conversation-slice.ts'
import { useWindow } from '../../store/window-store.ts'
import { text } from '../../text/index.ts'
import { Button } from '../../ui/button.tsx'

/** Asks before somebody is erased, and shows what was erased afterwards. */
export function EraseDialog() {
  const erasing = useWindow((state) => state.erasing)
  const ask = useWindow((state) => state.askErase)
  const erase = useWindow((state) => state.erase)
  return (
    <ModalOverlay
      className="overlay"
      isOpen={erasing !== null}
      isDismissable={!erasing?.busy}
      isKeyboardDismissDisabled={erasing?.busy ?? false}
      onOpenChange={(isOpen) => {
        if (!isOpen) ask(null)
      }}
    >
      <Modal className="modal ask">
        <Dialog role="alertdialog">
          {erasing?.receipt ? <Receipt receipt={erasing.receipt} /> : null}
          {erasing && !erasing.receipt ? (
            <>
              <Heading slot="title" className="theirs">
                {text.privacy.askTitle(nameOf(erasing.whom))}
              </Heading>
              <p>{text.privacy.askBody}</p>
              <p className="help">{text.privacy.askOptOut}</p>
              <footer>
                <Button isDisabled={erasing.busy} onPress={() => ask(null)}>
                  {text.privacy.cancel}
                </Button>
                <Button look="main" isDisabled={erasing.busy} onPress={() => void erase()}>
                  {erasing.busy ? text.privacy.erasingNow : text.privacy.confirm}
                </Button>
              </footer>
            </>
          ) : null}
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

function Receipt({ receipt: { removed, copies, keptOptOuts } }: { receipt: ErasureReceipt }) {
  const ask = useWindow((state) => state.askErase)
  const save = useWindow((state) => state.saveReceipt)
  return (
    <>
      <Heading slot="title">{text.privacy.done}</Heading>
      <p>{text.privacy.removed(removed)}</p>
      {copies.notCleaned.length > 0 ? <p role="alert">{text.privacy.notCleaned(copies.notCleaned.length)}</p> : null}
      {keptOptOuts.length > 0 ? <p>{text.privacy.numberKept}</p> : null}
      <p className="help">{text.privacy.elsewhere}</p>
      <footer>
        <Button onPress={() => ask(null)}>{text.privacy.close}</Button>
        <Button look="main" onPress={() => void save()}>
          {text.privacy.saveReceipt}
        </Button>
      </footer>
    </>
  )
}
