import { useState } from 'react'
import { ImageIcon, ImageOff } from 'lucide-react'
import { Button as Pressable } from 'react-aria-components'
import type { PictureView } from '../../../electron/contract/view-models.ts'
import { text } from '../../text/index.ts'
import { PictureViewer } from './picture-viewer.tsx'

/** What came with a text: small, and one at a time in full. What is not there says why. */
export function MessagePictures({ pictures }: { pictures: readonly PictureView[] }) {
  const [opened, setOpened] = useState<number | null>(null)
  if (pictures.length === 0) return null
  const shown = pictures.flatMap(({ address, state }) => (state === 'waiting' || address === null ? [] : [address]))
  return (
    <div className="pictures">
      {pictures.map((picture) => {
        const at = picture.address === null ? -1 : shown.indexOf(picture.address)
        return (
          <Thumbnail
            key={picture.id}
            picture={picture}
            label={text.conversation.openPicture(at + 1, shown.length)}
            onOpen={() => setOpened(at)}
          />
        )
      })}
      {opened === null ? null : (
        <PictureViewer pictures={shown} at={opened} onShow={setOpened} onClose={() => setOpened(null)} />
      )}
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
