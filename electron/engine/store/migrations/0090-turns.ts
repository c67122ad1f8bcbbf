/** Automatic texts that answer no call of just now take turns, so that many at once do not set off the brake. */
export const id = 90
export const name = 'turns'

export const sql = `
-- By when such a text has to go out (epoch ms), earliest first; null for all others, which wait for nobody.
ALTER TABLE outbox ADD COLUMN go_by INTEGER;
CREATE INDEX outbox_turn ON outbox (state, due_at) WHERE go_by IS NOT NULL;

-- The steps have one digit each. A first text planned so long after its call waited for the office to open.
UPDATE outbox SET go_by = planned_at + CASE step WHEN '2' THEN 3600000 ELSE 10800000 END
FROM (
  SELECT message.id, substr(follow_up.plan, message.step * 2 - 1, 1) AS step, call.ended_at
  FROM message
    JOIN follow_up ON follow_up.id = message.follow_up_id
    JOIN call ON call.id = follow_up.call_id
) AS text
WHERE text.id = outbox.message_id AND planned_at IS NOT NULL AND urged = 0
  AND (step != '1' OR planned_at > ended_at + 1200000);
`
