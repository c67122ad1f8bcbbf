/** As much of the untyped package `asterisk-manager` as `client.ts` uses. */
declare module 'asterisk-manager' {
  import type { NetConnectOpts, Socket } from 'node:net'

  export interface Manager {
    on(event: 'rawevent', listener: (block: Record<string, unknown>) => void): void
    on(event: 'error', listener: (error: Error) => void): void
    on(event: 'close', listener: () => void): void
    /** The listeners that wait for the answer to an action, by its ActionID. */
    listeners(actionId: string): unknown[]
    emit(actionId: string, error: unknown, answer: unknown): void
    removeAllListeners(name: string): void
    /** Hands both arguments to `net.createConnection`. */
    connect(options: NetConnectOpts, connected: (this: Socket) => void): void
    login(told: (error?: unknown) => void): void
    /** Writes the action; returns its ActionID. */
    action(fields: Record<string, string>): string
  }

  /** Connects by itself, dropping its errors, when it is given a port. */
  function createManager(port: null, host: string, username: string, password: string, events: boolean): Manager
  export default createManager
}
