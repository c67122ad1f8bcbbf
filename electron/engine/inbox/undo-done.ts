/** What "Done" did besides hiding the conversation, kept for its Undo. In memory: Undo is offered for some seconds. */
import type { Work } from '../store/database.ts'
import { applyEvent, isMarkedDone, markRead, markUnread } from './conversations.ts'

/** Lets a follow-up that "Done" stopped go on. */
type GoOn = (work: Work, now: number) => Promise<unknown>

interface Kept {
  unread: boolean
  /** Null when none ran, or when none may go on any more. */
  goOn: GoOn | null
}

/** As many as staff may mark at once. Older ones can still be undone, but for their follow-up and the mark "unread". */
const most = 2000

export class DoneMemory {
  readonly #kept = new Map<string, Kept>()

  /** Marks a conversation as done and read, and stops its follow-up. False when there is no such conversation. */
  async markDone(
    work: Work,
    id: string,
    stop: (work: Work, id: string) => Promise<GoOn | null> = async () => null,
  ): Promise<boolean> {
    const before = await isMarkedDone(work.db, id)
    if (before === null) return false
    // Said twice: the first time did it all.
    if (before.markedDone) return true
    await applyEvent(work, id, { kind: 'marked-done' })
    const goOn = await stop(work, id)
    await markRead(work, id)
    work.afterCommit(() => this.#keep(id, { unread: before.unread, goOn }))
    return true
  }

  /**
   * Brings back what was before "Done". False when the conversation is not done by staff's word any more: something
   * new has happened in it.
   */
  async undo(work: Work, id: string, now: number): Promise<boolean> {
    if (!(await isMarkedDone(work.db, id))?.markedDone) return false
    const kept = this.#kept.get(id)
    await kept?.goOn?.(work, now)
    await applyEvent(work, id, { kind: 'done-undone' })
    if (kept?.unread) await markUnread(work, id)
    work.afterCommit(() => this.#kept.delete(id))
    return true
  }

  /** Automatic texts were paused: what "Done" stopped stays stopped, as the pause would have stopped it. */
  forgetFollowUps(): void {
    for (const kept of this.#kept.values()) kept.goOn = null
  }

  #keep(id: string, kept: Kept): void {
    this.#kept.delete(id)
    this.#kept.set(id, kept)
    const [oldest] = this.#kept.keys()
    if (this.#kept.size > most && oldest !== undefined) this.#kept.delete(oldest)
  }
}
