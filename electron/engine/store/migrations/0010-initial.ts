/** The first schema. Instants are epoch milliseconds (UTC); ids are UUIDs made by us; numbers are E.164. */
export const id = 10
export const name = 'initial'

export const sql = `
CREATE TABLE contact (
  id TEXT PRIMARY KEY,
  number TEXT NOT NULL UNIQUE,
  name TEXT,
  name_source TEXT CHECK (name_source IN ('pbx', 'staff')),
  notes TEXT NOT NULL DEFAULT '',
  blocked INTEGER NOT NULL DEFAULT 0,
  created_at INTEGER NOT NULL
) STRICT;

-- Keyed by number, not by contact: an opt-out survives the deletion of the contact and never expires.
CREATE TABLE opt_out (
  number TEXT PRIMARY KEY,
  at INTEGER NOT NULL,
  source TEXT NOT NULL CHECK (source IN ('text', 'staff', 'gateway')),
  evidence TEXT NOT NULL
) STRICT;

-- Every change of mind, for ever.
CREATE TABLE opt_out_audit (
  id INTEGER PRIMARY KEY,
  number TEXT NOT NULL,
  at INTEGER NOT NULL,
  change TEXT NOT NULL CHECK (change IN ('out', 'in')),
  source TEXT NOT NULL,
  evidence TEXT NOT NULL
) STRICT;
CREATE INDEX opt_out_audit_number ON opt_out_audit (number, at);

CREATE TABLE conversation (
  id TEXT PRIMARY KEY,
  contact_id TEXT NOT NULL UNIQUE REFERENCES contact (id),
  -- Made from the six columns of the situation below, by inbox/state.ts alone.
  state TEXT NOT NULL CHECK (state IN ('needs-reply', 'waiting', 'done')),
  waiting_since INTEGER,
  -- The situation: since when a text, a missed call, or something else waits for us; what holds when nothing waits.
  text_since INTEGER,
  call_since INTEGER,
  -- An automatic text answers the missed call, so that nobody has to call back.
  call_covered INTEGER NOT NULL DEFAULT 0,
  look_since INTEGER,
  rest TEXT NOT NULL DEFAULT 'waiting' CHECK (rest IN ('waiting', 'done')),
  marked_done INTEGER NOT NULL DEFAULT 0,
  last_activity_at INTEGER NOT NULL,
  unread INTEGER NOT NULL DEFAULT 0,
  snippet_kind TEXT NOT NULL DEFAULT 'call',
  snippet_text TEXT NOT NULL DEFAULT '',
  missed_calls INTEGER NOT NULL DEFAULT 0,
  line TEXT,
  failed INTEGER NOT NULL DEFAULT 0,
  CHECK ((state = 'needs-reply') = (waiting_since IS NOT NULL))
) STRICT;
CREATE INDEX conversation_by_state ON conversation (state, last_activity_at DESC, id);
CREATE INDEX conversation_by_wait ON conversation (state, waiting_since, id);
CREATE INDEX conversation_by_activity ON conversation (last_activity_at DESC, id);

CREATE TABLE call (
  id TEXT PRIMARY KEY,
  linkedid TEXT NOT NULL,
  conversation_id TEXT REFERENCES conversation (id),
  direction TEXT NOT NULL CHECK (direction IN ('inbound', 'outbound', 'internal')),
  caller_number TEXT,
  caller_name TEXT,
  -- E.164 of the outside party; null when withheld or no number.
  party TEXT,
  line TEXT,
  -- The first extension reached, as the phone system said it.
  dialed TEXT,
  -- 1: the number was passed on although the caller withheld it.
  withheld INTEGER NOT NULL DEFAULT 0,
  outcome TEXT NOT NULL CHECK (outcome IN ('answered', 'missed')),
  reason TEXT,
  answered_by TEXT,
  started_at INTEGER NOT NULL,
  ended_at INTEGER NOT NULL,
  legs TEXT NOT NULL,
  end_unseen INTEGER NOT NULL DEFAULT 0,
  UNIQUE (linkedid, started_at)
) STRICT;
CREATE INDEX call_by_conversation ON call (conversation_id, started_at);
CREATE INDEX call_by_end ON call (ended_at DESC, id);
CREATE INDEX call_by_party ON call (party, ended_at);

CREATE TABLE follow_up (
  id TEXT PRIMARY KEY,
  conversation_id TEXT NOT NULL REFERENCES conversation (id),
  call_id TEXT NOT NULL UNIQUE REFERENCES call (id),
  state TEXT NOT NULL CHECK (state IN ('running', 'stopped', 'completed')),
  started_at INTEGER NOT NULL,
  ended_at INTEGER,
  stop_reason TEXT,
  -- The step whose message row exists, and how many there are.
  step INTEGER NOT NULL,
  steps INTEGER NOT NULL
) STRICT;
CREATE INDEX follow_up_by_conversation ON follow_up (conversation_id, started_at DESC);
-- One running follow-up per conversation, whatever races.
CREATE UNIQUE INDEX follow_up_running ON follow_up (conversation_id) WHERE state = 'running';

CREATE TABLE message (
  id TEXT PRIMARY KEY,
  conversation_id TEXT NOT NULL REFERENCES conversation (id),
  direction TEXT NOT NULL CHECK (direction IN ('in', 'out')),
  author TEXT NOT NULL CHECK (author IN ('contact', 'staff', 'auto', 'elsewhere')),
  body TEXT NOT NULL,
  state TEXT NOT NULL
    CHECK (state IN ('queued', 'sending', 'sent', 'delivered', 'failed', 'check', 'cancelled', 'received')),
  follow_up_id TEXT REFERENCES follow_up (id),
  step INTEGER,
  created_at INTEGER NOT NULL,
  -- Place on the time line: when it was written, received, or taken by the gateway.
  at INTEGER NOT NULL,
  gateway TEXT,
  provider_id TEXT,
  sent_at INTEGER,
  settled_at INTEGER,
  -- JSON {message, remedy}: what went wrong and what to do, for 'failed' and 'check'.
  problem TEXT,
  media INTEGER NOT NULL DEFAULT 0,
  UNIQUE (gateway, provider_id),
  -- A step is written once, whatever races.
  UNIQUE (follow_up_id, step)
) STRICT;
CREATE INDEX message_by_conversation ON message (conversation_id, at);
CREATE INDEX message_unsettled ON message (state, sent_at) WHERE state IN ('sending', 'sent');

-- Messages due to be sent: the only way out. A row leaves when its message is sent, failed, cancelled or "check".
CREATE TABLE outbox (
  message_id TEXT PRIMARY KEY REFERENCES message (id),
  state TEXT NOT NULL CHECK (state IN ('queued', 'sending', 'unknown')),
  due_at INTEGER NOT NULL,
  attempts INTEGER NOT NULL DEFAULT 0,
  -- For an unknown end: looked for at the gateway until then.
  look_until INTEGER
) STRICT;
CREATE INDEX outbox_due ON outbox (due_at);

CREATE TABLE attempt (
  id INTEGER PRIMARY KEY,
  message_id TEXT NOT NULL REFERENCES message (id),
  number INTEGER NOT NULL,
  started_at INTEGER NOT NULL,
  ended_at INTEGER,
  "end" TEXT CHECK ("end" IN ('not-sent', 'rejected', 'accepted', 'unknown')),
  detail TEXT,
  UNIQUE (message_id, number)
) STRICT;

-- Every yes and no, with the facts it was made from, for ever.
CREATE TABLE decision (
  id INTEGER PRIMARY KEY,
  call_id TEXT NOT NULL REFERENCES call (id),
  message_id TEXT,
  stage TEXT NOT NULL CHECK (stage IN ('call-ended', 'sending')),
  verdict TEXT NOT NULL CHECK (verdict IN ('text', 'hold', 'skip')),
  rule TEXT NOT NULL,
  reason TEXT NOT NULL,
  facts TEXT NOT NULL,
  at INTEGER NOT NULL
) STRICT;
CREATE INDEX decision_by_call ON decision (call_id, id);

CREATE TABLE note (
  id TEXT PRIMARY KEY,
  conversation_id TEXT NOT NULL REFERENCES conversation (id),
  body TEXT NOT NULL,
  at INTEGER NOT NULL
) STRICT;
CREATE INDEX note_by_conversation ON note (conversation_id, at);

-- What Ringback notes in the time line itself.
CREATE TABLE happening (
  id TEXT PRIMARY KEY,
  conversation_id TEXT NOT NULL REFERENCES conversation (id),
  event TEXT NOT NULL,
  text TEXT NOT NULL,
  at INTEGER NOT NULL
) STRICT;
CREATE INDEX happening_by_conversation ON happening (conversation_id, at);

-- Times without a connection to the phone system.
CREATE TABLE gap (
  id INTEGER PRIMARY KEY,
  from_at INTEGER NOT NULL,
  to_at INTEGER
) STRICT;

-- Settings, the pause, what the poller remembers: small values by name, as JSON.
CREATE TABLE setting (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL,
  changed_at INTEGER NOT NULL
) STRICT;
`
