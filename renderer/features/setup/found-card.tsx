import { useEffect } from 'react'
import type { PartyView } from '../../../electron/contract/view-models.ts'
import { useWindow } from '../../store/window-store.ts'
import { text } from '../../text/index.ts'
import './pbx-person.css'

/** Which phones and lines Ringback knows so far. */
export function FoundCard() {
  const parties = useWindow((state) => state.parties)
  const refresh = useWindow((state) => state.refreshParties)
  const words = text.setup.phone.foundCard
  useEffect(() => {
    void refresh()
  }, [refresh])
  if (!parties) return null
  const { inside, outside, lines, settingsRead } = parties
  return (
    <section className="check-card found-card" role="status">
      <h3>{words.title}</h3>
      <dl className="pbx-fields">
        <div>
          <dt>{words.phones}</dt>
          <dd className="selectable">{names(inside) || words.none}</dd>
        </div>
        <div>
          <dt>{words.trunks}</dt>
          <dd className="selectable">{names(outside) || words.none}</dd>
        </div>
        <div>
          <dt>{words.lines}</dt>
          <dd className="selectable">
            {lines.map(({ name, numberForPeople }) => name ?? numberForPeople).join(', ') || words.none}
          </dd>
        </div>
      </dl>
      <p className="help">{settingsRead === false ? words.later : words.change}</p>
    </section>
  )
}

function names(parties: PartyView[]): string {
  return parties.map(({ name, endpoint }) => name ?? endpoint).join(', ')
}
