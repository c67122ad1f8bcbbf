import { pluralsOf } from '../../../electron/contract/text/locale.ts'

/** `1 text`, `2 texts`, `1,204 texts`. */
export const plural = pluralsOf('en')
