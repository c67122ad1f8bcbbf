import { useEffect } from 'react'
import { CircleAlert, CircleCheck, X } from 'lucide-react'
import type { Notice } from '../store/notice-slice.ts'
import { useWindow } from '../store/window-store.ts'
import { text } from '../text/index.ts'
import { Button } from './button.tsx'
import './notices.css'

/** Long enough to read a sentence and reach Undo (WCAG 2.2.1: what matters stays in the conversation anyway). */
const doneMs = 7_000
const troubleMs = 15_000

/** Short notices over the foot of the window. */
export function Notices() {
  const notices = useWindow((state) => state.notices)
  return (
    <div className="notices" role="status">
      {notices.map((notice) => (
        <NoticeCard key={notice.id} notice={notice} />
      ))}
    </div>
  )
}

function NoticeCard({ notice }: { notice: Notice }) {
  const dismiss = useWindow((state) => state.dismiss)
  const { id, kind, undo } = notice
  useEffect(() => {
    const timer = setTimeout(() => dismiss(id), kind === 'done' ? doneMs : troubleMs)
    return () => clearTimeout(timer)
  }, [dismiss, id, kind])

  const Icon = kind === 'done' ? CircleCheck : CircleAlert
  return (
    <div className={`notice ${kind}`}>
      <Icon size={18} aria-hidden="true" />
      <p>
        <strong className="theirs">{notice.message}</strong>
        {notice.remedy ? <span> {notice.remedy}</span> : null}
      </p>
      {undo ? (
        <Button look="link" onPress={undo}>
          {text.app.undo}
        </Button>
      ) : null}
      <Button look="plain" size="icon-only" aria-label={text.app.dismiss} onPress={() => dismiss(id)}>
        <X size={15} aria-hidden="true" />
      </Button>
    </div>
  )
}
