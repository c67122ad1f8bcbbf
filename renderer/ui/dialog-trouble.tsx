import { useEffect, useState } from 'react'
import { TriangleAlert } from 'lucide-react'
import type { Notice } from '../store/notice-slice.ts'
import { useWindow } from '../store/window-store.ts'

/** What could not be done, within the dialog in which it was tried: a notice would stand behind it, unseen and unread. */
export function DialogTrouble() {
  const notices = useWindow((state) => state.notices)
  const dismiss = useWindow((state) => state.dismiss)
  const [earlier] = useState(notices)
  const [trouble, setTrouble] = useState<Notice | null>(null)
  const newest = notices.findLast((notice) => notice.kind === 'trouble' && !earlier.includes(notice)) ?? null
  useEffect(() => {
    if (newest === null) return
    setTrouble(newest)
    dismiss(newest.id)
  }, [newest, dismiss])
  if (trouble === null) return null
  return (
    <p key={trouble.id} role="alert" className="dialog-trouble">
      <TriangleAlert size={15} aria-hidden="true" />
      <span>
        <strong>{trouble.message}</strong> {trouble.remedy}
      </span>
    </p>
  )
}
