/** What the list of conversations needs to answer at once, however long it is: counts, and an index for each filter. */
export const id = 110
export const name = 'inbox-list'

export const sql = `
-- How many conversations are in each state; triggers keep it.
CREATE TABLE conversation_count (
  state TEXT PRIMARY KEY,
  count INTEGER NOT NULL
) STRICT;
INSERT INTO conversation_count VALUES ('needs-reply', 0), ('waiting', 0), ('done', 0);
UPDATE conversation_count SET count =
  (SELECT count(*) FROM conversation WHERE conversation.state = conversation_count.state);

CREATE TRIGGER conversation_counted AFTER INSERT ON conversation BEGIN
  UPDATE conversation_count SET count = count + 1 WHERE state = new.state;
END;
CREATE TRIGGER conversation_moved AFTER UPDATE OF state ON conversation WHEN old.state <> new.state BEGIN
  UPDATE conversation_count SET count = count - 1 WHERE state = old.state;
  UPDATE conversation_count SET count = count + 1 WHERE state = new.state;
END;
CREATE TRIGGER conversation_uncounted AFTER DELETE ON conversation BEGIN
  UPDATE conversation_count SET count = count - 1 WHERE state = old.state;
END;

CREATE INDEX conversation_by_line ON conversation (line, last_activity_at DESC, id);
CREATE INDEX conversation_by_line_and_state ON conversation (line, state, last_activity_at DESC, id);
CREATE INDEX conversation_by_line_and_wait ON conversation (line, waiting_since, id) WHERE state = 'needs-reply';
`
