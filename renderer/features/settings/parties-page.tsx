import { useEffect, useState } from 'react'
import type { ReactNode } from 'react'
import { PhoneIncoming } from 'lucide-react'
import type { Parties, PartyView } from '../../../electron/contract/view-models.ts'
import { useWindow } from '../../store/window-store.ts'
import { useNow } from '../../ui/use-now.ts'
import { text } from '../../text/index.ts'
import { LoadFailure } from '../../ui/load-failure.tsx'
import { LineRow } from './line-row.tsx'
import { PartyRow } from './party-row.tsx'
import './parties.css'

/** Trunks, desk phones and the office's numbers as they were found, for somebody who knows better. */
export function PartiesPage() {
  const parties = useWindow((state) => state.parties)
  const failure = useWindow((state) => state.partiesFailure)
  const refresh = useWindow((state) => state.refreshParties)
  useEffect(() => {
    void refresh()
  }, [refresh])

  return (
    <div className="parties">
      <h2>{text.settings.phoneTabs.parties}</h2>
      <p className="form-lead">{text.parties.lead}</p>
      {parties ? <Found parties={parties} /> : null}
      {!parties && failure ? (
        <LoadFailure title={text.parties.failedToLoad} failure={failure} onRetry={() => void refresh()} />
      ) : null}
    </div>
  )
}

function Found({ parties: { outside, inside, lines, settingsRead } }: { parties: Parties }) {
  const now = useNow(60_000)
  // A row that was put right moves to the other list, and whoever uses the keyboard moves with it.
  const [moved, setMoved] = useState<string | null>(null)
  const rows = (list: PartyView[]) =>
    list.map((party) => (
      <PartyRow key={party.endpoint} party={party} takesFocus={moved === party.endpoint} onChosen={setMoved} />
    ))
  if (outside.length + inside.length + lines.length === 0) {
    return (
      <>
        <Nothing />
        {settingsRead === false ? <p className="parties-hint">{text.parties.noList}</p> : null}
      </>
    )
  }
  return (
    <>
      <Group title={text.parties.lines} help={text.parties.linesHelp}>
        {lines.map((line) => (
          <LineRow key={line.number} line={line} now={now} />
        ))}
      </Group>
      <Group title={text.parties.outside} help={text.parties.outsideHelp}>
        {rows(outside)}
      </Group>
      <Group title={text.parties.inside} help={text.parties.insideHelp}>
        {rows(inside)}
      </Group>
      {settingsRead === false ? <p className="parties-hint">{text.parties.noList}</p> : null}
    </>
  )
}

function Group({ title, help, children }: { title: string; help: string; children: ReactNode[] }) {
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      <p className="help">{help}</p>
      {children.length > 0 ? (
        <ul>{children}</ul>
      ) : (
        <p className="parties-none">
          {text.parties.empty}: {text.parties.emptyBody.charAt(0).toLowerCase() + text.parties.emptyBody.slice(1)}
        </p>
      )}
    </section>
  )
}

function Nothing() {
  return (
    <div className="empty">
      <PhoneIncoming size={24} strokeWidth={1.6} aria-hidden="true" />
      <strong>{text.parties.empty}</strong>
      <p>{text.parties.emptyBody}</p>
    </div>
  )
}
