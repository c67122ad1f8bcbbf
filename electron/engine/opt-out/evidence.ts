/**
 * What stands as evidence where nothing is quoted. These are kept in the ledger and in the copy beside the inbox, and
 * are told apart by their letters, so that they are never reworded: people read the catalogue's words for them.
 */
export const evidence = {
  byStaff: 'entered by staff',
  fromCopy: 'from the copy beside the inbox',
  /** Numbers were taken apart: whether the wish held for both is no question any more. */
  notTheirs: 'entered by staff: the number belongs to somebody else',
} as const
