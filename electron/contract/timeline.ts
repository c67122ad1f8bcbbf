/** How much of a time line is told at a time. */

/** Items of one page, unless asked for more. */
export const pageLength = 60
/** … and never more than this. */
export const mostItems = 400
