import { useWindow } from '../../store/window-store.ts'
import { Fold } from '../../ui/fold.tsx'
import { text } from '../../text/index.ts'
import './phone-trouble.css'

/**
 * In the words of whoever looks after the phone system: what is in the way of it now, and which of Ringback's extras it
 * does not permit. Everywhere else the window says it plainly.
 */
export function PhoneTrouble() {
  const health = useWindow((state) => state.health)
  const inSetup = useWindow((state) => state.setup !== null)
  // Of another certificate the form itself tells.
  const strange = useWindow((state) => (state.settings?.phoneSystem.strangeFingerprint ?? null) !== null)
  if (!health || inSetup) return null
  const { phoneSystem, connection } = health
  const details = phoneSystem.state === 'trouble' && !strange ? phoneSystem.details : undefined
  return (
    <>
      {details ? (
        <p className="phone-trouble selectable" role="status">
          <strong>{details.message}</strong> {details.remedy}
        </p>
      ) : null}
      {connection.lacks.length === 0 ? null : (
        <Fold className="phone-lacks" title={text.health.more}>
          <p className="help">{text.health.moreBody}</p>
          <dl className="selectable">
            {connection.lacks.map((permission) => {
              const [name, adds] = text.health.permissions[permission]
              return (
                <div key={permission}>
                  <dt>{name}</dt>
                  <dd>{adds}</dd>
                </div>
              )
            })}
          </dl>
        </Fold>
      )}
    </>
  )
}
