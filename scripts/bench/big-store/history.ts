/**
 * What happened with one contact over the years: calls, follow-ups, texts, notes. The conversation's state comes from
 * the engine's own rules (inbox/state.ts); what else its line in the list shows is worked out as the engine does it,
 * which big-store.test.ts compares.
 */
import { after, nothingYet } from '../../../electron/engine/inbox/state.ts'
import type { InboxEvent, Situation } from '../../../electron/engine/inbox/state.ts'
import type { StopReason } from '../../../electron/contract/view-models.ts'
import type { Random } from '../../torture/random.ts'
import { callRow, officeLines } from './calls.ts'
import { keptFacts } from './facts-kept.ts'
import { providerId, uuid } from './ids.ts'
import { noRows } from './rows.ts'
import { sentence } from './sentences.ts'
import type { Language } from './sentences.ts'
import type { Share } from './sizes.ts'
import { lineInList } from './line-in-list.ts'

const second = 1000
const minute = 60 * second
const hour = 60 * minute
const day = 24 * hour

const autoTexts = [
  'Hi, this is Cedar Dental. Sorry we missed your call! How can we help? Just reply to this text. Reply STOP to opt out.',
  'Cedar Dental again: we saw your missed call and would like to help. Just reply here. Or book online: https://book.example/cedar',
  'Hello from Cedar Dental. Can we still help you? Just reply to this text or call us.',
]

export interface Person {
  number: string
  name: string | null
  language: Language
}

export class History {
  readonly rows = noRows()
  readonly #random: Random
  readonly #person: Person
  readonly #conversationId: string
  readonly #line: string
  /** Everything lies before it, epoch milliseconds. */
  readonly #end: number
  #now: number
  #situation: Situation = nothingYet
  #unread = false
  #lastTextFailed = false

  constructor(random: Random, person: Person, span: { start: number; end: number }) {
    this.#random = random
    this.#person = person
    this.#conversationId = uuid(random)
    this.#line = random.pick(officeLines).number
    this.#end = span.end
    this.#now = Math.round(span.start)
  }

  /** Lets so many calls, texts and notes happen, in chapters with months between them, and writes it all to `rows`. */
  run(share: Share): void {
    const start = this.#now
    const chapters = Math.max(1, Math.ceil(Math.max(share.calls / 1.3, share.texts / 8)))
    const starts = Array.from({ length: chapters }, () => start + this.#random.next() * (this.#end - start)).sort(
      (one, other) => one - other,
    )
    const part = (of: number, index: number) =>
      Math.round((of * (index + 1)) / chapters) - Math.round((of * index) / chapters)
    let first = Infinity
    for (const [index, at] of starts.entries()) {
      this.#pass(Math.max(minute, atOfficeHours(at) - this.#now))
      first = Math.min(first, this.#now)
      const isLast = index === chapters - 1
      this.#chapter({ calls: part(share.calls, index), texts: part(share.texts, index) }, isLast)
      for (let notes = part(share.notes, index); notes > 0; notes -= 1) this.#note()
      if (!isLast && this.#random.chance(0.6)) this.#apply({ kind: 'marked-done' })
    }
    this.#tidyUp()
    this.#close(first)
  }

  #chapter(left: { calls: number; texts: number }, isLast: boolean): void {
    while (left.calls > 0) {
      left.calls -= 1
      const missed = this.#call()
      if (missed && left.texts > 0 && !this.#textedToday()) left.texts -= this.#followUp(missed, left.texts, isLast)
      const chat = left.calls > 0 ? Math.floor(left.texts / (left.calls + 1)) : left.texts
      this.#chat(chat, isLast && left.calls === 0)
      left.texts -= chat
    }
    this.#chat(left.texts, isLast)
  }

  /** The call, when it was missed. */
  #call(): { id: string; endedAt: number } | null {
    const chance = this.#random.next()
    const kind = chance < 0.42 ? 'answered' : chance < 0.9 ? 'missed' : 'called'
    const { number: party, name } = this.#person
    const row = callRow(this.#random, {
      conversationId: this.#conversationId,
      party,
      name,
      line: this.#random.chance(0.9) ? this.#line : this.#random.pick(officeLines).number,
      startedAt: this.#now,
      kind,
      reached: this.#random.chance(0.7),
    })
    this.rows.call.push(row)
    this.#pass(row.ended_at - this.#now)
    if (row.outcome === 'answered') {
      this.#unread = false
      this.#apply({ kind: 'call-answered', textRead: true })
    } else this.#apply(kind === 'missed' ? { kind: 'call-missed', at: row.ended_at } : { kind: 'call-tried' })
    if (kind === 'answered')
      this.#decide(row.id, null, 1, { verdict: 'skip', rule: 'answered', reason: 'Somebody answered this call.' })
    return kind === 'missed' ? { id: row.id, endedAt: row.ended_at } : null
  }

  #textedToday(): boolean {
    const last = this.rows.follow_up.at(-1)
    return last !== undefined && last.started_at > this.#now - day
  }

  /** Up to three automatic texts, of at most `left`; how many there were, the reply included. */
  #followUp(call: { id: string; endedAt: number }, left: number, isLast: boolean): number {
    const random = this.#random
    const id = uuid(random)
    const followUp = {
      id,
      conversation_id: this.#conversationId,
      call_id: call.id,
      state: 'running' as 'running' | 'stopped' | 'completed',
      started_at: this.#now,
      ended_at: null as number | null,
      stop_reason: null as StopReason | null,
      step: 1,
      steps: 3,
      plan: '1,2,3',
    }
    this.rows.follow_up.push(followUp)
    const end = (state: 'stopped' | 'completed', reason: StopReason, words: string | null) => {
      Object.assign(followUp, { state, ended_at: this.#now, stop_reason: reason })
      if (words !== null) this.#happening('follow-up-stopped', `Follow-up stopped: ${words}`)
      this.#cover()
    }
    const yes = { verdict: 'text', rule: 'nothing-against', reason: 'Nothing spoke against a text.' } as const
    this.#decide(call.id, null, 1, yes)
    const waits = [15 * second + random.below(5000), 2 * hour, 19 * hour]
    let used = 0
    for (const [index, wait] of waits.entries()) {
      if (used === left) {
        end('stopped', 'stopped', 'staff ended it')
        return used
      }
      // The last one of all still waits, where not much time has passed since.
      if (isLast && index > 0 && used === left - 1 && this.#now > this.#end - 12 * hour) {
        this.#queued(id, index + 1, wait)
        followUp.step = index + 1
        this.#cover()
        return used + 1
      }
      this.#pass(wait)
      followUp.step = index + 1
      const failed = random.chance(0.02)
      this.#text('auto', autoTexts[index] ?? '', { followUpId: id, step: index + 1, failed })
      this.#decide(call.id, this.rows.message.at(-1)?.id ?? null, index + 1, yes)
      used += 1
      if (failed) {
        end('stopped', 'failed', 'the text could not be delivered')
        return used
      }
      this.#cover()
      if (used < left && random.chance(0.45)) {
        this.#pass(minute + random.below(90 * minute))
        this.#received(sentence(random, this.#person.language, 'contact'))
        end('stopped', 'replied', `${this.#person.name ?? 'the caller'} replied`)
        return used + 1
      }
    }
    end('completed', 'completed', null)
    return used
  }

  #queued(followUpId: string, step: number, wait: number): void {
    const id = uuid(this.#random)
    this.rows.message.push({
      ...this.#message(id, 'auto', autoTexts[step - 1] ?? ''),
      state: 'queued',
      follow_up_id: followUpId,
      step,
    })
    const due = this.#now + wait
    this.rows.outbox.push({ message_id: id, state: 'queued', due_at: due, attempts: 0, planned_at: due, urged: 0 })
  }

  #chat(texts: number, isLast: boolean): void {
    const random = this.#random
    const { language } = this.#person
    let theirs = this.#situation.textSince === null && random.chance(0.75)
    for (let left = texts; left > 0; left -= 1) {
      this.#pass(random.chance(0.2) ? hour + random.below(20 * hour) : 20 * second + random.below(20 * minute))
      if (isLast && left === 1 && random.chance(0.01)) this.#stop()
      else if (theirs) this.#received(sentence(random, language, 'contact'))
      else this.#written(sentence(random, language, 'staff'))
      if (random.chance(0.8)) theirs = !theirs
    }
  }

  #received(body: string): void {
    this.rows.message.push({
      ...this.#message(uuid(this.#random), 'contact', body),
      gateway: 'twilio',
      provider_id: providerId(this.#random),
    })
    this.#unread = true
    this.#apply({ kind: 'text-in', at: this.#now })
  }

  #written(body: string): void {
    this.#unread = false
    this.#apply({ kind: 'staff-wrote' })
    this.#text('staff', body, { followUpId: null, step: null, failed: this.#random.chance(0.004) })
  }

  #text(
    author: 'staff' | 'auto',
    body: string,
    { followUpId, step, failed }: { followUpId: string | null; step: number | null; failed: boolean },
  ): void {
    const id = uuid(this.#random)
    const problem = { message: 'The carrier did not deliver the text.', remedy: 'Call instead.' }
    this.rows.message.push({
      ...this.#message(id, author, body),
      state: failed ? 'failed' : 'delivered',
      follow_up_id: followUpId,
      step,
      gateway: 'twilio',
      provider_id: providerId(this.#random),
      sent_at: this.#now,
      settled_at: this.#now + 2000,
      problem: failed ? JSON.stringify(problem) : null,
    })
    this.rows.attempt.push({
      message_id: id,
      number: 1,
      started_at: this.#now - 300,
      gateway_time: this.#now - 400,
      ended_at: this.#now,
      end: 'accepted',
      detail: null,
    })
    // What staff wrote and did not arrive is theirs to look at, once.
    if (failed && author === 'staff' && !this.#lastTextFailed) {
      this.#apply({ kind: 'look', at: this.#now })
      this.#unread = true
    }
    this.#lastTextFailed = failed
  }

  #message(id: string, author: 'contact' | 'staff' | 'auto', body: string) {
    const theirs = author === 'contact'
    return {
      id,
      conversation_id: this.#conversationId,
      direction: theirs ? ('in' as const) : ('out' as const),
      author,
      body,
      state: theirs ? ('received' as const) : ('delivered' as const),
      follow_up_id: null as string | null,
      step: null as number | null,
      created_at: this.#now,
      at: this.#now,
      gateway: null as string | null,
      provider_id: null as string | null,
      sent_at: null as number | null,
      settled_at: null as number | null,
      problem: null as string | null,
      media: 0,
    }
  }

  #stop(): void {
    const { number } = this.#person
    this.rows.message.push({
      ...this.#message(uuid(this.#random), 'contact', 'STOP'),
      gateway: 'twilio',
      provider_id: providerId(this.#random),
    })
    this.rows.opt_out.push({ number, at: this.#now, source: 'text', evidence: 'STOP' })
    this.rows.opt_out_audit.push({ number, at: this.#now, change: 'out', source: 'text', evidence: 'STOP' })
    this.#happening('opted-out', 'Wants no texts: asked for it in a text')
    this.#unread = true
  }

  #note(): void {
    this.#pass(10 * second)
    const body = sentence(this.#random, 'en', 'staff')
    this.rows.note.push({ id: uuid(this.#random), conversation_id: this.#conversationId, body, at: this.#now })
  }

  #happening(event: 'follow-up-stopped' | 'opted-out', text: string): void {
    const id = uuid(this.#random)
    this.rows.happening.push({ id, conversation_id: this.#conversationId, event, text, at: this.#now })
  }

  #decide(
    callId: string,
    messageId: string | null,
    step: number,
    { verdict, rule, reason }: { verdict: 'text' | 'skip'; rule: string; reason: string },
  ): void {
    const call = this.rows.call.at(-1)
    const stage = messageId === null ? 'call-ended' : 'sending'
    const facts = keptFacts({
      stage,
      step: step === 2 || step === 3 ? step : 1,
      plannedAt: this.#now,
      callEndedAt: call?.ended_at ?? this.#now,
      outcome: call?.outcome ?? 'missed',
      missedReason: call?.reason ?? null,
    })
    this.rows.decision.push({
      call_id: callId,
      message_id: messageId,
      stage,
      verdict,
      rule,
      reason,
      facts,
      at: this.#now,
      step,
    })
  }

  /** Offices do not let people wait for months: what is old is mostly done. */
  #tidyUp(): void {
    const age = this.#end - this.#now
    const done = age > 14 * day ? 0.97 : age > 2 * day ? 0.9 : 0.4
    if (this.#random.chance(done)) this.#apply({ kind: 'marked-done' })
    if (this.#situation.markedDone) this.#unread = false
  }

  #apply(event: InboxEvent): void {
    this.#situation = after(this.#situation, event)
    this.#cover()
  }

  #cover(): void {
    const { callSince } = this.#situation
    const callCovered = callSince !== null && this.#isCovered(callSince)
    if (callCovered !== this.#situation.callCovered) this.#situation = { ...this.#situation, callCovered }
  }

  /** As inbox/cover.ts. */
  #isCovered(callEndedAt: number): boolean {
    const last = this.rows.follow_up.at(-1)
    if (!last || last.started_at + day <= callEndedAt) return false
    if (last.state === 'running') return true
    const { message: messages, call: calls } = this.rows
    const since = messages.findLastIndex((text) => text.at <= last.started_at) + 1
    const later = messages.slice(since)
    if (!later.some((text) => text.follow_up_id === last.id && text.state === 'delivered')) return false
    const before = (at: number) => at > last.started_at && at < callEndedAt
    if (later.some((text) => text.author !== 'auto' && text.state !== 'failed' && before(text.at))) return false
    return !calls.some((call) => call.outcome === 'answered' && before(call.started_at))
  }

  #pass(ms: number): void {
    const then = Math.round(this.#now + ms)
    // Who has very much to say, says it in less time.
    this.#now = then < this.#end ? then : this.#now + 50
  }

  #close(first: number): void {
    const { number, name } = this.#person
    const contactId = uuid(this.#random)
    this.rows.contact.push({
      id: contactId,
      number,
      name,
      name_source: name === null ? null : this.#random.chance(0.5) ? 'staff' : 'pbx',
      notes: this.#random.chance(0.05) ? sentence(this.#random, 'en', 'staff') : '',
      blocked: this.#random.chance(0.001) ? 1 : 0,
      created_at: first,
    })
    this.rows.conversation.push({
      id: this.#conversationId,
      contact_id: contactId,
      unread: this.#unread ? 1 : 0,
      ...lineInList(this.rows, this.#situation),
    })
  }
}

/** The same day, between 8 and 17 o'clock (UTC: whose clock it is does not matter here). */
function atOfficeHours(at: number): number {
  const midnight = Math.floor(at / day) * day
  return midnight + 8 * hour + ((at - midnight) / day) * 9 * hour
}
