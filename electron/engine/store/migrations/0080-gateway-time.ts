/** The gateway's own time before an attempt: a text is looked for from then on, whatever this PC's clock says. */
export const id = 80
export const name = 'gateway-time'

export const sql = `
-- As the gateway told it last before the attempt began; null when it had not told it yet.
ALTER TABLE attempt ADD COLUMN gateway_time INTEGER;
`
