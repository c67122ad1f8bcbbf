import { useEffect, useRef } from 'react'
import { ToggleButton } from 'react-aria-components'
import type { CommandInput } from '../../../electron/contract/commands.ts'
import type { PartyView } from '../../../electron/contract/view-models.ts'
import { useWindow } from '../../store/window-store.ts'
import { text } from '../../text/index.ts'

const sides = ['outside', 'inside'] as const
type Choice = CommandInput<'parties:choose'>['side']

interface PartyRowProps {
  party: PartyView
  /** It has just been put into this list by the one who works here. */
  takesFocus: boolean
  onChosen: (endpoint: string) => void
}

/** One endpoint: what it is taken for, why, and one button for each side. Pressing the pressed one takes it back. */
export function PartyRow({ party, takesFocus, onChosen }: PartyRowProps) {
  const run = useWindow((state) => state.run)
  const tell = useWindow((state) => state.tell)
  const buttons = useRef<HTMLDivElement>(null)
  const { endpoint, name, side, by, sure, why } = party
  const chosen: Choice = by === 'office' ? side : null
  useEffect(() => {
    if (takesFocus) buttons.current?.querySelector<HTMLElement>(`[data-side="${side}"]`)?.focus()
    // Only on its arrival: what happens to the row later moves nobody.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [])

  const choose = async (next: Choice, before: Choice | undefined): Promise<void> => {
    onChosen(endpoint)
    if (!(await run('parties:choose', { endpoint, side: next }))) return
    const told =
      next === null ? text.parties.toldGuess : next === 'outside' ? text.parties.toldOutside : text.parties.toldInside
    tell(told(endpoint), before === undefined ? undefined : () => void choose(before, undefined))
  }

  return (
    <li className="party">
      <div className="party-words">
        <strong className="selectable">{endpoint}</strong>
        {name === null ? null : <span className="party-name">{name}</span>}
        {chosen !== null ? <span className="party-mark">{text.parties.chosen}</span> : null}
        {sure ? null : <span className="party-mark unsure">{text.parties.unsure}</span>}
        {chosen === null ? <p>{why.length > 0 ? text.parties.because(why) : text.parties.noReason}</p> : null}
      </div>
      <div className="party-sides" role="group" aria-label={text.parties.leads(endpoint)} ref={buttons}>
        {sides.map((one) => (
          <ToggleButton
            key={one}
            className={`party-side focusable${chosen === null && one === side ? ' guessed' : ''}`}
            data-side={one}
            isSelected={chosen === one}
            onChange={(isSelected) => void choose(isSelected ? one : null, chosen)}
          >
            {text.parties.side[one]}
          </ToggleButton>
        ))}
      </div>
    </li>
  )
}
