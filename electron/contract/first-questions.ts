/**
 * What the window asks first of all, word for word as its store asks it (renderer/store/sync.ts; a test compares). The
 * preload asks it before the page's scripts are there, so that they find the answers when they begin.
 */
import type { CommandInput, CommandName } from './commands.ts'
import { noFilter } from './list-limits.ts'

type Question = { [N in CommandName]: [name: N, input: CommandInput<N>] }[CommandName]

/** Rows of a list that is read first: some screens of them. */
export const firstPage = 40

export const firstQuestions: readonly Question[] = [
  ['app:info', undefined],
  ['settings:get', undefined],
  ['conversations:list', { tab: 'needs-reply', filter: noFilter, limit: firstPage }],
  ['health:get', undefined],
  ['live:get', undefined],
  ['call-back:get', undefined],
  ['drafts:list', undefined],
]
