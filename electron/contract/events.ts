/**
 * What the engine and main tell the window. Events are invalidations, not data: each carries the store's revision,
 * so that a window subscribes, takes a snapshot and drops what is older. The few with content are for tray and toasts.
 */
import type { ErasureState } from './erasure.ts'
import type { ImportState } from './import.ts'
import type { LockState } from './lock.ts'
import type { CallBackView, Health, LiveCall } from './view-models.ts'

export interface EngineEvents {
  /** These conversations changed; `ids` empty means "anything may have". */
  'conversations:changed': { ids: string[]; revision: number }
  'calls:changed': { revision: number }
  'health:changed': Health
  'live:changed': { calls: LiveCall[] }
  /** Every step of a call back, from the ringing of the receptionist's phone to its end. */
  'call-back:changed': CallBackView
  'settings:changed': { revision: number }
  /** Something new is known of trunks, desk phones or lines. */
  'parties:changed': { revision: number }
  /** A tag was made, renamed, deleted, put on a contact or taken off. */
  'tags:changed': { revision: number }
  /** How far a file of contacts is. */
  'import:changed': ImportState
  /** How far it is that somebody is erased. */
  'erasure:changed': ErasureState
  /** How many conversations need a reply: tray and badge. */
  'badge:changed': { needsReply: number }
  /** A reply came in that nobody has seen: a toast. `preview` is the body, cut to one toast's length. */
  'reply:received': { conversationId: string; messageId: string; from: string; preview: string }
  /** A call was missed and no automatic text will go out: a toast. */
  'call:missed-untexted': { conversationId: string | null; from: string; reason: string }
}

export interface EngineState {
  state: 'starting' | 'running' | 'stopped'
  message: string | null
  /** Epoch ms; left out where nobody knows. */
  since?: number
  /** The inbox file is damaged: a backup can be put in its place. */
  damaged?: boolean
  /** When it was away last in this run: it ended by itself, or was ended since it gave no sign of life. Epoch ms. */
  away?: { why: 'ended' | 'hung'; from: number; to: number }
}

export interface MainEvents {
  /** A toast or the tray asked to show this conversation. */
  /** `next`: what the window goes on with there. Writing is only begun; nothing is sent. */
  'conversation:open': { conversationId: string; next?: 'write' | 'call-back' }
  /** A text written in a toast could not be sent: it belongs into the composer. `messageId`: what it was sent under. */
  'draft:keep': { conversationId: string; messageId: string; body: string }
  /** So many calls are written into the file that is being exported. */
  'export:progress': { calls: number }
  /** The window was locked or opened, or its lock set or removed. While it is locked, nothing else is told. */
  'lock:changed': { lock: LockState }
  /** The engine process ended or came back. */
  'engine:state': EngineState
}

export type Events = EngineEvents & MainEvents
export type EventName = keyof Events

/** The names as data, for the border check in main and preload. */
export const eventNames = [
  'conversations:changed',
  'calls:changed',
  'health:changed',
  'live:changed',
  'call-back:changed',
  'settings:changed',
  'parties:changed',
  'tags:changed',
  'import:changed',
  'erasure:changed',
  'badge:changed',
  'reply:received',
  'call:missed-untexted',
  'conversation:open',
  'draft:keep',
  'export:progress',
  'lock:changed',
  'engine:state',
] as const satisfies readonly EventName[]
