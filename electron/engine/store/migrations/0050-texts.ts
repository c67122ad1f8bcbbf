/** The first text's template moves to the other texts, which have a section of their own among the settings. */
export const id = 50
export const name = 'texts'

export const sql = `
INSERT INTO setting (name, value, changed_at)
  SELECT 'texts', json_object('steps', json_object('first', json_object('usual', json_extract(value, '$.template')))),
    changed_at
  FROM setting WHERE name = 'follow-up' AND json_extract(value, '$.template') IS NOT NULL;

UPDATE setting SET value = json_remove(value, '$.template') WHERE name = 'follow-up';
`
