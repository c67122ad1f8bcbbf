/** One request of the contract: who answers it, what goes in, what comes out. */
import type { z } from 'zod'

export interface Command<Owner extends 'main' | 'engine', Input extends z.ZodType, Output> {
  /** The process that answers. */
  owner: Owner
  input: Input
  /** Only a type: nothing is ever stored here. */
  output?: Output
}

/** A request that the engine answers with `Output`; its input is given next. */
export function engine<Output>() {
  return <Input extends z.ZodType>(input: Input): Command<'engine', Input, Output> => ({ owner: 'engine', input })
}

/** A request that main answers by itself. */
export function main<Output>() {
  return <Input extends z.ZodType>(input: Input): Command<'main', Input, Output> => ({ owner: 'main', input })
}
