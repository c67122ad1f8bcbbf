/** Short notices at the foot of the window: what was done (with undo) and what could not be done (with a remedy). */
import type { CommandInput, CommandName } from '../../electron/contract/commands.ts'
import type { Bridge } from '../../electron/contract/bridge.ts'
import type { Failure } from '../../electron/contract/result.ts'
import type { Slice } from './slice.ts'

export interface Notice {
  id: number
  kind: 'done' | 'trouble'
  message: string
  remedy: string | null
  undo: (() => void) | null
}

export interface NoticeSlice {
  notices: Notice[]
  /** Says what was done; `undo` puts a button beside it. */
  tell: (message: string, undo?: () => void) => void
  /** Says what could not be done. */
  complain: (failure: Failure) => void
  dismiss: (id: number) => void
  /** Sends a command whose only answer is yes or no; a no becomes a notice. True when it worked. */
  run: <N extends CommandName>(name: N, input: CommandInput<N>) => Promise<boolean>
}

/** More than this at a time would cover the list. */
const mostNotices = 3

export function noticeSlice(bridge: Bridge): Slice<NoticeSlice> {
  let lastId = 0
  return (set, get) => {
    const add = (notice: Omit<Notice, 'id'>): void => {
      lastId += 1
      const id = lastId
      set(({ notices }) => ({ notices: [...notices, { ...notice, id }].slice(-mostNotices) }))
    }
    return {
      notices: [],
      tell: (message, undo) => add({ kind: 'done', message, remedy: null, undo: undo ?? null }),
      complain: (failure) =>
        add({ kind: 'trouble', message: failure.message, remedy: failure.remedy ?? null, undo: null }),
      dismiss: (id) => set(({ notices }) => ({ notices: notices.filter((notice) => notice.id !== id) })),
      run: async (name, input) => {
        const result = await bridge.request(name, input)
        if (!result.ok) get().complain(result.failure)
        return result.ok
      },
    }
  }
}
