/**
 * A phone system with much to tell: sends the load trace again and again, RATE events a second for about SECONDS, and
 * hangs up on a reader that leaves its buffer full for 100 ms, as Asterisk does with `writetimeout = 100`.
 * `steady-server.ts RATE SECONDS`, forked; tells its parent the port, and at the end what it sent.
 */
import net from 'node:net'
import { phoneSystem } from '../../telephony/ami/scripted-server.ts'
import { callsIn, loadTrace, renewing, withoutUnneeded } from './trace.ts'

const writeTimeout = 100
const tick = 10

const [rate = 2000, seconds = 20] = process.argv.slice(2).map(Number)
const trace = loadTrace()
const renewed = renewing(trace)
const rounds = Math.max(1, Math.round((rate * seconds) / trace.events))
const neededPerRound = withoutUnneeded(trace).events
const callsPerRound = callsIn(trace)

const server = net.createServer((socket) => {
  socket.setNoDelay(true).on('error', () => {})
  socket.write('Asterisk Call Manager/11.0.0\r\n')
  let pending = ''
  socket.setEncoding('latin1').on('data', (data: string) => {
    pending += data
    for (let end = pending.indexOf('\r\n\r\n'); end >= 0; end = pending.indexOf('\r\n\r\n')) {
      const lines = pending.slice(0, end).split('\r\n')
      pending = pending.slice(end + 4)
      const action = new Map(lines.map((line) => [line.split(': ')[0]?.toLowerCase() ?? '', line.split(': ')[1] ?? '']))
      answer(socket, action)
      // The list of calls is asked for last.
      if (action.get('action')?.toLowerCase() === 'coreshowchannels') setTimeout(() => void traffic(socket), 500)
    }
  })
})

function answer(socket: net.Socket, action: Map<string, string>): void {
  const known = action.get('secret') === undefined ? action : new Map([...action, ['secret', 'correct horse']])
  const told = phoneSystem(known)
  if (told === null) return
  const [first = '', ...others] = told.split('\r\n\r\n')
  const blocks = [`${first}\r\nActionID: ${action.get('actionid')}`, ...others]
  socket.write(blocks.map((block) => `${block}\r\n\r\n`).join(''))
}

async function traffic(socket: net.Socket): Promise<void> {
  const begun = performance.now()
  let sent = 0
  let fullSince: number | null = null
  let longestFull = 0
  for (let round = 0; round < rounds && !socket.destroyed; round++) {
    const frames = renewed(round).split('\r\n\r\n').slice(0, -1)
    for (let next = 0; next < frames.length && !socket.destroyed;) {
      const now = performance.now()
      const due = Math.min(frames.length, Math.floor(((now - begun) / 1000) * rate) - round * frames.length)
      if (due > next) {
        socket.write(
          frames
            .slice(next, due)
            .map((frame) => `${frame}\r\n\r\n`)
            .join(''),
          'latin1',
        )
        sent += due - next
        next = due
      }
      await new Promise<void>((resolve) => setTimeout(resolve, tick))
      if (socket.writableLength === 0) fullSince = null
      else {
        fullSince ??= now
        longestFull = Math.max(longestFull, performance.now() - fullSince)
        if (longestFull > writeTimeout) socket.destroy()
      }
    }
  }
  process.send?.({
    done: {
      sent,
      needed: rounds * neededPerRound,
      calls: rounds * callsPerRound,
      hungUp: socket.destroyed,
      longestFullMs: Math.round(longestFull),
      seconds: Math.round((performance.now() - begun) / 1000),
    },
  })
}

server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as net.AddressInfo).port }))
process.on('disconnect', () => process.exit())
