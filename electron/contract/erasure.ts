/** How far an erasure is: with a large inbox and its copies it takes minutes, whatever becomes of the window. */
import type { ErasureReceipt } from './privacy.ts'
import type { Failure } from './result.ts'

export type ErasureState =
  | { phase: 'none' }
  /** `copies`: of the copies of the inbox so many are done. */
  | { phase: 'erasing'; copies: { done: number; of: number } }
  /** Both stay until somebody has seen them. */
  | { phase: 'done'; receipt: ErasureReceipt }
  | { phase: 'failed'; failure: Failure }
