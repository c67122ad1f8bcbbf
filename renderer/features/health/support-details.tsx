import { useWindow } from '../../store/window-store.ts'
import { Button } from '../../ui/button.tsx'
import { copyText } from '../../ui/copy-text.ts'
import { text } from '../../text/index.ts'

/** What somebody needs who helps from afar, on the clipboard. It can be had while nothing else works. */
export function SupportDetails() {
  const details = useWindow((state) => state.supportDetails)
  const tell = useWindow((state) => state.tell)
  const complain = useWindow((state) => state.complain)
  const copy = async (): Promise<void> => {
    const found = await details()
    if (found === null) return
    if (await copyText(found)) tell(text.health.detailsCopied)
    else complain({ code: 'internal', message: text.health.detailsFailed, remedy: `${text.app.tryAgain}.` })
  }
  return (
    <div className="health-details">
      <Button look="link" onPress={() => void copy()}>
        {text.health.details}
      </Button>
    </div>
  )
}
