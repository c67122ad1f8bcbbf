/**
 * When a call began by the gateway's own clock: whether somebody has texted the caller since is told by it, whatever this
 * PC's clock has been set to between the two.
 */
export const id = 310
export const name = 'call-at-gateway'

export const sql = `
-- Null where the clocks had not been compared just before.
ALTER TABLE follow_up ADD COLUMN gateway_time INTEGER;
`
