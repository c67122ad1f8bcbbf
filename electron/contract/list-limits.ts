/** What both ends of the list go by. Apart from its schemas: the window has no use for what checks them. */
import type { ListFilter } from './list-commands.ts'

/** Conversations in one request, which is one transaction; the window sends more in several. */
export const mostAtOnce = 200

/** Under a filter the tabs are counted this far only: more is shown as "999+". */
export const mostCounted = 999

export const noFilter: ListFilter = { line: null, tagIds: [], from: null, to: null }
