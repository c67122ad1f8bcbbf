/** What "Done" did besides hiding the conversation, kept for its Undo. In memory: Undo is offered for some seconds. */
import { conversationsOfPerson } from '../contacts/person.ts'
import type { Work } from '../store/database.ts'
import { applyEvent, isMarkedDone, markRead, markUnread } from './conversations.ts'

/** Lets a follow-up that "Done" stopped go on. */
type GoOn = (work: Work, now: number) => Promise<unknown>

/** Of one conversation that "Done" hid. */
interface Kept {
  id: string
  unread: boolean
  /** Null when none ran, or when none may go on any more. */
  goOn: GoOn | null
}

/** As many as staff may mark at once. Older ones can still be undone, but for their follow-up and the mark "unread". */
const most = 2000

export class DoneMemory {
  /** By the conversation that was marked: it, and those with the person's other numbers that were not done either. */
  readonly #kept = new Map<string, Kept[]>()

  /**
   * Marks a conversation, and those with the person's other numbers, as done and read, and stops their follow-up.
   * `already`: nothing was left to be done with.
   */
  async markDone(
    work: Work,
    id: string,
    stop: (work: Work, id: string) => Promise<GoOn | null> = async () => null,
  ): Promise<'done' | 'already' | 'gone'> {
    const marked: Kept[] = []
    for (const each of await conversationsOfPerson(work.db, id)) {
      const before = await isMarkedDone(work.db, each)
      if (before === null && each === id) return 'gone'
      // Said twice: the first time did it all. On other numbers it may be all settled without a word of staff.
      if (before === null || before.markedDone || (each !== id && before.settled)) continue
      await applyEvent(work, each, { kind: 'marked-done' })
      const goOn = await stop(work, each)
      await markRead(work, each)
      marked.push({ id: each, unread: before.unread, goOn })
    }
    if (marked.length === 0) return 'already'
    work.afterCommit(() => this.#keep(id, marked))
    return 'done'
  }

  /**
   * Brings back what was before "Done". False when the conversation is not done by staff's word any more: something
   * new has happened in it.
   */
  async undo(work: Work, id: string, now: number): Promise<boolean> {
    let undone = false
    for (const kept of this.#kept.get(id) ?? [{ id, unread: false, goOn: null }]) {
      if (!(await isMarkedDone(work.db, kept.id))?.markedDone) continue
      await kept.goOn?.(work, now)
      await applyEvent(work, kept.id, { kind: 'done-undone' })
      if (kept.unread) await markUnread(work, kept.id)
      undone = true
    }
    if (undone) work.afterCommit(() => this.#kept.delete(id))
    return undone
  }

  /** Automatic texts were paused: what "Done" stopped stays stopped, as the pause would have stopped it. */
  forgetFollowUps(): void {
    for (const kept of [...this.#kept.values()].flat()) kept.goOn = null
  }

  #keep(id: string, kept: Kept[]): void {
    this.#kept.delete(id)
    this.#kept.set(id, kept)
    const [oldest] = this.#kept.keys()
    if (this.#kept.size > most && oldest !== undefined) this.#kept.delete(oldest)
  }
}
