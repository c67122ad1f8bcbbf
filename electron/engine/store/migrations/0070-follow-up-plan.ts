/** Follow-ups of several steps: which ones a follow-up has, when a text was planned, and which one a decision is about. */
export const id = 70
export const name = 'follow-up-plan'

export const sql = `
-- The steps it has, in order, e.g. 1,3; message.step counts them from 1.
ALTER TABLE follow_up ADD COLUMN plan TEXT NOT NULL DEFAULT '1';
-- When it was to go out, for automatic texts; due_at moves on with each try.
ALTER TABLE outbox ADD COLUMN planned_at INTEGER;
-- 1: staff said "send now".
ALTER TABLE outbox ADD COLUMN urged INTEGER NOT NULL DEFAULT 0;
-- As message.step.
ALTER TABLE decision ADD COLUMN step INTEGER NOT NULL DEFAULT 1;
`
