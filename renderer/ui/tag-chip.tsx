import { X } from 'lucide-react'
import { Button as AriaButton } from 'react-aria-components'
import type { TagView } from '../../electron/contract/tags.ts'
import './tag-chip.css'

interface TagChipProps {
  tag: Pick<TagView, 'name' | 'colour'>
  /** Puts a button into the chip that takes the tag off. */
  onRemove?: () => void
  /** What that button is called. */
  removeLabel?: string
}

/** A tag as it is shown everywhere: its name on its colour. */
export function TagChip({ tag, onRemove, removeLabel }: TagChipProps) {
  return (
    <span className="tag-chip" data-colour={tag.colour}>
      <bdi className="one-line">{tag.name}</bdi>
      {onRemove ? (
        <AriaButton className="tag-remove focusable" aria-label={removeLabel ?? ''} onPress={onRemove}>
          <X size={12} aria-hidden="true" />
        </AriaButton>
      ) : null}
    </span>
  )
}
