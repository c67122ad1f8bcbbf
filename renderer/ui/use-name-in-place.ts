import { useEffect, useState } from 'react'
import type { KeyboardEvent } from 'react'

/** A name that is written over in place: Enter or leaving the field saves, Esc takes it back. */
export function useNameInPlace(stored: string, rename: (name: string) => void) {
  const [name, setName] = useState(stored)
  useEffect(() => setName(stored), [stored])

  const onBlur = (): void => {
    if (name.trim() !== stored) rename(name.trim())
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter') event.currentTarget.blur()
    if (event.key !== 'Escape') return
    setName(stored)
    // Blurred after the old name is back, so that leaving saves nothing.
    const field = event.currentTarget
    requestAnimationFrame(() => field.blur())
  }
  return {
    /** For the `TextField`. */
    field: { value: name, onChange: setName, onBlur },
    /** For the `Input` in it. */
    onKeyDown,
  }
}
