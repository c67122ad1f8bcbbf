/** Open questions are kept by number, as opt-outs are: they survive the deletion of the contact. */
export const id = 40
export const name = 'opt-out-questions'

export const sql = `
CREATE TABLE opt_out_question (
  id INTEGER PRIMARY KEY,
  number TEXT NOT NULL,
  at INTEGER NOT NULL
) STRICT;
CREATE INDEX opt_out_question_number ON opt_out_question (number, at);

INSERT INTO opt_out_question (number, at)
  SELECT contact.number, happening.at FROM happening
    JOIN conversation ON conversation.id = happening.conversation_id
    JOIN contact ON contact.id = conversation.contact_id
  WHERE happening.event = 'ask-opt-out'
  ORDER BY happening.at;
`
