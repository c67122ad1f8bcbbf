/** The one bridge: verbs of the contract and nothing else. Bundled into one CommonJS file, as the sandbox wants it. */
import { contextBridge, ipcRenderer } from 'electron'
import type { Bridge } from '../contract/bridge.ts'
import { eventChannel, requestChannel } from '../contract/channels.ts'
import { commandNames } from '../contract/command-names.ts'
import { firstQuestions } from '../contract/first-questions.ts'
import { eventNames } from '../contract/events.ts'
import type { EventName } from '../contract/events.ts'
import { fail } from '../contract/result.ts'
import type { Result } from '../contract/result.ts'

type Heard = (payload: unknown) => void

const listeners = new Map<string, Set<Heard>>(eventNames.map((name) => [name, new Set()]))
/** What was told before the page listened: whoever listens first hears it. */
const unheard = new Map<string, unknown[]>(eventNames.map((name) => [name, []]))
const mostUnheard = 50

ipcRenderer.on(eventChannel, (_event, name: unknown, payload: unknown) => {
  unheard.get(String(name))?.push(payload)
  if ((unheard.get(String(name))?.length ?? 0) > mostUnheard) unheard.get(String(name))?.shift()
  for (const listener of listeners.get(String(name)) ?? []) listener(payload)
})

/** Asked while the page's scripts are still on their way; the page's own first questions are answered by it. */
const early = new Map(firstQuestions.map(([name, input]) => [keyOf(name, input), ask(name, input)]))

/** No language reaches up to here: failures of the bridge itself come without words, and the window has them. */
const bridge: Bridge = {
  async request(name, input) {
    if (!commandNames.has(name)) return fail('bad-input', '')
    const key = keyOf(name, input)
    const asked = early.get(key)
    early.delete(key)
    return (asked ?? ask(name, input)) as never
  },
  on(name: EventName, listener: (payload: never) => void) {
    const heard = listener as Heard
    listeners.get(name)?.add(heard)
    for (const payload of unheard.get(name) ?? []) heard(payload)
    unheard.delete(name)
    return () => void listeners.get(name)?.delete(heard)
  },
}

async function ask(name: string, input: unknown): Promise<Result<unknown>> {
  try {
    return (await ipcRenderer.invoke(requestChannel, name, input)) as Result<unknown>
  } catch {
    return fail('internal', '')
  }
}

function keyOf(name: string, input: unknown): string {
  return JSON.stringify([name, input])
}

contextBridge.exposeInMainWorld('ringback', bridge)
