/** A person with several numbers stands in the list once: by the conversation that waits, else by the newest one. */
export const id = 270
export const name = 'one-row-per-person'

/** Conversations with the numbers of this person, as `conversation.contact_id`. */
const numbersOf = (person: string) => `(SELECT id FROM contact WHERE person_id = ${person})`

/** The one that stands in the list: who waits longest for us, then whom we wait for, then what is newest. */
const first = (person: string) => `(
  SELECT one.id FROM contact AS number CROSS JOIN conversation AS one ON one.contact_id = number.id
  WHERE number.person_id = ${person}
  ORDER BY one.state = 'done', one.state = 'waiting', one.waiting_since, one.last_activity_at DESC, one.id LIMIT 1
)`

const choose = (person: string) => `
  UPDATE conversation SET behind = nullif(${first(person)}, id)
  WHERE contact_id IN ${numbersOf(person)} AND behind IS NOT nullif(${first(person)}, id);`

/** Within a trigger on conversation. */
const chooseFor = (row: 'new' | 'old') => choose(`(SELECT person_id FROM contact WHERE id = ${row}.contact_id)`)
const isOneOfSeveral = (row: 'new' | 'old') =>
  `EXISTS (SELECT 1 FROM contact WHERE id = ${row}.contact_id AND person_id IS NOT NULL)`

export const sql = `
-- The conversation with the same person that stands in the list in its place; null for one that stands there itself.
-- Kept by the database itself, whoever moves conversations on or makes numbers one person's.
ALTER TABLE conversation ADD COLUMN behind TEXT;

DROP TRIGGER conversation_counted;
DROP TRIGGER conversation_moved;
DROP TRIGGER conversation_uncounted;
CREATE TRIGGER conversation_counted AFTER INSERT ON conversation WHEN new.behind IS NULL BEGIN
  UPDATE conversation_count SET count = count + 1 WHERE state = new.state;
END;
CREATE TRIGGER conversation_moved AFTER UPDATE OF state, behind ON conversation
  WHEN old.state <> new.state OR (old.behind IS NULL) <> (new.behind IS NULL) BEGIN
  UPDATE conversation_count SET count = count - 1 WHERE state = old.state AND old.behind IS NULL;
  UPDATE conversation_count SET count = count + 1 WHERE state = new.state AND new.behind IS NULL;
END;
CREATE TRIGGER conversation_uncounted AFTER DELETE ON conversation WHEN old.behind IS NULL BEGIN
  UPDATE conversation_count SET count = count - 1 WHERE state = old.state;
END;

CREATE TRIGGER row_of_new_conversation AFTER INSERT ON conversation WHEN ${isOneOfSeveral('new')} BEGIN
  ${chooseFor('new')}
END;
CREATE TRIGGER row_of_moved_conversation AFTER UPDATE OF state, waiting_since, last_activity_at ON conversation
  WHEN ${isOneOfSeveral('new')} BEGIN
  ${chooseFor('new')}
END;
CREATE TRIGGER row_of_gone_conversation AFTER DELETE ON conversation WHEN ${isOneOfSeveral('old')} BEGIN
  ${chooseFor('old')}
END;
CREATE TRIGGER row_of_person AFTER UPDATE OF person_id ON contact WHEN old.person_id IS NOT new.person_id BEGIN
  UPDATE conversation SET behind = NULL
    WHERE contact_id = new.id AND new.person_id IS NULL AND behind IS NOT NULL;
  ${choose('old.person_id')}
  ${choose('new.person_id')}
END;

-- What is searched for is met along these without touching the conversations themselves.
DROP INDEX conversation_by_contact_no;
CREATE INDEX conversation_by_contact_no
  ON conversation (contact_no, last_activity_at DESC, id, state, line, behind);
DROP INDEX conversation_by_activity_with_contact;
CREATE INDEX conversation_by_activity_with_contact
  ON conversation (last_activity_at DESC, id, contact_no, state, line, behind);

UPDATE conversation SET behind = nullif((
  SELECT one.id FROM contact AS mine
  CROSS JOIN contact AS number ON number.person_id = mine.person_id
  CROSS JOIN conversation AS one ON one.contact_id = number.id
  WHERE mine.id = conversation.contact_id
  ORDER BY one.state = 'done', one.state = 'waiting', one.waiting_since, one.last_activity_at DESC, one.id LIMIT 1
), id) WHERE contact_id IN (SELECT id FROM contact WHERE person_id IS NOT NULL);
`
