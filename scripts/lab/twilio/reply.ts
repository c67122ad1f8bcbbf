/** One answer, before it is written to the wire. */
export interface Reply {
  status: number
  /** Bytes are sent as they are, an object as JSON, a string as HTML. */
  body: object | string | Buffer
  headers?: Record<string, string>
}

export function json(status: number, body: object): Reply {
  return { status, body }
}
