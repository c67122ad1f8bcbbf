/**
 * An attempt keeps what the gateway had listed before it, which it cannot have made, and the account that took it: a
 * message that is sent again may go through another one.
 */
export const id = 280
export const name = 'attempt-others'

export const sql = `
ALTER TABLE attempt ADD COLUMN others TEXT;
ALTER TABLE attempt ADD COLUMN gateway TEXT;
UPDATE attempt SET gateway = message.gateway
FROM message
WHERE message.id = attempt.message_id AND attempt."end" = 'accepted';
CREATE INDEX attempt_accepted ON attempt (detail, gateway) WHERE "end" = 'accepted';
`
