/** Where the rooms write what happened. Never message bodies, secrets or whole numbers (see `maskNumber`). */
export interface Logger {
  /** `event` is a short fixed name (`pbx.signed-in`); `facts` are flat values that make it useful. */
  info(event: string, facts?: Record<string, unknown>): void
  warn(event: string, facts?: Record<string, unknown>): void
  error(event: string, facts?: Record<string, unknown>): void
}

export const silentLogger: Logger = { info: () => {}, warn: () => {}, error: () => {} }
