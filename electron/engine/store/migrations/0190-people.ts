/** More of a contact: the company, what the phone system calls them, and several numbers of one person. */
export const id = 190
export const name = 'people'

export const sql = `
ALTER TABLE contact ADD COLUMN company TEXT NOT NULL DEFAULT '';
-- Kept beside the name that staff gave, and back in its place when they take theirs away.
ALTER TABLE contact ADD COLUMN pbx_name TEXT;
UPDATE contact SET pbx_name = name WHERE name_source = 'pbx';
-- Contacts with the same one are numbers of one person: name, company, notes, tags and a block are the same on each.
ALTER TABLE contact ADD COLUMN person_id TEXT;
CREATE INDEX contact_by_person ON contact (person_id) WHERE person_id IS NOT NULL;
-- For "others of this name", and for choosing one by the beginning of the name.
CREATE INDEX contact_by_name ON contact (name COLLATE NOCASE) WHERE name IS NOT NULL;
`
