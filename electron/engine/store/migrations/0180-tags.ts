/** Tags that staff put on contacts. */
export const id = 180
export const name = 'tags'

export const sql = `
CREATE TABLE tag (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  -- The name as it is compared: no two tags differ in their capitals only.
  folded TEXT NOT NULL UNIQUE,
  colour TEXT NOT NULL
) STRICT;

CREATE TABLE contact_tag (
  contact_id TEXT NOT NULL REFERENCES contact (id) ON DELETE CASCADE,
  tag_id TEXT NOT NULL REFERENCES tag (id) ON DELETE CASCADE,
  PRIMARY KEY (contact_id, tag_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX contact_tag_by_tag ON contact_tag (tag_id, contact_id);
`
