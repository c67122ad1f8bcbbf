/** The window's requests that end in a text, or in none. */
import type { Clock } from '../../../telephony/clock.ts'
import type { Gateway } from '../../../telephony/sms/gateway.ts'
import type { CommandArguments, CommandOutput } from '../../contract/commands.ts'
import { fail, ok } from '../../contract/result.ts'
import type { Result } from '../../contract/result.ts'
import { words } from '../../contract/text/index.ts'
import type { Automation } from '../followup/automation.ts'
import type { Surroundings } from '../followup/facts.ts'
import { checkOwnWords, useOwnWords, useTemplate } from '../followup/own-words.ts'
import { skipForNow } from '../followup/skip-for-now.ts'
import type { FollowUpUndo } from '../followup/skip-for-now.ts'
import { readPlan } from '../followup/steps.ts'
import type { UndoMemory } from '../contacts/undo-memory.ts'
import { onStaffText, optOut } from '../followup/stop.ts'
import { stopForNow } from '../followup/stop-for-now.ts'
import { answeredByStaff, staffWrote } from '../inbox/answered.ts'
import { refreshConversation } from '../inbox/conversations.ts'
import { evidence } from '../opt-out/evidence.ts'
import { isOptedOut, recordOptIn } from '../opt-out/ledger.ts'
import { decideTextsAreFine } from '../opt-out/question.ts'
import { readSection } from '../settings/settings.ts'
import type { Store, Work } from '../store/database.ts'
import { dropDraft } from '../writing/drafts.ts'
import { judgeRow } from './objection.ts'
import { replan, rowOf } from './rows.ts'
import type { OutboxRow } from './rows.ts'
import { cancelWaiting, changeWaiting } from './waiting-texts.ts'
import type { Written } from './waiting-texts.ts'

export interface TextContext {
  store: Store
  clock: Clock
  /** Null while none is set up. */
  gateway: () => Gateway | null
  automation: Automation
  /** What the rules need besides the store. */
  surroundings: () => Promise<Surroundings>
  /** What taking back "skip", "stop" and what staff wrote needs to know. */
  followUpUndo: UndoMemory<FollowUpUndo>
  written: UndoMemory<Written>
}

type TextCommand =
  | 'messages:send'
  | 'messages:send-again'
  | 'messages:cancel'
  | 'messages:change'
  | 'follow-ups:stop'
  | 'follow-ups:send-now'
  | 'follow-ups:skip'
  | 'follow-ups:edit'
  | 'follow-ups:undo'
  | 'contacts:opt-out'
  | 'contacts:opt-in'
  | 'automation:pause'
  | 'automation:resume'

export type TextHandlers = {
  [N in TextCommand]: (input: CommandArguments<N>, context: TextContext) => Promise<Result<CommandOutput<N>>>
}

const done = ok(undefined)
const noConversation = () => fail('not-found', ...words.failures.noConversation)
const noContact = () => fail('not-found', ...words.failures.noContact)
const noText = () => fail('not-found', ...words.failures.noText)
const noFollowUp = () => fail('not-found', ...words.failures.noFollowUp)
const notNext = () => fail('not-found', ...words.failures.notNext)
const notSetUp = () => fail('not-ready', ...words.failures.noTexting)
const takenAfterAll = () => fail('not-allowed', ...words.failures.takenAfterAll)

const onItsWay = () => fail('not-found', ...words.failures.onItsWay)
const noSuchTime = () => fail('bad-input', ...words.failures.noSuchTime)
const notUndone = () => fail('not-found', ...words.failures.textsNotUndone)
/** Nobody plans a text for later than this, ms. */
const furthest = 366 * 24 * 60 * 60 * 1000

export const textCommands: TextHandlers = {
  async 'messages:send'({ conversationId, messageId, body, instead = [], when }, context) {
    const { store, clock, gateway, surroundings, written } = context
    return store.write(async (work) => {
      const now = clock.now()
      const known = await work.db.selectFrom('message').select('id').where('id', '=', messageId).executeTakeFirst()
      // The window asked twice.
      if (known) return done
      if (await wasTaken(work, instead)) return takenAfterAll()
      const refusal = await refusalFor(work, conversationId)
      if (refusal) return refusal
      if (!gateway()) return notSetUp()
      if (when?.kind === 'at' && (when.at <= now || when.at > now + furthest)) return noSuchTime()
      const goOn = await stopForNow(work, conversationId, now, surroundings, 'staff-wrote')
      await onStaffText(work, conversationId, now)
      await work.db
        .insertInto('message')
        .values({
          id: messageId,
          conversation_id: conversationId,
          direction: 'out',
          author: 'staff',
          body: body.replace(/\r\n?/g, '\n'),
          state: 'queued',
          created_at: now,
          at: now,
        })
        .execute()
      const times = await timesFor(work, when, now)
      await work.db
        .insertInto('outbox')
        .values({ message_id: messageId, state: 'queued', ...times })
        .execute()
      await dropDraft(work, conversationId, 'text')
      const answered = await answeredByStaff(work, conversationId)
      work.afterCommit(() => written.keep(messageId, { answered, goOn }))
      return done
    })
  },

  async 'messages:send-again'({ id }, { store, clock, gateway }) {
    return store.write(async (work) => {
      const message = await work.db
        .selectFrom('message')
        .select(['conversation_id', 'author', 'state', 'follow_up_id'])
        .where('id', '=', id)
        .executeTakeFirst()
      const mayGo = message?.state === 'failed' || message?.state === 'check'
      if (!message || !mayGo || message.author === 'contact' || message.author === 'elsewhere') return noText()
      const refusal = await refusalFor(work, message.conversation_id)
      if (refusal) return refusal
      if (!gateway()) return notSetUp()
      const now = clock.now()
      await onStaffText(work, message.conversation_id, now, { except: message.follow_up_id })
      await queueOnceMore(work, id, now)
      await staffWrote(work, message.conversation_id)
      return done
    })
  },

  async 'messages:cancel'({ id }, { store, clock, written }) {
    const cancelled = await store.write((work) => cancelWaiting(work, id, written, clock.now()))
    return cancelled ? ok(cancelled) : onItsWay()
  },

  async 'messages:change'({ id, body, at }, { store, clock }) {
    const now = clock.now()
    if (at !== null && (at <= now || at > now + furthest)) return noSuchTime()
    const typed = body?.replace(/\r\n?/g, '\n')
    return (await store.write((work) => changeWaiting(work, id, { body: typed, at }, now))) ? done : onItsWay()
  },

  async 'follow-ups:stop'({ conversationId }, { store, clock, surroundings, followUpUndo }) {
    return store.write(async (work) => {
      const goOn = await stopForNow(work, conversationId, clock.now(), surroundings)
      if (!goOn) return noFollowUp()
      work.afterCommit(() => followUpUndo.keep(conversationId, goOn))
      return done
    })
  },

  async 'follow-ups:send-now'({ conversationId, messageId }, { store, surroundings }) {
    const around = await surroundings()
    return store.write(async (work) => {
      const row = await waitingText(work, conversationId)
      if (!row) return noFollowUp()
      if (row.messageId !== messageId) return notNext()
      // The rules are asked all the same when it is taken out; what only its time speaks against is said at once.
      const { judgement } = await judgeRow(work.db, { ...row, plannedAt: around.now, urged: 1 }, around)
      if (judgement.rule === 'quiet-hours')
        return fail('not-allowed', judgement.reason, words.failures.quietHoursRemedy)
      await replan(work, row.messageId, { dueAt: around.now, urged: 1, goBy: null })
      work.touched(conversationId)
      return done
    })
  },

  async 'follow-ups:skip'({ conversationId, messageId }, { store, surroundings, followUpUndo }) {
    const around = await surroundings()
    return store.write(async (work) => {
      const row = await waitingText(work, conversationId)
      if (!row || row.followUpId === null || row.step === null) return noFollowUp()
      if (row.messageId !== messageId) return notNext()
      const { followUpId, step: position, plan } = row
      const text = { messageId, conversationId, followUpId, position, of: readPlan(plan ?? '').length }
      const putBack = await skipForNow(work, text, words.followUp.skippedByStaff, around)
      work.afterCommit(() => followUpUndo.keep(conversationId, putBack))
      return done
    })
  },

  async 'follow-ups:edit'({ conversationId, messageId, body }, { store, surroundings }) {
    const around = await surroundings()
    return store.write(async (work) => {
      const row = await waitingText(work, conversationId)
      if (!row) return noFollowUp()
      // One that was tried is found at the gateway by its words.
      if (row.messageId !== messageId || row.attempts > 0) return notNext()
      const text = { messageId, conversationId, line: row.line, position: row.step ?? 1 }
      if (body === null) {
        const { facts } = await judgeRow(work.db, row, around)
        await useTemplate(work, text, facts, around.settings)
        return done
      }
      const checked = await checkOwnWords(work.db, text, body, around.settings)
      if (!checked.ok) return fail('bad-input', checked.problem, words.writing.change)
      await useOwnWords(work, text, checked.body)
      return done
    })
  },

  async 'follow-ups:undo'({ conversationId }, { store, clock, followUpUndo }) {
    const undo = followUpUndo.get(conversationId)
    if (!undo || !(await store.write((work) => undo(work, clock.now())))) return notUndone()
    followUpUndo.forget(conversationId)
    return done
  },

  async 'contacts:opt-out'({ id }, { store, clock }) {
    return changeOptOut(store, id, async (work, number) => {
      await optOut(work, { number, source: 'staff', evidence: evidence.byStaff, now: clock.now() })
    })
  },

  async 'contacts:opt-in'({ id }, { store, clock }) {
    return changeOptOut(store, id, async (work, number) => {
      const now = clock.now()
      const change = { number, source: 'staff', evidence: evidence.byStaff, now } as const
      if (!(await recordOptIn(work, change))) await decideTextsAreFine(work, number, now)
    })
  },

  async 'automation:pause'({ minutes }, { automation }) {
    await automation.pause(minutes)
    return done
  },

  async 'automation:resume'(_input, { automation }) {
    await automation.resume()
    return done
  },
}

/** When a text by staff is due, and whether they chose that time. */
async function timesFor(
  work: Work,
  when: CommandArguments<'messages:send'>['when'],
  now: number,
): Promise<{ due_at: number; planned_at: number | null }> {
  switch (when?.kind) {
    case undefined:
      return { due_at: now, planned_at: null }
    case 'undoable': {
      const { undoSeconds } = await readSection(work.db, 'writing')
      return { due_at: now + undoSeconds * 1000, planned_at: null }
    }
    case 'at':
      return { due_at: when.at, planned_at: when.at }
  }
}

/** The next text of the running follow-up, unless it is on its way. */
async function waitingText(work: Work, conversationId: string): Promise<OutboxRow | undefined> {
  const waiting = await work.db
    .selectFrom('outbox')
    .innerJoin('message', 'message.id', 'outbox.message_id')
    .innerJoin('follow_up', 'follow_up.id', 'message.follow_up_id')
    .select('message.id')
    .where('follow_up.conversation_id', '=', conversationId)
    .where('follow_up.state', '=', 'running')
    .where('outbox.state', '=', 'queued')
    .executeTakeFirst()
  return waiting && rowOf(work.db, waiting.id)
}

/** Why nobody may write in this conversation; null when one may. */
async function refusalFor(work: Work, conversationId: string): Promise<Result<never> | null> {
  const contact = await work.db
    .selectFrom('conversation')
    .innerJoin('contact', 'contact.id', 'conversation.contact_id')
    .select(['number', 'blocked'])
    .where('conversation.id', '=', conversationId)
    .executeTakeFirst()
  if (!contact) return noConversation()
  if (await isOptedOut(work.db, contact.number)) {
    return fail('not-allowed', ...words.failures.optedOut)
  }
  if (contact.blocked) return fail('not-allowed', ...words.failures.blocked)
  return null
}

async function wasTaken(work: Work, messageIds: string[]): Promise<boolean> {
  const taken = await work.db.selectFrom('message').select('id').where('id', 'in', messageIds).executeTakeFirst()
  return taken !== undefined
}

async function queueOnceMore(work: Work, messageId: string, now: number): Promise<void> {
  await work.db
    .updateTable('message')
    .set({ state: 'queued', problem: null, provider_id: null, sent_at: null, settled_at: null, at: now })
    .where('id', '=', messageId)
    .execute()
  // Staff want it now: no time of its first try makes it late, and it waits for no turn.
  const anew = { planned_at: null, urged: 0 as const, go_by: null }
  const row = { state: 'queued' as const, due_at: now, attempts: 0, look_until: null, ...anew }
  // An unknown text may still be looked for.
  await work.db
    .insertInto('outbox')
    .values({ message_id: messageId, ...row })
    .onConflict((conflict) => conflict.column('message_id').doUpdateSet(row))
    .execute()
}

async function changeOptOut(
  store: Store,
  contactId: string,
  change: (work: Work, number: string) => Promise<void>,
): Promise<Result<void>> {
  return store.write(async (work) => {
    const contact = await work.db.selectFrom('contact').select('number').where('id', '=', contactId).executeTakeFirst()
    if (!contact) return noContact()
    await change(work, contact.number)
    const conversation = await work.db
      .selectFrom('conversation')
      .select('id')
      .where('contact_id', '=', contactId)
      .executeTakeFirst()
    if (conversation) await refreshConversation(work, conversation.id)
    return done
  })
}
