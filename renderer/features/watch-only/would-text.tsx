import { Eye } from 'lucide-react'
import { text } from '../../text/index.ts'
import './watch-only.css'

/** What would have been texted because of a call, where calls are only watched. */
export function WouldText({ words }: { words: string }) {
  return (
    <p className="would-text selectable">
      <Eye size={14} aria-hidden="true" />
      <span>
        {text.watchOnly.would} <q dir="auto">{words}</q>
      </span>
    </p>
  )
}
