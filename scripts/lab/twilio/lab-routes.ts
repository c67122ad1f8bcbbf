/** The lab's own routes beside the API: other processes and people play the callers and break things through them. */
import { z } from 'zod'
import { faultSchema } from './faults.ts'
import type { Faults } from './faults.ts'
import { json } from './reply.ts'
import type { Reply } from './reply.ts'
import type { Switchboard } from './switchboard.ts'

const receiveSchema = z.object({
  from: z.string(),
  /** Left out: the account's first number. */
  to: z.string().optional(),
  body: z.string(),
  media: z.array(z.string()).optional(),
  mediaAfterMs: z.number().optional(),
  mediaBytes: z.int().min(0).optional(),
  ageMs: z.number().optional(),
  hiddenMs: z.number().optional(),
  receivingMs: z.number().optional(),
  withoutDateSent: z.boolean().optional(),
})

const outcomeSchema = z.object({
  to: z.string(),
  outcome: z.union([z.literal('delivered'), z.literal('no-receipt'), z.int()]),
})

export interface Lab {
  switchboard: Switchboard
  faults: Faults
  firstNumber: string
}

/**
 * - `GET /lab/ledger`: every accepted text · `GET /lab/messages`: all texts as the API shows them
 * - `POST /lab/receive {from, body, to?, media?}`: somebody texts the office
 * - `POST /lab/fault {kind, on?, times?, …}`: breaks the next requests; `DELETE /lab/fault` forgets all that wait
 * - `POST /lab/outcome {to, outcome}`: what becomes of texts to this number (`delivered`, `no-receipt`, a code)
 * - `POST /lab/lag {ms}`: how far lists lag behind
 */
export function answerLab(method: string, path: string, body: string, lab: Lab): Reply {
  const { switchboard, faults } = lab
  try {
    switch (`${method} ${path}`) {
      case 'GET /lab/ledger':
        return json(200, switchboard.ledger)
      case 'GET /lab/messages':
        return json(
          200,
          switchboard.messages.map((message) => switchboard.resource(message)),
        )
      case 'POST /lab/receive': {
        const text = receiveSchema.parse(JSON.parse(body))
        return json(201, switchboard.resource(switchboard.receive({ ...text, to: text.to ?? lab.firstNumber })))
      }
      case 'POST /lab/fault':
        faults.add(faultSchema.parse(JSON.parse(body)))
        return json(201, {})
      case 'DELETE /lab/fault':
        faults.clear()
        return json(200, {})
      case 'POST /lab/outcome': {
        const { to, outcome } = outcomeSchema.parse(JSON.parse(body))
        switchboard.setOutcome(to, outcome)
        return json(201, {})
      }
      case 'POST /lab/lag':
        switchboard.listLagMs = z.object({ ms: z.number().min(0) }).parse(JSON.parse(body)).ms
        return json(201, {})
      default:
        return json(404, { message: `The lab knows no ${method} ${path}.` })
    }
  } catch (error) {
    const message = error instanceof z.ZodError ? z.prettifyError(error) : String(error)
    return json(400, { message })
  }
}
