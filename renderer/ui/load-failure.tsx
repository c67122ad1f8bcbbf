import { CircleAlert } from 'lucide-react'
import type { Failure } from '../../electron/contract/result.ts'
import { text } from '../text/index.ts'
import { Button } from './button.tsx'

interface LoadFailureProps {
  title: string
  /** Null for the moment in which it is being tried again. */
  failure: Failure | null
  /** Left out where it is tried again by itself. */
  onRetry?: () => void
}

/** Stands where a page's content would: what could not be loaded, why, and trying again. */
export function LoadFailure({ title, failure, onRetry }: LoadFailureProps) {
  return (
    <div className="empty" role="alert">
      <CircleAlert size={24} aria-hidden="true" />
      <strong>{title}</strong>
      <p>
        {failure?.message} {failure?.remedy}
      </p>
      {onRetry ? <Button onPress={onRetry}>{text.app.tryAgain}</Button> : null}
    </div>
  )
}
