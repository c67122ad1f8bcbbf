import { pluralsOf } from '../../../electron/contract/text/locale.ts'

/** `1 mensaje`, `2 mensajes`. */
export const plural = pluralsOf('es')
