/** Automatic texts that only the copy beside a restored inbox knows of: so that nobody gets a second one. */
export const id = 250
export const name = 'texted'

export const sql = `
CREATE TABLE texted (
  number TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (number, at)
) STRICT, WITHOUT ROWID;
CREATE INDEX texted_by_time ON texted (at);
`
