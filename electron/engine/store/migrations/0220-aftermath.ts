/**
 * What came of each missed call, beside the call: the Calls page and the overview ask it of a hundred thousand calls at
 * once. Kept right by the database itself, whoever changes calls or texts; the view is the one definition, in words in
 * overview/definitions.ts.
 */
export const id = 220
export const name = 'aftermath'

/** ms, as SQL. */
const hour = '3600000'
const day = `(24 * ${hour})`
const week = `(7 * ${day})`

const facts = 'texted_at, own_text_at, wrote_at, talked_at, talked_out, tried_at'
const missed = "direction = 'inbound' AND outcome = 'missed'"
const accepted = "('sent', 'delivered')"
const bringInStep = `UPDATE call SET (${facts}) = (SELECT ${facts} FROM aftermath WHERE call_id = call.id) WHERE ${missed}`

/** Missed calls of the conversation that something at that instant says something about. */
const around = (conversation: string, at: string) =>
  `conversation_id = ${conversation} AND ended_at > ${at} - ${week} AND ended_at < ${at} + ${day}`

export const sql = `
-- When a text to the caller was with the gateway; the end of the call where they had one already.
ALTER TABLE call ADD COLUMN texted_at INTEGER;
-- When the first text of this very call's follow-up was.
ALTER TABLE call ADD COLUMN own_text_at INTEGER;
-- When the caller wrote.
ALTER TABLE call ADD COLUMN wrote_at INTEGER;
-- When somebody talked with the caller; 1 in talked_out: because the office called.
ALTER TABLE call ADD COLUMN talked_at INTEGER;
ALTER TABLE call ADD COLUMN talked_out INTEGER;
-- When the office first made the caller's phone ring.
ALTER TABLE call ADD COLUMN tried_at INTEGER;

CREATE INDEX call_missed_of_conversation ON call (conversation_id, ended_at) WHERE ${missed};
CREATE INDEX call_missed ON call
  (ended_at DESC, id, line, reason, texted_at, own_text_at, wrote_at, talked_at, talked_out) WHERE ${missed};
-- Those that nobody texted, among which there may be few to be found.
CREATE INDEX call_untexted ON call (ended_at DESC, id, line, reason, party) WHERE ${missed} AND texted_at IS NULL;
-- By what the Calls page filters: read through without touching the calls themselves.
DROP INDEX call_by_end;
CREATE INDEX call_by_end ON call (ended_at DESC, id, direction, outcome, reason, line, party);

CREATE VIEW aftermath AS SELECT
  call.id AS call_id,
  CASE WHEN EXISTS (
    SELECT 1 FROM message
    WHERE message.conversation_id = call.conversation_id AND message.direction = 'out'
      AND message.state IN ${accepted} AND message.follow_up_id IS NOT NULL
      AND message.at > call.ended_at - ${day} AND message.at < call.ended_at
  ) THEN call.ended_at ELSE (
    SELECT min(message.at) FROM message
    WHERE message.conversation_id = call.conversation_id AND message.direction = 'out'
      AND message.state IN ${accepted}
      AND message.at >= call.ended_at AND message.at < call.ended_at + ${day}
  ) END AS texted_at,
  (
    SELECT message.at FROM follow_up JOIN message ON message.follow_up_id = follow_up.id AND message.step = 1
    WHERE follow_up.call_id = call.id AND message.state IN ${accepted} AND message.at >= call.ended_at
  ) AS own_text_at,
  (
    SELECT min(message.at) FROM message
    WHERE message.conversation_id = call.conversation_id AND message.direction = 'in'
      AND message.at > call.ended_at AND message.at < call.ended_at + ${week}
      AND NOT EXISTS (
        SELECT 1 FROM opt_out_audit AS audit
        WHERE audit.number = call.party AND audit.at = message.created_at
          AND audit.change = 'out' AND audit.source = 'text'
      )
  ) AS wrote_at,
  (
    SELECT min(later.started_at) FROM call AS later
    WHERE later.conversation_id = call.conversation_id AND later.outcome = 'answered'
      AND later.started_at >= call.ended_at AND later.started_at < call.ended_at + ${week}
  ) AS talked_at,
  (
    SELECT later.direction = 'outbound' FROM call AS later
    WHERE later.conversation_id = call.conversation_id AND later.outcome = 'answered'
      AND later.started_at >= call.ended_at AND later.started_at < call.ended_at + ${week}
    ORDER BY later.started_at, later.direction LIMIT 1
  ) AS talked_out,
  (
    SELECT min(later.started_at) FROM call AS later
    WHERE later.conversation_id = call.conversation_id AND later.direction = 'outbound'
      AND (later.outcome = 'answered' OR later.end_unseen = 1
        OR coalesce(later.reason, '') NOT IN ('unavailable', 'unattended'))
      AND later.started_at >= call.ended_at AND later.started_at < call.ended_at + ${week}
  ) AS tried_at
FROM call;

CREATE TRIGGER aftermath_of_new_call AFTER INSERT ON call WHEN NEW.conversation_id IS NOT NULL BEGIN
  ${bringInStep} AND id = NEW.id;
  ${bringInStep} AND (NEW.outcome = 'answered' OR NEW.direction = 'outbound')
    AND conversation_id = NEW.conversation_id
    AND ended_at > NEW.started_at - ${week} AND ended_at <= NEW.started_at;
END;
-- Two contacts become one, or a conversation goes.
CREATE TRIGGER aftermath_of_moved_call AFTER UPDATE OF conversation_id ON call
  WHEN OLD.conversation_id IS NOT NEW.conversation_id BEGIN
  ${bringInStep} AND id = NEW.id;
  ${bringInStep} AND ${around('OLD.conversation_id', 'NEW.started_at')};
  ${bringInStep} AND ${around('NEW.conversation_id', 'NEW.started_at')};
END;

CREATE TRIGGER aftermath_of_new_text AFTER INSERT ON message
  WHEN NEW.state IN ('sent', 'delivered', 'received') BEGIN
  ${bringInStep} AND ${around('NEW.conversation_id', 'NEW.at')};
END;
CREATE TRIGGER aftermath_of_changed_text AFTER UPDATE OF state, at, conversation_id, follow_up_id ON message
  WHEN (OLD.state IN ${accepted}) IS NOT (NEW.state IN ${accepted})
    OR OLD.at IS NOT NEW.at OR OLD.conversation_id IS NOT NEW.conversation_id
    OR OLD.follow_up_id IS NOT NEW.follow_up_id BEGIN
  ${bringInStep} AND ${around('NEW.conversation_id', 'NEW.at')};
  ${bringInStep} AND ${around('OLD.conversation_id', 'OLD.at')};
END;
CREATE TRIGGER aftermath_of_gone_text AFTER DELETE ON message BEGIN
  ${bringInStep} AND ${around('OLD.conversation_id', 'OLD.at')};
END;
-- The text by which somebody opted out is no reply.
CREATE TRIGGER aftermath_of_opt_out AFTER INSERT ON opt_out_audit
  WHEN NEW.change = 'out' AND NEW.source = 'text' BEGIN
  ${bringInStep} AND party = NEW.number AND ended_at > NEW.at - 2 * ${week};
END;

${bringInStep} AND conversation_id IS NOT NULL;
`
