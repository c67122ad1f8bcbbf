import { useState } from 'react'
import { ImageIcon, ImageOff, X } from 'lucide-react'
import { Button as Pressable, Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import type { PictureView } from '../../../electron/contract/view-models.ts'
import { Button } from '../../ui/button.tsx'
import { text } from '../../text/index.ts'

/** What came with a text: small, and one at a time in full. What is not there says why. */
export function MessagePictures({ pictures }: { pictures: readonly PictureView[] }) {
  const [opened, setOpened] = useState<string | null>(null)
  if (pictures.length === 0) return null
  const full = pictures.find(({ id }) => id === opened)
  return (
    <div className="pictures">
      {pictures.map((picture, index) => (
        <Thumbnail
          key={picture.id}
          picture={picture}
          label={text.conversation.openPicture(index + 1, pictures.length)}
          onOpen={() => setOpened(picture.id)}
        />
      ))}
      <ModalOverlay className="overlay" isOpen={full !== undefined} onOpenChange={() => setOpened(null)} isDismissable>
        <Modal className="modal picture">
          <Dialog>
            <header>
              <Heading slot="title">
                {text.conversation.picture(pictures.findIndex(({ id }) => id === opened) + 1, pictures.length)}
              </Heading>
              <Button look="plain" size="icon-only" aria-label={text.app.close} onPress={() => setOpened(null)}>
                <X size={16} aria-hidden="true" />
              </Button>
            </header>
            <img src={full?.address ?? undefined} alt={text.conversation.pictures(1)} />
          </Dialog>
        </Modal>
      </ModalOverlay>
    </div>
  )
}

interface ThumbnailProps {
  picture: PictureView
  label: string
  onOpen: () => void
}

function Thumbnail({ picture, label, onOpen }: ThumbnailProps) {
  const [broken, setBroken] = useState(false)
  if (picture.state === 'waiting') {
    return (
      <p className="bubble media">
        <ImageIcon size={15} aria-hidden="true" />
        {text.conversation.pictureWaiting}
      </p>
    )
  }
  if (picture.address === null || broken) {
    return (
      <p className="bubble media">
        <ImageOff size={15} aria-hidden="true" />
        {picture.problem ?? text.conversation.pictureUnreadable}
      </p>
    )
  }
  return (
    <Pressable className="thumbnail focusable" aria-label={label} onPress={onOpen}>
      <img src={picture.address} alt="" loading="lazy" onError={() => setBroken(true)} />
    </Pressable>
  )
}
