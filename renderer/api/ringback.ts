/**
 * The window's only way out: the bridge that the preload puts on `window.ringback`. It is looked up at each call, so
 * that a test (or a page opened without the app) can stand something else in.
 */
import type { Bridge } from '../../electron/contract/bridge.ts'
import type { CommandInput, CommandName, CommandOutput } from '../../electron/contract/commands.ts'
import type { EventName, Events } from '../../electron/contract/events.ts'
import type { Failure, Result } from '../../electron/contract/result.ts'
import { text } from '../text/index.ts'

declare global {
  interface Window {
    ringback?: Bridge
  }
}

const noBridge = (): Failure => ({
  code: 'not-ready',
  message: text.app.noBridge,
  remedy: text.app.noBridgeRemedy,
})

/** The bridge itself failed, and has no words. */
const noAnswer = (code: Failure['code']): Failure => ({
  code,
  message: code === 'bad-input' ? text.app.unknownRequest : text.app.couldNot,
  remedy: text.app.startAgain,
})

/** The bridge as everything in the window uses it. Like the contract's: never rejects, failures are data. */
export const api: Bridge = {
  async request<N extends CommandName>(name: N, input: CommandInput<N>): Promise<Result<CommandOutput<N>>> {
    if (!window.ringback) return { ok: false, failure: noBridge() }
    const result = await window.ringback.request(name, input)
    return result.ok || result.failure.message !== '' ? result : { ok: false, failure: noAnswer(result.failure.code) }
  },
  on<N extends EventName>(name: N, listener: (event: Events[N]) => void): () => void {
    return window.ringback?.on(name, listener) ?? (() => undefined)
  },
}
