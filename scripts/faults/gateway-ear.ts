/** Writes into the run's diary what the gateway heard. */
import type { HeardRequest } from '../lab/twilio/stand-in.ts'
import type { Diary } from './diary.ts'
import { headers as marks } from './fail-points.ts'
import { sender } from './office-settings.ts'
import { momentOf } from './pc-diary.ts'

export class GatewayEar {
  readonly #diary: Diary
  readonly #lag: () => number
  /** Counts what it heard. */
  #heard = 0

  /** `lag`: how far lists lag now, ms. */
  constructor(diary: Diary, lag: () => number) {
    this.#diary = diary
    this.#lag = lag
  }

  hear(request: HeardRequest): void {
    this.#heard += 1
    const pc = request.headers[marks.pc]
    const answer = typeof request.reply?.body === 'object' ? (request.reply.body as Record<string, unknown>) : {}
    if (request.operation === 'create') this.#send(request, typeof pc === 'string' ? pc : null, answer)
    if (request.operation === 'list' && Array.isArray(answer['messages']))
      this.#list(request, String(pc), answer['messages'] as { sid: string }[])
  }

  /** `pc`: null for somebody at the gateway's own website. */
  #send({ form, headers, arrivedAt, fault }: HeardRequest, pc: string | null, answer: Record<string, unknown>): void {
    const { sid, code } = answer
    const text = { to: form.get('To') ?? '', body: form.get('Body') ?? '', at: arrivedAt, lag: this.#lag() }
    if (pc === null) {
      if (typeof sid === 'string') this.#diary.byHand.push({ ...text, sid })
      return
    }
    this.#diary.requests.push({
      pc,
      ...text,
      order: this.#heard,
      claimed: momentOf(Number(headers[marks.life]), Number(headers[marks.claimed])),
      heardAt: Date.now(),
      sid: typeof sid === 'string' ? sid : null,
      fault: fault?.kind ?? null,
      code: typeof code === 'number' ? code : null,
    })
  }

  #list({ query, fault }: HeardRequest, pc: string, messages: { sid: string }[]): void {
    if (fault && fault.kind !== 'repeated' && fault.kind !== 'slow') return
    const sids = new Set(messages.map(({ sid }) => sid))
    const to = query.get('To')
    if (to !== null && to !== sender) this.#diary.lookups.push({ pc, to, order: this.#heard, sids })
    for (const text of this.#diary.written) {
      if (sids.has(text.sid) && !text.shownAt.has(pc)) text.shownAt.set(pc, Date.now())
    }
  }
}
