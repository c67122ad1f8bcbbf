import { Heading } from 'react-aria-components'
import type { ErasureState } from '../../../electron/contract/erasure.ts'
import type { ErasureReceipt } from '../../../electron/contract/privacy.ts'
import { nameOf } from '../../store/conversation-slice.ts'
import { useWindow } from '../../store/window-store.ts'
import { text } from '../../text/index.ts'
import { AskDialog } from '../../ui/ask-dialog.tsx'
import { Button } from '../../ui/button.tsx'
import { DialogTrouble } from '../../ui/dialog-trouble.tsx'
import '../../ui/bar.css'

/** Asks before somebody is erased, tells how far it is, and shows what was erased afterwards. */
export function EraseDialog() {
  const whom = useWindow((state) => state.erasing)
  const erasure = useWindow((state) => state.erasure)
  const isHidden = useWindow((state) => state.erasureHidden)
  const ask = useWindow((state) => state.askErase)
  const hide = useWindow((state) => state.hideErasure)
  const close = useWindow((state) => state.closeErasure)
  const goesOn = erasure.phase === 'erasing' && !isHidden
  return (
    <AskDialog
      isOpen={whom !== null || goesOn || erasure.phase === 'done'}
      onClose={() => {
        if (whom) ask(null)
        else if (erasure.phase === 'done') close()
        else hide()
      }}
    >
      {whom ? <Question name={nameOf(whom)} /> : null}
      {!whom && goesOn ? <GoesOn copies={erasure.copies} /> : null}
      {!whom && erasure.phase === 'done' ? <Receipt receipt={erasure.receipt} /> : null}
    </AskDialog>
  )
}

function Question({ name }: { name: string }) {
  const ask = useWindow((state) => state.askErase)
  const erase = useWindow((state) => state.erase)
  return (
    <>
      <Heading slot="title" className="theirs">
        {text.privacy.askTitle(name)}
      </Heading>
      <p>{text.privacy.askBody}</p>
      <p className="help">{text.privacy.askOptOut}</p>
      <DialogTrouble />
      <footer>
        <Button onPress={() => ask(null)}>{text.privacy.cancel}</Button>
        <Button look="main" onPress={() => void erase()}>
          {text.privacy.confirm}
        </Button>
      </footer>
    </>
  )
}

function GoesOn({ copies }: { copies: Extract<ErasureState, { phase: 'erasing' }>['copies'] }) {
  const hide = useWindow((state) => state.hideErasure)
  return (
    <>
      <Heading slot="title">{text.privacy.erasingNow}</Heading>
      <p role="status">{text.privacy.copiesDone(copies)}</p>
      {copies.of > 0 ? <progress className="bar" max={copies.of} value={copies.done} aria-hidden="true" /> : null}
      <p className="help">{text.privacy.goesOn}</p>
      <footer>
        <Button onPress={hide}>{text.privacy.close}</Button>
      </footer>
    </>
  )
}

function Receipt({ receipt: { removed, copies, keptOptOuts } }: { receipt: ErasureReceipt }) {
  const close = useWindow((state) => state.closeErasure)
  const save = useWindow((state) => state.saveReceipt)
  return (
    <>
      <Heading slot="title">{text.privacy.done}</Heading>
      <p>{text.privacy.removed(removed)}</p>
      {copies.notCleaned.length > 0 ? <p role="alert">{text.privacy.notCleaned(copies.notCleaned.length)}</p> : null}
      {keptOptOuts.length > 0 ? <p>{text.privacy.numberKept}</p> : null}
      <p className="help">{text.privacy.elsewhere}</p>
      <footer>
        <Button onPress={close}>{text.privacy.close}</Button>
        <Button look="main" onPress={() => void save()}>
          {text.privacy.saveReceipt}
        </Button>
      </footer>
    </>
  )
}
