/** Which notifications whoever sits at this PC wants, and which of them may be heard. */
import type { ToastChoices, ToastKind } from '../contract/pc-settings.ts'

/** `mended` ends a `trouble`; the last two answer what somebody just did, and cannot be turned off. */
export type ShownKind = ToastKind | 'mended' | 'tray' | 'refused'

export const usualToasts: ToastChoices = { kinds: { reply: true, missed: true, trouble: true }, sound: 'all' }

const chosenAs: Record<ShownKind, ToastKind | null> = {
  reply: 'reply',
  missed: 'missed',
  trouble: 'trouble',
  mended: 'trouble',
  tray: null,
  refused: null,
}

export function howToShow(kind: ShownKind, { kinds, sound }: ToastChoices): { wanted: boolean; silent: boolean } {
  const chosen = chosenAs[kind]
  const heard = sound === 'all' || (sound === 'replies' && kind === 'reply')
  return { wanted: chosen === null || kinds[chosen], silent: !heard }
}
