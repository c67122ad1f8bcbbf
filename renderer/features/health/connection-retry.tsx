import { useWindow } from '../../store/window-store.ts'
import { Button } from '../../ui/button.tsx'
import { useNow } from '../../ui/use-now.ts'
import { text } from '../../text/index.ts'

/** When Ringback tries to connect to the phone system again (epoch ms), and a way not to wait for it. */
export function ConnectionRetry({ at }: { at: number }) {
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
