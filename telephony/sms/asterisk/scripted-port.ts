/** For tests: a phone system without a network, which keeps texts as the dialplan would (dialplan.ts). */
import { kept, textEvent } from './dialplan.ts'
import type { PhoneSystemPort, PortAnswer, PortEvent } from './port.ts'

type Reply = PortAnswer | null | Error

export function answer(headers: Record<string, string> = {}, ok = true): PortAnswer {
  const { Message: message = '', ...rest } = headers
  return { ok, message, get: (header) => rest[header] }
}

export class ScriptedPort implements PhoneSystemPort {
  readonly asked: Record<string, string>[] = []
  /** Actions that the user is offered. */
  offered = ['MessageSend', 'DBGet', 'Getvar', 'ShowDialPlan']
  connected = true
  /** What a text that is sent meets. */
  send: (fields: Record<string, string>) => Reply = () => answer({ Message: 'Message successfully sent' })
  /** Values of `Getvar`, and answers to other actions, by name. */
  readonly variables = new Map<string, string>()
  /** Lines of the dialplan, `Application(data`, as `ShowDialPlan` lists them. */
  dialplan: [application: string, data: string][] = []
  /** Hears of `signInAgainFor`. */
  signedInAgain: () => void = () => {}
  now = 1_795_600_000
  #database = new Map<string, string>()
  readonly #listeners = new Set<(event: PortEvent) => void>()

  async action(fields: Record<string, string>): Promise<PortAnswer | null> {
    if (!this.connected) return null
    this.asked.push(fields)
    const reply = this.#reply(fields)
    if (reply instanceof Error) throw reply
    return reply
  }

  onEvent(listener: (event: PortEvent) => void): () => void {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  async signInAgainFor(): Promise<void> {
    this.signedInAgain()
  }

  tell(event: string, headers: Record<string, string>): void {
    for (const listener of this.#listeners) listener({ event, get: (header) => headers[header] })
  }

  /** A text reaches the dialplan, which `keeps` it or only tells of it. Returns its id. */
  receive(from: string, body: string, { keeps = true, tells = true } = {}): string {
    const count = Number(this.#database.get('last') ?? 0) + 1
    const id = `${this.now}-${count}`
    const [sender, text] = [from, body].map((words) => Buffer.from(words).toString('base64'))
    if (keeps) {
      this.#database.set(String(count % kept), `${id}:${sender}:${text}:`)
      this.#database.set('last', String(count))
    }
    if (tells) this.tell('UserEvent', { UserEvent: textEvent, Id: id, From: sender ?? '', Text: text ?? '' })
    return id
  }

  /** Puts an entry in, whatever it is. */
  keep(key: string, entry: string): void {
    this.#database.set(key, entry)
  }

  /** Somebody empties the phone system's database. */
  forgetAll(): void {
    this.#database = new Map()
  }

  #reply(fields: Record<string, string>): Reply {
    switch (fields['Action']) {
      case 'ListCommands':
        return answer(Object.fromEntries(this.offered.map((action) => [action, '(Priv: …)'])))
      case 'MessageSend':
        return this.send(fields)
      case 'DBGet': {
        const value = this.#database.get(fields['Key'] ?? '')
        if (value === undefined) return answer({ Message: 'Database entry not found' }, false)
        this.tell('DBGetResponse', { Family: fields['Family'] ?? '', Key: fields['Key'] ?? '', Val: value })
        return answer()
      }
      case 'ShowDialPlan':
        for (const [Application, AppData] of this.dialplan) this.tell('ListDialplan', { Application, AppData })
        this.tell('ShowDialPlanComplete', {})
        return answer()
      case 'Getvar':
        return answer({ Value: this.variables.get(fields['Variable'] ?? '') ?? '' })
      default:
        return answer({ AsteriskVersion: this.variables.get('version') ?? '' })
    }
  }
}
