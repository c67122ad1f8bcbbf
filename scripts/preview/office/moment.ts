/** All of the made-up office is told relative to the moment of the picture. */

export const minute = 60_000
export const hour = 60 * minute
export const day = 24 * hour

export const now = Date.now()
