import type { ReactNode } from 'react'
import { Dialog, Modal, ModalOverlay } from 'react-aria-components'
import './ask-dialog.css'

interface AskDialogProps {
  isOpen: boolean
  /** While it is being done, nothing takes it back. */
  isBusy?: boolean
  onClose: () => void
  className?: string
  /** A heading, what would happen, and a footer with the answers. */
  children: ReactNode
}

/** Asks before something is done, and says what that means. */
export function AskDialog({ isOpen, isBusy = false, onClose, className = '', children }: AskDialogProps) {
  return (
    <ModalOverlay
      className="overlay"
      isOpen={isOpen}
      isDismissable={!isBusy}
      isKeyboardDismissDisabled={isBusy}
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
    >
      <Modal className={`modal ask ${className}`}>
        <Dialog role="alertdialog">{children}</Dialog>
      </Modal>
    </ModalOverlay>
  )
}
