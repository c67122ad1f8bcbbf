import { useEffect } from 'react'
import { ChevronLeft, ChevronRight, X } from 'lucide-react'
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { Button } from '../../ui/button.tsx'
import { text } from '../../text/index.ts'

interface PictureViewerProps {
  /** The addresses of those that can be shown, in their order. */
  pictures: readonly string[]
  /** The one that is open. */
  at: number
  onShow: (at: number) => void
  onClose: () => void
}

/** One picture in full; the others of its text are an arrow away. */
export function PictureViewer({ pictures, at, onShow, onClose }: PictureViewerProps) {
  const last = pictures.length - 1
  useEffect(() => {
    const onKey = ({ key }: KeyboardEvent): void => {
      const next = key === 'ArrowLeft' ? at - 1 : key === 'ArrowRight' ? at + 1 : at
      if (next !== at && next >= 0 && next <= last) onShow(next)
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [at, last, onShow])
  return (
    <ModalOverlay className="overlay" isOpen onOpenChange={onClose} isDismissable>
      <Modal className="modal picture">
        <Dialog>
          <header>
            <Heading slot="title">{text.conversation.picture(at + 1, pictures.length)}</Heading>
            {last === 0 ? null : (
              <>
                <Button
                  look="plain"
                  size="icon-only"
                  aria-label={text.conversation.pictureBefore}
                  isDisabled={at === 0}
                  onPress={() => onShow(at - 1)}
                >
                  <ChevronLeft size={16} aria-hidden="true" />
                </Button>
                <Button
                  look="plain"
                  size="icon-only"
                  aria-label={text.conversation.pictureAfter}
                  isDisabled={at === last}
                  onPress={() => onShow(at + 1)}
                >
                  <ChevronRight size={16} aria-hidden="true" />
                </Button>
              </>
            )}
            <Button look="plain" size="icon-only" aria-label={text.app.close} onPress={onClose}>
              <X size={16} aria-hidden="true" />
            </Button>
          </header>
          <img src={pictures[at]} alt={text.conversation.pictures(1)} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
