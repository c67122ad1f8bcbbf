/** Reads a busy phone system for a while, as the product does: `steady-run.ts RATE SECONDS`. Prints one line of JSON. */
import { fork } from 'node:child_process'
import path from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { PhoneLink } from '../../electron/engine/phone-link.ts'
import { systemClock } from '../../telephony/clock.ts'
import { silentLogger } from '../../telephony/logger.ts'

interface Sent {
  sent: number
  needed: number
  calls: number
  hungUp: boolean
  longestFullMs: number
  seconds: number
}

const [rate = '2000', seconds = '20'] = process.argv.slice(2)
const server = fork(path.join(import.meta.dirname, 'steady-server.ts'), [rate, seconds], {
  execArgv: ['--import', 'tsx'],
})
const messages: ((message: { port?: number; done?: Sent }) => void)[] = []
server.on('message', (message) => messages.shift()?.(message as { port?: number; done?: Sent }))
const next = () => new Promise<{ port?: number; done?: Sent }>((resolve) => messages.push(resolve))

const { port = 0 } = await next()
const seen = { events: 0, calls: 0, lost: 0 }
const link = new PhoneLink(
  { host: '127.0.0.1', port, username: 'ringback', password: 'x', trunks: ['PJSIP/trunk'] },
  {
    clock: systemClock,
    logger: silentLogger,
    listeners: {
      ended: () => {
        seen.calls++
        return Promise.resolve()
      },
      live: () => {},
      health: () => {},
      gap: (change) => {
        if (change === 'began') seen.lost++
      },
      event: (event) => {
        // The lists that are asked for on connecting are no traffic.
        if (event.get('ActionID') === undefined) seen.events++
      },
    },
  },
)
const delay = monitorEventLoopDelay({ resolution: 1 })
const finished = next()
link.start()
// Starting up is no traffic either.
setTimeout(() => delay.enable(), 1000)
const { done } = await finished
await new Promise<void>((resolve) => setTimeout(resolve, 300))
delay.disable()
const lost = seen.lost
await link.stop()
server.disconnect()
const ms = (nanoseconds: number) => Math.round(nanoseconds / 1e4) / 100
const result = {
  ...done,
  toldEvents: seen.events,
  toldCalls: seen.calls,
  connectionsLost: lost,
  delayMs: { p50: ms(delay.percentile(50)), p99: ms(delay.percentile(99)), max: ms(delay.max) },
}
process.stdout.write(`${JSON.stringify(result)}\n`, () => process.exit())
