import { useEffect, useState } from 'react'
import { Check, Copy } from 'lucide-react'
import { text } from '../text/index.ts'
import { Button } from './button.tsx'
import { copyText } from './copy-text.ts'

const shownMs = 1_500

interface CopyButtonProps {
  value: string
  label?: string
  iconOnly?: boolean
  onCopied?: () => void
}

export function CopyButton({ value, label = text.app.copy, iconOnly = false, onCopied }: CopyButtonProps) {
  const [copied, setCopied] = useState(false)
  useEffect(() => {
    if (!copied) return undefined
    const timer = setTimeout(() => setCopied(false), shownMs)
    return () => clearTimeout(timer)
  }, [copied])

  const Icon = copied ? Check : Copy
  return (
    <Button
      look="plain"
      size={iconOnly ? 'icon-only' : 'small'}
      aria-label={copied ? text.app.copied : label}
      onPress={() => {
        onCopied?.()
        void copyText(value).then(setCopied)
      }}
    >
      <Icon size={14} aria-hidden="true" />
      {iconOnly ? null : copied ? text.app.copied : label}
    </Button>
  )
}
