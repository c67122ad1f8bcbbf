/** What is known of the phone system's endpoints, what the office says of them, and the office's own lines. */
export const id = 30
export const name = 'parties'

export const sql = `
CREATE TABLE endpoint (
  -- As the phone system spells it, e.g. PJSIP/trunk; it tells no capitals apart.
  name TEXT PRIMARY KEY COLLATE NOCASE,
  -- The office's own word, which outweighs every sign.
  choice TEXT CHECK (choice IN ('outside', 'inside')),
  chosen_at INTEGER,
  -- JSON: what the phone system's settings say, and what calls have shown.
  settings TEXT NOT NULL,
  calls TEXT NOT NULL,
  -- In calls; null when it is only known from the settings.
  first_seen_at INTEGER,
  last_seen_at INTEGER,
  changed_at INTEGER NOT NULL,
  CHECK ((choice IS NULL) = (chosen_at IS NULL))
) STRICT;

-- Numbers that people outside have dialled to reach the office. Their names stand with the settings.
CREATE TABLE line (
  number TEXT PRIMARY KEY,
  calls INTEGER NOT NULL,
  first_seen_at INTEGER NOT NULL,
  last_seen_at INTEGER NOT NULL
) STRICT;

INSERT INTO line (number, calls, first_seen_at, last_seen_at)
  SELECT line, count(*), min(started_at), max(started_at) FROM call
  WHERE direction = 'inbound' AND length(ltrim(line, '+')) >= 7 AND ltrim(line, '+') NOT GLOB '*[^0-9]*'
  GROUP BY line;
`
