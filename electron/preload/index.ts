/** The one bridge: verbs of the contract and nothing else. Bundled into one CommonJS file, as the sandbox wants it. */
import { contextBridge, ipcRenderer } from 'electron'
import type { Bridge } from '../contract/bridge.ts'
import { eventChannel, requestChannel } from '../contract/channels.ts'
import { commandNames } from '../contract/command-names.ts'
import { eventNames } from '../contract/events.ts'
import type { EventName } from '../contract/events.ts'
import { fail } from '../contract/result.ts'

const listeners = new Map<string, Set<(payload: unknown) => void>>(eventNames.map((name) => [name, new Set()]))

ipcRenderer.on(eventChannel, (_event, name: unknown, payload: unknown) => {
  for (const listener of listeners.get(String(name)) ?? []) listener(payload)
})

/** No language reaches up to here: failures of the bridge itself come without words, and the window has them. */
const bridge: Bridge = {
  async request(name, input) {
    if (!commandNames.has(name)) return fail('bad-input', '')
    try {
      return await ipcRenderer.invoke(requestChannel, name, input)
    } catch {
      return fail('internal', '')
    }
  },
  on(name: EventName, listener: (payload: never) => void) {
    const heard = listener as (payload: unknown) => void
    listeners.get(name)?.add(heard)
    return () => void listeners.get(name)?.delete(heard)
  },
}

contextBridge.exposeInMainWorld('ringback', bridge)
