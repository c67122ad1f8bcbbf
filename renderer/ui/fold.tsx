import type { ReactNode } from 'react'
import { ChevronDown } from 'lucide-react'
import { Button, Disclosure, DisclosurePanel } from 'react-aria-components'
import './fold.css'

interface FoldProps {
  title: string
  isOpen?: boolean
  className?: string
  children: ReactNode
}

/** What most people need not see, folded away under its title. */
export function Fold({ title, isOpen = false, className = '', children }: FoldProps) {
  return (
    <Disclosure className={`more ${className}`} defaultExpanded={isOpen}>
      <Button slot="trigger" className="why focusable">
        {title}
        <ChevronDown size={13} aria-hidden="true" />
      </Button>
      <DisclosurePanel>{children}</DisclosurePanel>
    </Disclosure>
  )
}
