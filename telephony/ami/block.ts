/** What asterisk-manager makes of an answer, turned into what the rest of Ringback sees. */

/** The phone system's answer to an action. */
export interface AmiResponse {
  /** False when the phone system answered with an error. */
  readonly ok: boolean
  /** What it said, e.g. `Permission denied`; may be empty. */
  readonly message: string
  /** The value of a header, whatever its case. */
  get(header: string): string | undefined
}

/**
 * Reads an answer as the package made it: own properties with lower-case names, a list where a header came repeatedly,
 * an object of names and values for `Variable` and `ChanVariable`. Null when it is no answer.
 */
export function readAnswer(
  block: Record<string, unknown>,
): { actionId: string | undefined; response: AmiResponse } | null {
  const headers = new Map(pairs(block))
  const response = headers.get('response')
  if (response === undefined) return null
  const get = (header: string) => headers.get(header.toLowerCase())
  const ok = response.toLowerCase() !== 'error'
  return { actionId: get('actionid'), response: { ok, message: get('message') ?? '', get } }
}

function* pairs(block: Record<string, unknown>): Generator<[string, string]> {
  for (const [key, value] of Object.entries(block)) {
    // `Header:` without the space that belongs after the colon keeps its colon in the package.
    const name = key.replace(/:$/, '')
    if (typeof value === 'string') yield [name, value]
    else if (Array.isArray(value)) {
      // A header called like something every object has (`constructor`) brings that along; text is what was sent.
      for (const one of value) if (typeof one === 'string') yield [name, one]
    } else if (typeof value === 'object' && value !== null) {
      for (const [variable, its] of Object.entries(value)) yield [name, variableText(name, variable, String(its))]
    }
  }
}

/** VarSet names its variable alone (`Variable: DIALSTATUS`), everything else writes `NAME=value`. */
function variableText(header: string, variable: string, value: string): string {
  return value === '' && header === 'variable' ? variable : `${variable}=${value}`
}
