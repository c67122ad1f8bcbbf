/** The pictures that came with texts. The files lie beside the inbox; here is what is known of them. */
export const id = 60
export const name = 'pictures'

export const sql = `
CREATE TABLE picture (
  -- The provider's id.
  id TEXT PRIMARY KEY,
  message_id TEXT NOT NULL REFERENCES message (id) ON DELETE CASCADE,
  place INTEGER NOT NULL,
  -- Name of the file; null when it was not taken.
  file TEXT,
  -- Why it was not taken, in plain words.
  problem TEXT
) STRICT;
CREATE INDEX picture_by_message ON picture (message_id, place);

-- Texts whose pictures are not all here yet.
CREATE TABLE picture_fetch (
  message_id TEXT PRIMARY KEY REFERENCES message (id) ON DELETE CASCADE,
  due_at INTEGER NOT NULL,
  tries INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX picture_fetch_due ON picture_fetch (due_at);

INSERT INTO picture_fetch (message_id, due_at)
  SELECT id, at FROM message WHERE direction = 'in' AND media > 0;
`
