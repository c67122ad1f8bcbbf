/**
 * An index of all words for the search, kept by store/search-index.ts: triggers note what changed in `search_due`,
 * which the same transaction empties again. Rows that were there before are taken in bit by bit after the start.
 */
export const id = 100
export const name = 'inbox-search'

const options = `content='', contentless_delete=1, detail=none, tokenize='ascii'`

/** What a text must be to be found: not cancelled, and not one that is only planned. */
const said = (row: string) =>
  `(${row}.state <> 'cancelled' AND NOT (${row}.author = 'auto' AND ${row}.state IN ('queued', 'sending')))`

const due = (kind: string, row: string) => `INSERT OR IGNORE INTO search_due (kind, id) VALUES ('${kind}', ${row}.id)`

export const sql = `
-- Row numbers in the indexes below. Those of texts and notes rise with their time: its milliseconds times 1024, and
-- something to tell apart what has the same; even for texts, odd for notes. Null: not in the index.
ALTER TABLE contact ADD COLUMN search_no INTEGER;
ALTER TABLE message ADD COLUMN search_no INTEGER;
ALTER TABLE note ADD COLUMN search_no INTEGER;
CREATE UNIQUE INDEX contact_by_search ON contact (search_no);
-- With what is asked of each hit, so that the rows themselves need not be read.
CREATE INDEX message_by_search ON message (search_no, conversation_id);
CREATE INDEX note_by_search ON note (search_no, conversation_id);

-- Its contact's row in the index.
ALTER TABLE conversation ADD COLUMN contact_no INTEGER;
CREATE TRIGGER search_conversation_added AFTER INSERT ON conversation BEGIN
  UPDATE conversation SET contact_no = (SELECT search_no FROM contact WHERE id = new.contact_id) WHERE id = new.id;
END;
CREATE TRIGGER search_conversation_changed AFTER UPDATE OF contact_id ON conversation BEGIN
  UPDATE conversation SET contact_no = (SELECT search_no FROM contact WHERE id = new.contact_id) WHERE id = new.id;
END;
CREATE TRIGGER search_contact_numbered AFTER UPDATE OF search_no ON contact BEGIN
  UPDATE conversation SET contact_no = new.search_no WHERE contact_id = new.id;
END;
CREATE INDEX conversation_by_contact_no ON conversation (contact_no, last_activity_at DESC, id, state, line);
CREATE INDEX conversation_by_activity_with_contact
  ON conversation (last_activity_at DESC, id, contact_no, state, line);

-- The words stand in them as store/search-words.ts writes them.
CREATE VIRTUAL TABLE search_contact USING fts5(words, ${options}, prefix='1 2 3 4');
CREATE VIRTUAL TABLE search_text USING fts5(words, ${options}, prefix='1 2 3');

-- What is to be taken into the index, or taken in anew.
CREATE TABLE search_due (
  kind TEXT NOT NULL CHECK (kind IN ('contact', 'message', 'note')),
  id TEXT NOT NULL,
  PRIMARY KEY (kind, id)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER search_contact_added AFTER INSERT ON contact BEGIN ${due('contact', 'new')}; END;
-- Of any column, also of those that later versions add; what the index itself writes does not count.
CREATE TRIGGER search_contact_changed AFTER UPDATE ON contact WHEN old.search_no IS new.search_no
  BEGIN ${due('contact', 'new')}; END;
CREATE TRIGGER search_contact_removed AFTER DELETE ON contact WHEN old.search_no IS NOT NULL
  BEGIN DELETE FROM search_contact WHERE rowid = old.search_no; END;

CREATE TRIGGER search_message_added AFTER INSERT ON message WHEN ${said('new')} BEGIN ${due('message', 'new')}; END;
CREATE TRIGGER search_message_changed AFTER UPDATE OF state, body ON message
  WHEN old.body <> new.body OR ${said('old')} <> ${said('new')} BEGIN ${due('message', 'new')}; END;
CREATE TRIGGER search_message_removed AFTER DELETE ON message WHEN old.search_no IS NOT NULL
  BEGIN DELETE FROM search_text WHERE rowid = old.search_no; END;

CREATE TRIGGER search_note_added AFTER INSERT ON note BEGIN ${due('note', 'new')}; END;
CREATE TRIGGER search_note_changed AFTER UPDATE OF body ON note BEGIN ${due('note', 'new')}; END;
CREATE TRIGGER search_note_removed AFTER DELETE ON note WHEN old.search_no IS NOT NULL
  BEGIN DELETE FROM search_text WHERE rowid = old.search_no; END;

INSERT INTO search_due SELECT 'contact', id FROM contact;
INSERT INTO search_due SELECT 'message', id FROM message WHERE ${said('message')};
INSERT INTO search_due SELECT 'note', id FROM note;
`
