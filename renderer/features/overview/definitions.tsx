import { ChevronDown } from 'lucide-react'
import { Button, Disclosure, DisclosurePanel, Heading } from 'react-aria-components'
import { text } from '../../text/index.ts'

/** What each figure counts, so that nobody has to guess. */
export function Definitions() {
  return (
    <Disclosure className="overview-part definitions">
      <Heading level={2}>
        <Button slot="trigger" className="why focusable">
          {text.overview.definitions}
          <ChevronDown size={14} aria-hidden="true" />
        </Button>
      </Heading>
      <DisclosurePanel>
        <dl>
          {text.overview.defined.map(([what, counts]) => (
            <div key={what}>
              <dt>{what}</dt>
              <dd>{counts}</dd>
            </div>
          ))}
        </dl>
      </DisclosurePanel>
    </Disclosure>
  )
}
