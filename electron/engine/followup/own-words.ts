/** The next automatic text in staff's own words: checked like a template, kept when it goes out. */
import type { Kysely } from 'kysely'
import { words as catalogue } from '../../contract/text/index.ts'
import type { Work } from '../store/database.ts'
import type { Database } from '../store/schema.ts'
import type { FollowUpFacts, FollowUpSettings } from './facts.ts'
import { previewOf } from './lint.ts'
import { fieldsOf, writeStep } from './step-text.ts'

interface WaitingText {
  messageId: string
  conversationId: string
  line: string | null
  /** Counts the texts of its follow-up from 1. */
  position: number
}

/** What would go out with these words, or why nothing can. The office's name and how to opt out are added as always. */
export async function checkOwnWords(
  db: Kysely<Database>,
  text: WaitingText,
  words: string,
  settings: FollowUpSettings,
): Promise<{ ok: true; body: string } | { ok: false; problem: string }> {
  const { addOptOut, plainPunctuation, language } = settings.texts
  const fields = await fieldsOf(db, text, settings)
  const preview = previewOf(words, { first: text.position === 1, fields, addOptOut, plainPunctuation, language })
  const problem = preview.findings.find(({ severity }) => severity === 'error')?.message
  if (problem !== undefined) return { ok: false, problem }
  return preview.body === null ? { ok: false, problem: catalogue.writing.empty } : { ok: true, body: preview.body }
}

/** Puts the words into the waiting text; from now on no template takes their place. */
export async function useOwnWords(work: Work, text: WaitingText, body: string): Promise<void> {
  await work.db.updateTable('message').set({ body, edited: 1 }).where('id', '=', text.messageId).execute()
  work.touched(text.conversationId)
}

/** The template's words again, as they would go out at that time of day. */
export async function useTemplate(
  work: Work,
  text: WaitingText,
  facts: FollowUpFacts,
  settings: FollowUpSettings,
): Promise<void> {
  const written = await writeStep(work.db, text, facts, settings)
  const body = written.ok ? { body: written.body } : {}
  await work.db
    .updateTable('message')
    .set({ ...body, edited: 0 })
    .where('id', '=', text.messageId)
    .execute()
  work.touched(text.conversationId)
}
