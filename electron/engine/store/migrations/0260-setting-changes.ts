/** Who changed which setting when, from what to what. */
export const id = 260
export const name = 'setting-changes'

export const sql = `
CREATE TABLE setting_change (
  -- Newest last, also where a clock was set back.
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  at INTEGER NOT NULL,
  -- The PC's user; empty: Ringback by itself.
  who TEXT NOT NULL,
  section TEXT NOT NULL,
  -- Within the section, e.g. 'steps.first.usual'; empty: all of it.
  field TEXT NOT NULL,
  -- JSON; both null for a secret, of which nothing more is told.
  before TEXT,
  after TEXT
) STRICT;
`
