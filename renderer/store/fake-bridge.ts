/** A bridge for unit tests: answers from functions, remembers what was asked, lets the test raise events. */
import type { Bridge } from '../../electron/contract/bridge.ts'
import type { CommandInput, CommandName, CommandOutput } from '../../electron/contract/commands.ts'
import type { EventName, Events } from '../../electron/contract/events.ts'
import type { Result } from '../../electron/contract/result.ts'

type Answers = { [N in CommandName]?: (input: CommandInput<N>) => Result<CommandOutput<N>> }

export function fakeBridge(answers: Answers) {
  const asked: { name: CommandName; input: unknown }[] = []
  const listeners = new Map<EventName, Set<(event: never) => void>>()
  const bridge: Bridge = {
    request<N extends CommandName>(name: N, input: CommandInput<N>): Promise<Result<CommandOutput<N>>> {
      asked.push({ name, input })
      const answer = answers[name]
      return Promise.resolve(answer?.(input) ?? { ok: false, failure: { code: 'not-found', message: name } })
    },
    on(name, listener) {
      const all = listeners.get(name) ?? new Set()
      listeners.set(name, all.add(listener))
      return () => all.delete(listener)
    },
  }
  return {
    bridge,
    count: (name: CommandName): number => asked.filter((request) => request.name === name).length,
    last: (name: CommandName): unknown => asked.findLast((request) => request.name === name)?.input,
    raise: <N extends EventName>(name: N, event: Events[N]): void => {
      for (const listener of listeners.get(name) ?? []) (listener as (event: Events[N]) => void)(event)
    },
    /** Lets every request that is under way be answered. */
    settle: (): Promise<void> => new Promise((done) => setTimeout(done)),
  }
}
