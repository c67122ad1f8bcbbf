/** What this gateway needs of the connection to the phone system; whoever has one lends it. */
import type { Clock } from '../../clock.ts'

/** The phone system's answer to an action. */
export interface PortAnswer {
  /** False for an error. */
  readonly ok: boolean
  readonly message: string
  /** The value of a header, whatever its case. */
  get(header: string): string | undefined
}

export interface PortEvent {
  readonly event: string
  get(header: string): string | undefined
}

export interface PhoneSystemPort {
  /**
   * Sends an action, e.g. `{ Action: 'Ping' }`, and resolves with the answer, be it an error. Null when nobody is
   * connected: then nothing left this PC. Rejects when the action left and no answer came: what it did nobody knows.
   */
  action(fields: Record<string, string>): Promise<PortAnswer | null>
  /** Hears every event from now on. Call what it returns to stop. */
  onEvent(listener: (event: PortEvent) => void): () => void
  /**
   * Signs in anew where that gives this user the action: a connection that stands keeps the rights it had when they
   * are changed. Resolves when it is done, or of no use. Never rejects.
   */
  signInAgainFor(action: string): Promise<void>
}

/** So long the events of one answer may take, in ms. */
const listWait = 10_000

export interface ListNames {
  item: string
  /** The event after the last item; the item's own name where there is one only. */
  complete: string
}

/**
 * An action whose answer comes as events: the answer itself and those events. Null when nobody is connected. Rejects
 * like `action`, and when the events do not come to an end.
 */
export async function listed(
  { port, clock }: { port: PhoneSystemPort; clock: Clock },
  action: Record<string, string>,
  { item, complete }: ListNames,
): Promise<{ answer: PortAnswer; items: PortEvent[] } | null> {
  const items: PortEvent[] = []
  let end = () => {}
  const ended = new Promise<void>((resolve) => {
    end = resolve
  })
  const forget = port.onEvent((event) => {
    if (event.event === item) items.push(event)
    if (event.event === complete) end()
  })
  let giveUp = () => {}
  try {
    const answer = await port.action(action)
    if (!answer?.ok) return answer && { answer, items }
    await new Promise<void>((resolve, reject) => {
      giveUp = clock.after(listWait, () => reject(new Error(`${action['Action']} came to no end`)))
      void ended.then(resolve)
    })
    return { answer, items }
  } finally {
    giveUp()
    forget()
  }
}
