import { useEffect, useState } from 'react'
import { api } from '../../api/ringback.ts'
import type { CommandInput } from '../../../electron/contract/commands.ts'
import type { TextPreview } from '../../../electron/contract/texts.ts'

export type PreviewQuestion = CommandInput<'templates:preview'>

/** Long enough for a word to be typed, short enough to seem at once, ms. */
const pause = 120

/**
 * How templates will come out, from the engine that sends them; one answer a template, in order. Until the first answer
 * there is none, and while somebody types, the last one stays.
 */
export function usePreviews(question: PreviewQuestion): readonly (TextPreview | undefined)[] {
  const [previews, setPreviews] = useState<readonly TextPreview[]>([])
  const asked = JSON.stringify(question)
  const first = previews.length === 0
  useEffect(() => {
    let over = false
    const timer = setTimeout(
      () => {
        void api.request('templates:preview', JSON.parse(asked) as PreviewQuestion).then((result) => {
          if (!over && result.ok) setPreviews(result.value.previews)
        })
      },
      first ? 0 : pause,
    )
    return () => {
      over = true
      clearTimeout(timer)
    }
  }, [asked, first])
  return previews
}

/** Why a template cannot be sent; null when it can, or as long as nobody knows. */
export function problemOf(preview: TextPreview | undefined): string | null {
  return preview?.findings.find(({ severity }) => severity === 'error')?.message ?? null
}
