import { pluralsOf } from '../locale.ts'

/** `1 text`, `2 texts`, `1,204 texts`. */
export const plural = pluralsOf('en')
