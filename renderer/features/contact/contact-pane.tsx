import { Suspense } from 'react'
import { useWindow } from '../../store/window-store.ts'
import { text } from '../../text/index.ts'
import { ContactDetails } from '../shell/later-pages.tsx'
import './contact.css'

/** Who it is. */
export function ContactPane() {
  const detail = useWindow((state) => state.detail)
  return (
    <aside className="contact" aria-label={text.contact.region}>
      {detail ? (
        <Suspense>
          <ContactDetails key={detail.contact.id} detail={detail} />
        </Suspense>
      ) : null}
    </aside>
  )
}
