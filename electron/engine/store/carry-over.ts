/**
 * What happened since a backup was made comes over into it from today's inbox: calls, texts, follow-ups, notes, opt-outs.
 * So a restore takes nothing back that has happened, and no text is due again that has gone out. What staff have said of
 * contacts, tags and settings is the backup's.
 */
import type SqliteDatabase from 'better-sqlite3'
import { sections } from '../settings/sections.ts'

/**
 * Settings that are an office's own choice; the others are what the engine remembers, which is today's. So is whether calls
 * are only watched, how the window locks, and how long things are kept: no restore lets texts out, or anything go, that nobody wants to today.
 */
const todays = ['watch-only', 'privacy', 'app-lock']
const chosen = [...Object.keys(sections).filter((name) => !todays.includes(name)), 'quick-replies.seeded']

/** Tables that stay as they are in the backup, or that the database keeps by itself. */
export const leftAsTheyAre = ['contact_tag', 'tag', 'conversation_count', 'call_phone', 'search_due']

/** Tables of which today's rows come over. */
export const carried = [
  'contact',
  'conversation',
  'call',
  'follow_up',
  'message',
  'outbox',
  'attempt',
  'decision',
  'note',
  'happening',
  'picture',
  'picture_fetch',
  'gap',
  'opt_out',
  'opt_out_audit',
  'opt_out_question',
  'setting',
  'setting_change',
  'texted',
  'endpoint',
  'line',
  'draft',
  'quick_reply',
]

/** `db`: the copy of the backup, brought up to this version. `today`: the inbox file, whole and of this version. */
export function carryOver(db: SqliteDatabase.Database, today: string, now: number): void {
  db.prepare('ATTACH ? AS today').run(today)
  try {
    db.transaction(() => {
      people(db)
      history(db, now)
      texts(db, now)
      optOuts(db)
      theRest(db)
      const broken = db.prepare('PRAGMA main.foreign_key_check').all()
      if (broken.length > 0) throw new Error(`Carrying over leaves ${broken.length} broken references`)
    }).immediate()
  } finally {
    db.exec('DETACH today')
  }
}

/** Columns of a conversation that follow from others. */
const keptByTriggers = ['contact_no', 'behind']

const withoutRowId = ['draft', 'texted']

/** The columns of a table, without those given. */
function columns(db: SqliteDatabase.Database, table: string, without: readonly string[] = []): string[] {
  const all = db.prepare<[string], string>("SELECT name FROM pragma_table_info(?, 'main')").pluck().all(table)
  return all.filter((name) => !without.includes(name))
}

/** Inserts today's rows of `table` that fit `where` (they are called `theirs`), with other values for some columns. */
function bringIn(
  db: SqliteDatabase.Database,
  table: string,
  where: string,
  { without = [], instead = {} }: { without?: readonly string[]; instead?: Record<string, string> } = {},
): void {
  const names = columns(db, table, without)
  const quoted = names.map((name) => `"${name}"`).join(', ')
  const values = names.map((name) => instead[name] ?? `theirs."${name}"`).join(', ')
  // In the order in which they were written: texts of staff keep it.
  const order = withoutRowId.includes(table) ? '' : 'ORDER BY theirs.rowid'
  db.exec(
    `INSERT INTO main."${table}" (${quoted}) SELECT ${values} FROM today."${table}" AS theirs WHERE ${where} ${order}`,
  )
}

/** Today's values in rows that both have, where any of them differs. */
function bringUp(db: SqliteDatabase.Database, table: string, names: readonly string[], same: string): void {
  const set = names.map((name) => `"${name}" = theirs."${name}"`).join(', ')
  const differs = names.map((name) => `main."${table}"."${name}" IS NOT theirs."${name}"`).join(' OR ')
  db.exec(`UPDATE main."${table}" SET ${set} FROM today."${table}" AS theirs WHERE (${same}) AND (${differs})`)
}

const ours = (conversation: string) => `(SELECT ours FROM temp.same_conversation WHERE theirs = ${conversation})`

/** Who called or wrote since has a place in the inbox; who was blocked stays blocked. */
function people(db: SqliteDatabase.Database): void {
  const known = 'EXISTS (SELECT 1 FROM main.contact AS known WHERE known.number = theirs.number)'
  const heard = `EXISTS (
    SELECT 1 FROM today.conversation AS talk WHERE talk.contact_id = theirs.id AND (
      EXISTS (SELECT 1 FROM today.call WHERE call.conversation_id = talk.id)
      OR EXISTS (SELECT 1 FROM today.message WHERE message.conversation_id = talk.id)
      OR EXISTS (SELECT 1 FROM today.note WHERE note.conversation_id = talk.id)))`
  const without = ['search_no']
  db.exec(`CREATE TEMP TABLE fresh_contact AS SELECT id FROM today.contact AS theirs
    WHERE NOT ${known} AND (theirs.blocked = 1 OR ${heard})`)
  bringIn(db, 'contact', 'theirs.id IN (SELECT id FROM temp.fresh_contact)', { without })
  db.exec(`
    UPDATE main.contact SET blocked = 1 WHERE blocked = 0
      AND number IN (SELECT number FROM today.contact WHERE blocked = 1);
    INSERT INTO main.tag SELECT * FROM today.tag AS theirs
      WHERE EXISTS (SELECT 1 FROM today.contact_tag WHERE tag_id = theirs.id
        AND contact_id IN (SELECT id FROM temp.fresh_contact))
      AND NOT EXISTS (SELECT 1 FROM main.tag AS known WHERE known.id = theirs.id OR known.folded = theirs.folded);
    INSERT INTO main.contact_tag SELECT * FROM today.contact_tag AS theirs
      WHERE contact_id IN (SELECT id FROM temp.fresh_contact)
      AND EXISTS (SELECT 1 FROM main.tag WHERE tag.id = theirs.tag_id);
    DROP TABLE temp.fresh_contact;
  `)
  const contact = `(SELECT mine.id FROM main.contact AS mine JOIN today.contact AS same USING (number)
    WHERE same.id = theirs.contact_id)`
  bringIn(
    db,
    'conversation',
    `${contact} IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM main.conversation AS known WHERE known.contact_id = ${contact} OR known.id = theirs.id)`,
    { without: keptByTriggers, instead: { contact_id: contact } },
  )
  db.exec(`
    DROP TABLE IF EXISTS temp.same_conversation;
    CREATE TEMP TABLE same_conversation AS
      SELECT talk.id AS theirs, mine.id AS ours FROM today.conversation AS talk
      JOIN today.contact AS person ON person.id = talk.contact_id
      JOIN main.contact AS known ON known.number = person.number
      JOIN main.conversation AS mine ON mine.contact_id = known.id;
    CREATE INDEX temp.same_by_theirs ON same_conversation (theirs);
    CREATE INDEX temp.same_by_ours ON same_conversation (ours);
  `)
  bringUp(
    db,
    'conversation',
    columns(db, 'conversation', ['id', 'contact_id', ...keptByTriggers]),
    'theirs.id = (SELECT same.theirs FROM temp.same_conversation AS same WHERE same.ours = main.conversation.id)',
  )
}

function history(db: SqliteDatabase.Database, now: number): void {
  bringIn(
    db,
    'call',
    `NOT EXISTS (SELECT 1 FROM main.call AS known WHERE known.id = theirs.id)
      AND NOT EXISTS (SELECT 1 FROM main.call AS known
        WHERE known.linkedid = theirs.linkedid AND known.started_at = theirs.started_at)`,
    { instead: { conversation_id: ours('theirs.conversation_id') } },
  )
  // What ran when the backup was made is as far as it has come today; what is not known today runs no more.
  db.prepare(
    "UPDATE main.follow_up SET state = 'stopped', ended_at = ?, stop_reason = 'restored' WHERE state = 'running'",
  ).run(now)
  bringUp(db, 'follow_up', ['state', 'ended_at', 'stop_reason', 'step', 'steps', 'plan'], sameId('follow_up'))
  bringIn(
    db,
    'follow_up',
    `NOT EXISTS (SELECT 1 FROM main.follow_up AS known WHERE known.id = theirs.id OR known.call_id = theirs.call_id)
      AND EXISTS (SELECT 1 FROM main.call WHERE call.id = theirs.call_id)
      AND ${ours('theirs.conversation_id')} IS NOT NULL`,
    { instead: { conversation_id: ours('theirs.conversation_id') } },
  )
  const inTalk = { instead: { conversation_id: ours('theirs.conversation_id') } }
  for (const table of ['note', 'happening']) {
    const unknown = `NOT EXISTS (SELECT 1 FROM main."${table}" AS known WHERE known.id = theirs.id)`
    const without = table === 'note' ? ['search_no'] : []
    bringIn(db, table, `${unknown} AND ${ours('theirs.conversation_id')} IS NOT NULL`, { ...inTalk, without })
  }
  bringIn(
    db,
    'decision',
    `EXISTS (SELECT 1 FROM main.call WHERE call.id = theirs.call_id)
      AND NOT EXISTS (SELECT 1 FROM main.decision AS known WHERE known.call_id = theirs.call_id
        AND known.at = theirs.at AND known.rule = theirs.rule AND known.step = theirs.step)`,
    { without: ['id'] },
  )
}

/**
 * Texts of which the backup knows that they are with the gateway, and today's inbox does not, though it has not tried since:
 * it was restored from an older one than this.
 */
function sentByTheBackup(db: SqliteDatabase.Database): void {
  db.exec(`
    DROP TABLE IF EXISTS temp.known_sent;
    CREATE TEMP TABLE known_sent AS
      SELECT mine.id FROM main.message AS mine JOIN today.message AS theirs ON theirs.id = mine.id
      WHERE mine.direction = 'out' AND mine.provider_id IS NOT NULL AND theirs.provider_id IS NULL
        AND NOT EXISTS (SELECT 1 FROM today.outbox WHERE message_id = theirs.id AND state <> 'unknown')
        AND NOT EXISTS (SELECT 1 FROM today.attempt AS tried WHERE tried.message_id = theirs.id
          AND NOT EXISTS (SELECT 1 FROM main.attempt AS known
            WHERE known.message_id = tried.message_id AND known.number = tried.number));
    CREATE INDEX temp.known_sent_by_id ON known_sent (id);
  `)
}

const isKnownSent = (message: string) => `${message} IN (SELECT id FROM temp.known_sent)`

function texts(db: SqliteDatabase.Database, now: number): void {
  sentByTheBackup(db)
  bringUp(
    db,
    'message',
    [
      'body',
      'state',
      'created_at',
      'at',
      'gateway',
      'provider_id',
      'sent_at',
      'settled_at',
      'problem',
      'media',
      'edited',
    ],
    `${sameId('message')} AND NOT ${isKnownSent('theirs.id')}`,
  )
  bringIn(
    db,
    'message',
    `NOT EXISTS (SELECT 1 FROM main.message AS known WHERE known.id = theirs.id)
      AND NOT EXISTS (SELECT 1 FROM main.message AS known
        WHERE known.gateway = theirs.gateway AND known.provider_id = theirs.provider_id)
      AND ${ours('theirs.conversation_id')} IS NOT NULL`,
    {
      without: ['search_no'],
      instead: {
        conversation_id: ours('theirs.conversation_id'),
        follow_up_id: '(SELECT id FROM main.follow_up WHERE id = theirs.follow_up_id)',
      },
    },
  )
  const here = 'EXISTS (SELECT 1 FROM main.message WHERE message.id = theirs.message_id)'
  const attempt = 'known.message_id = theirs.message_id AND known.number = theirs.number'
  const told = ['ended_at', 'end', 'detail', 'gateway', 'gateway_time', 'others']
  const news = `${attempt.replaceAll('known', 'main.attempt')} AND NOT ${isKnownSent('theirs.message_id')}`
  bringUp(db, 'attempt', told, news)
  bringIn(db, 'attempt', `${here} AND NOT EXISTS (SELECT 1 FROM main.attempt AS known WHERE ${attempt})`, {
    without: ['id'],
  })
  // What waits is what waits today, and nothing else.
  db.exec('DELETE FROM main.outbox; DELETE FROM main.picture_fetch')
  bringIn(db, 'outbox', `${here} AND NOT ${isKnownSent('theirs.message_id')}`)
  bringIn(db, 'picture_fetch', here)
  bringIn(db, 'picture', `${here} AND NOT EXISTS (SELECT 1 FROM main.picture AS known WHERE known.id = theirs.id)`)
  db.prepare(
    `UPDATE main.message SET state = iif(author = 'staff', 'check', 'cancelled'), settled_at = ?
      WHERE state IN ('queued', 'sending') AND id NOT IN (SELECT message_id FROM main.outbox)`,
  ).run(now)
}

/** Those of both: a wish for no texts is lost only to a later word. */
function optOuts(db: SqliteDatabase.Database): void {
  for (const table of ['opt_out_audit', 'opt_out_question']) {
    const change = table === 'opt_out_audit' ? 'AND known.change = theirs.change' : ''
    bringIn(
      db,
      table,
      `NOT EXISTS (SELECT 1 FROM main."${table}" AS known
        WHERE known.number = theirs.number AND known.at = theirs.at ${change})`,
      { without: ['id'] },
    )
  }
  bringIn(db, 'opt_out', 'NOT EXISTS (SELECT 1 FROM main.opt_out AS known WHERE known.number = theirs.number)')
  const newer = 'theirs.number = main.opt_out.number AND theirs.at > main.opt_out.at'
  bringUp(db, 'opt_out', ['at', 'source', 'evidence'], newer)
  db.exec(`
    DELETE FROM main.opt_out WHERE number NOT IN (SELECT number FROM today.opt_out) AND EXISTS (
      SELECT 1 FROM main.opt_out_audit AS word WHERE word.number = opt_out.number AND word.change = 'in'
        AND word.at >= opt_out.at AND NOT EXISTS (
          SELECT 1 FROM main.opt_out_audit AS later
          WHERE later.number = word.number AND later.change = 'out' AND later.at > word.at));
  `)
}

function theRest(db: SqliteDatabase.Database): void {
  const names = chosen.map((name) => `'${name}'`).join(', ')
  db.exec(`DELETE FROM main.setting WHERE name NOT IN (${names})`)
  bringIn(db, 'setting', `theirs.name NOT IN (${names})`)
  // Nor where automatic texts are switched off.
  db.exec(`UPDATE main.setting SET value = json_set(value, '$.enabled', json('false')) WHERE name = 'follow-up'
    AND EXISTS (SELECT 1 FROM today.setting WHERE name = 'follow-up' AND value ->> 'enabled' = 0)`)
  bringIn(
    db,
    'texted',
    `NOT EXISTS (SELECT 1 FROM main.texted AS known WHERE known.number = theirs.number AND known.at = theirs.at)
      AND NOT EXISTS (
        SELECT 1 FROM main.contact AS person
        CROSS JOIN main.conversation AS talk ON talk.contact_id = person.id
        CROSS JOIN main.message AS text ON text.conversation_id = talk.id
        CROSS JOIN main.attempt AS tried ON tried.message_id = text.id
        WHERE person.number = theirs.number AND tried.started_at = theirs.at)`,
  )
  // Nothing is ever changed in it.
  bringIn(db, 'setting_change', 'NOT EXISTS (SELECT 1 FROM main.setting_change AS known WHERE known.id = theirs.id)')
  const keys = { gap: 'from_at', endpoint: 'name', line: 'number', quick_reply: 'id' }
  for (const [table, key] of Object.entries(keys)) {
    bringIn(db, table, `NOT EXISTS (SELECT 1 FROM main."${table}" AS known WHERE known."${key}" = theirs."${key}")`, {
      without: table === 'gap' ? ['id'] : [],
    })
  }
  bringUp(db, 'gap', ['to_at'], 'theirs.from_at = main.gap.from_at')
  // What was typed and not sent is not lost.
  const talk = ours('theirs.conversation_id')
  db.exec(`DELETE FROM main.draft WHERE EXISTS (
    SELECT 1 FROM today.draft AS theirs WHERE ${talk} = draft.conversation_id AND theirs.kind = draft.kind)`)
  bringIn(db, 'draft', `${talk} IS NOT NULL`, { instead: { conversation_id: talk } })
}

function sameId(table: string): string {
  return `theirs.id = main."${table}".id`
}
