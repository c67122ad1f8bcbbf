/** The connection to the phone system as the gateway that texts through it wants it. */
import type { AmiResponse } from '../../telephony/ami/connection.ts'
import { AmiFailure } from '../../telephony/ami/problems.ts'
import type { PhoneSystemPort, PortAnswer, PortEvent } from '../../telephony/sms/asterisk/port.ts'

export interface PhoneSystemWireOptions {
  /** Rejects with an `AmiFailure`. */
  ask(fields: Record<string, string>): Promise<AmiResponse>
  signInAgainFor(action: string): Promise<void>
}

export class PhoneSystemWire implements PhoneSystemPort {
  readonly #options: PhoneSystemWireOptions
  readonly #listeners = new Set<(event: PortEvent) => void>()

  constructor(options: PhoneSystemWireOptions) {
    this.#options = options
  }

  async action(fields: Record<string, string>): Promise<PortAnswer | null> {
    try {
      return await this.#options.ask(fields)
    } catch (error) {
      if (error instanceof AmiFailure && error.nothingSent) return null
      throw error
    }
  }

  onEvent(listener: (event: PortEvent) => void): () => void {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  signInAgainFor(action: string): Promise<void> {
    return this.#options.signInAgainFor(action)
  }

  /** Takes an event of the connection. */
  handle(event: PortEvent): void {
    for (const listener of this.#listeners) listener(event)
  }
}
