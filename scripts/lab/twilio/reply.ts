/** One answer, before it is written to the wire. */
export interface Reply {
  status: number
  /** An object is sent as JSON, a string as HTML. */
  body: object | string
  headers?: Record<string, string>
}

export function json(status: number, body: object): Reply {
  return { status, body }
}
