import { pluralsOf } from '../locale.ts'

export const plural = pluralsOf('en')
