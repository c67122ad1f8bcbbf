/** Calls of which a part fell into a time without a connection: what is known of them is not enough for a text. */
export const id = 20
export const name = 'part-unseen'

export const sql = `
ALTER TABLE call ADD COLUMN part_unseen INTEGER NOT NULL DEFAULT 0;
CREATE INDEX gap_by_end ON gap (to_at);
`
