/** Which phone had what part in which call from outside: "calls of 102", and which phones never answer. */
export const id = 230
export const name = 'call-phones'

/** One row a phone, however often the call came to it; what it did best counts, in this order. */
const partOf = `CASE
  WHEN max(leg.value ->> 'how' = 'answered') THEN 'answered'
  WHEN max(leg.value ->> 'how' = 'elsewhere') THEN 'elsewhere'
  WHEN max(leg.value ->> 'how' IN ('busy', 'declined')) THEN 'refused'
  WHEN max(leg.value ->> 'rangAt' IS NOT NULL) THEN 'rang'
  WHEN max(leg.value ->> 'how' = 'unreachable') THEN 'unreachable'
  ELSE 'unknown' END`

const fill = (call: string, where: string) => `
  INSERT OR IGNORE INTO call_phone (phone, ended_at, call_id, part)
    SELECT leg.value ->> 'phone', ${call}.ended_at, ${call}.id, ${partOf}
    ${where}
    GROUP BY ${call}.id, leg.value ->> 'phone';`

export const sql = `
CREATE TABLE call_phone (
  phone TEXT NOT NULL,
  -- Of the call.
  ended_at INTEGER NOT NULL,
  call_id TEXT NOT NULL REFERENCES call (id) ON DELETE CASCADE,
  -- 'rang': nobody picked it up. 'elsewhere': another one took the call. 'refused': busy or declined.
  part TEXT NOT NULL CHECK (part IN ('answered', 'elsewhere', 'rang', 'refused', 'unreachable', 'unknown')),
  PRIMARY KEY (phone, ended_at DESC, call_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX call_phone_by_end ON call_phone (ended_at, phone, part);
CREATE INDEX call_phone_of_call ON call_phone (call_id);

CREATE TRIGGER phones_of_new_call AFTER INSERT ON call
  WHEN NEW.direction = 'inbound' AND json_valid(NEW.legs) BEGIN
  ${fill('NEW', `FROM json_each(NEW.legs) AS leg WHERE leg.value ->> 'phone' IS NOT NULL`)}
END;
${fill(
  'call',
  `FROM call, json_each(call.legs) AS leg
    WHERE call.direction = 'inbound' AND json_valid(call.legs) AND leg.value ->> 'phone' IS NOT NULL`,
)}
`
