/** A desk phone that calls out because the manager interface was told so (Originate). */
import { connect } from 'node:net'
import type { Lab } from '../start-lab.ts'
import type { Began } from './scenario.ts'
import { wait } from './scenario.ts'

export interface ClickToCall {
  phone: string
  to: string
  /** Default: the phone itself. */
  through?: string
  /** How long the phone itself is rung; default 10. */
  ringSeconds?: number
}

/** Resolves when no call goes on any more. */
export async function clickToCall(lab: Lab, call: ClickToCall): Promise<Began> {
  const startedAt = Date.now()
  const originate = {
    Action: 'Originate',
    Channel: call.through ?? `PJSIP/${call.phone}`,
    Context: lab.insideContext,
    Exten: call.to,
    Priority: '1',
    CallerID: `<${call.phone}>`,
    Timeout: String((call.ringSeconds ?? 10) * 1000),
    Async: 'true',
  }
  const { host, port, username, password } = lab.ami
  const socket = connect(port, host)
  socket.resume()
  socket.on('error', () => {})
  for (const action of [{ Action: 'Login', Username: username, Secret: password, Events: 'off' }, originate]) {
    socket.write(
      `${Object.entries(action)
        .map(([name, value]) => `${name}: ${value}\r\n`)
        .join('')}\r\n`,
    )
  }
  await wait(1)
  while (!/^0 active channels/m.test(await lab.console('core show channels'))) await wait(0.2)
  socket.destroy()
  return { startedAt, endedAt: Date.now(), endedBy: 'pbx' }
}
