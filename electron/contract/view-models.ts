/**
 * What the window draws: projections of the store, ready to show. All instants are epoch milliseconds (UTC);
 * numbers are E.164 with a national spelling beside them. The renderer formats times, never numbers.
 */
export type * from './inbox-views.ts'
export type * from './conversation-views.ts'
export type * from './timeline-views.ts'
export type * from './health-views.ts'
export type * from './calling-views.ts'
export type * from './settings-views.ts'
export type * from './app-views.ts'
export type * from './parties-views.ts'
