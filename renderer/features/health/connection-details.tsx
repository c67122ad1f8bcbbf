import type { PhoneConnection } from '../../../electron/contract/view-models.ts'
import { useWindow } from '../../store/window-store.ts'
import { Button } from '../../ui/button.tsx'
import { useNow } from '../../ui/use-now.ts'
import { text } from '../../text/index.ts'

/** What there is to know of the connection to the phone system: when it tries again, and what more it could do. */
export function ConnectionDetails({ connection: { retryAt, lacks } }: { connection: PhoneConnection }) {
  return (
    <>
      {retryAt === null ? null : <Retry at={retryAt} />}
      {lacks.length === 0 ? null : (
        <details className="health-lacks">
          <summary className="focusable">{text.health.more}</summary>
          <p>{text.health.moreBody}</p>
          <dl className="selectable">
            {lacks.map((permission) => {
              const [name, adds] = text.health.permissions[permission]
              return (
                <div key={permission}>
                  <dt>{name}</dt>
                  <dd>{adds}</dd>
                </div>
              )
            })}
          </dl>
        </details>
      )}
    </>
  )
}

function Retry({ at }: { at: number }) {
  const tryNow = useWindow((state) => state.tryPhoneSystem)
  const now = useNow(1000)
  return (
    <div className="health-retry">
      <span>{text.health.retryIn(Math.max(0, Math.ceil((at - now) / 1000)))}</span>
      <Button size="small" onPress={() => void tryNow()}>
        {text.health.tryNow}
      </Button>
    </div>
  )
}
