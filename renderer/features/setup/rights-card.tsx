import type { PhonePermission } from '../../../electron/contract/view-models.ts'
import { useWindow } from '../../store/window-store.ts'
import { CopyButton } from '../../ui/copy-button.tsx'
import { text } from '../../text/index.ts'
import { readClasses, writeClasses } from './manager-conf.ts'
import './pbx-person.css'

const reads: ReadonlySet<PhonePermission> = new Set(readClasses)
const writes: ReadonlySet<PhonePermission> = new Set(writeClasses)

/** What the phone system surely does not permit Ringback's user, and the lines that permit it; nothing while all is well. */
export function RightsCard() {
  const lacks = useWindow((state) => state.health?.connection.lacks ?? none)
  const missing = lacks.filter((one) => reads.has(one) || writes.has(one))
  if (missing.length === 0) return null
  const lines = [
    ...(missing.some((one) => reads.has(one)) ? [`read = ${readClasses.join(',')}`] : []),
    ...(missing.some((one) => writes.has(one)) ? [`write = ${writeClasses.join(',')}`] : []),
  ]
  return (
    <section className="check-card rights" role="status">
      <h3>{text.setup.phone.rights.title}</h3>
      <dl className="pbx-fields">
        {missing.map((one) => (
          <div key={one}>
            <dt>{text.health.permissions[one][0]}</dt>
            <dd>{text.health.permissions[one][1]}</dd>
          </div>
        ))}
      </dl>
      <p className="help">{text.setup.phone.rights.change}</p>
      <pre className="selectable">{lines.join('\n')}</pre>
      <div className="lines-actions">
        <CopyButton value={lines.join('\n')} label={text.setup.phone.copyLines} />
      </div>
    </section>
  )
}

const none: PhonePermission[] = []
