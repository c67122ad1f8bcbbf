/** What staff write with: quick replies, drafts, and their own words for one automatic text. */
export const id = 150
export const name = 'writing'

export const sql = `
-- 1: staff wrote this automatic text themselves; no template is put in its place.
ALTER TABLE message ADD COLUMN edited INTEGER NOT NULL DEFAULT 0;

CREATE TABLE quick_reply (
  id TEXT PRIMARY KEY,
  -- What is typed after the slash.
  name TEXT NOT NULL,
  -- With fields, as the automatic texts have them.
  template TEXT NOT NULL,
  uses INTEGER NOT NULL DEFAULT 0,
  used_at INTEGER,
  created_at INTEGER NOT NULL
) STRICT;

-- What was typed and not sent.
CREATE TABLE draft (
  conversation_id TEXT NOT NULL REFERENCES conversation (id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('text', 'note')),
  body TEXT NOT NULL,
  changed_at INTEGER NOT NULL,
  PRIMARY KEY (conversation_id, kind)
) STRICT, WITHOUT ROWID;
`
