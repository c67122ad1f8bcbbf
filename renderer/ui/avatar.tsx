import type { CSSProperties } from 'react'
import { User } from 'lucide-react'
import { hueOf, initialsOf } from './initials.ts'

interface AvatarProps {
  id: string
  name: string | null
  large?: boolean
}

/** A contact's initials on their own quiet colour; decoration only, the name always stands beside it. */
export function Avatar({ id, name, large = false }: AvatarProps) {
  const initials = name === null ? '' : initialsOf(name)
  const size = large ? ' large' : ''
  if (initials === '') {
    return (
      <span className={`avatar nameless${size}`} aria-hidden="true">
        <User size={large ? 26 : 18} strokeWidth={1.8} />
      </span>
    )
  }
  return (
    <span className={`avatar${size}`} aria-hidden="true" style={{ '--hue': hueOf(id) } as CSSProperties}>
      {initials}
    </span>
  )
}
