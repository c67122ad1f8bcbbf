/** Until when a conversation was read, and which texts wait in it: for the "new" line and the foot of its time line. */
export const id = 140
export const name = 'reading'

export const sql = `
-- Until when staff have read it, by this PC's clock; null when nobody ever has.
ALTER TABLE conversation ADD COLUMN read_at INTEGER;
UPDATE conversation SET read_at = last_activity_at WHERE unread = 0;
UPDATE conversation SET read_at =
  (SELECT max(at) FROM message WHERE conversation_id = conversation.id AND author = 'staff')
  WHERE unread = 1;

CREATE INDEX message_waiting ON message (conversation_id) WHERE state = 'queued';
`
