/** The list of all commands: whether it is open, what can be done now, and what was done lately. */
import type { InSight } from '../commands/in-sight.ts'
import { readStored, writeStored } from './stored-value.ts'
import type { Slice } from './slice.ts'

const key = 'ringback.recent-commands'
const mostRecent = 5

export interface PaletteSlice {
  /** The ids of what could be done when the list was opened, before it took the focus; null while it is closed. */
  palette: readonly string[] | null
  /** The buttons that were in sight then. */
  paletteInSight: readonly InSight[]
  /** What was done from the list, the latest first, by id. */
  recentCommands: readonly string[]
  openPalette: (possible: readonly string[], inSight: readonly InSight[]) => void
  closePalette: () => void
  rememberCommand: (id: string) => void
}

export function paletteSlice(): Slice<PaletteSlice> {
  return (set, get) => ({
    palette: null,
    paletteInSight: [],
    recentCommands: readStored(key).split(' ').filter(Boolean),
    openPalette: (palette, paletteInSight) => set({ palette, paletteInSight }),
    closePalette: () => set({ palette: null, paletteInSight: [] }),
    rememberCommand: (id) => {
      const recentCommands = [id, ...get().recentCommands.filter((other) => other !== id)].slice(0, mostRecent)
      set({ recentCommands })
      writeStored(key, recentCommands.join(' '))
    },
  })
}
