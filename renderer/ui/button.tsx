import type { ReactNode } from 'react'
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components'

interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'children'> {
  /** `main` is the one thing to do here; `plain` and `link` stay quiet. */
  look?: 'main' | 'plain' | 'link' | undefined
  size?: 'small' | 'large' | 'icon-only' | undefined
  /** The command that does the same: the list of all commands has that, and not the button too. */
  'data-command'?: string
  children: ReactNode
}

export function Button({ look, size, ...props }: ButtonProps) {
  return <AriaButton {...props} className={['button', look, size].filter(Boolean).join(' ')} />
}
