/**
 * A MOCK of `window.ringback` for looking at the window without engine, phone system or texting. It answers from a
 * fixed picture of the office and changes nothing. Part of no product and of no test of the product.
 */
import type { Bridge } from '../../electron/contract/bridge.ts'
import type { CommandArguments } from '../../electron/contract/commands.ts'
import type { Failure } from '../../electron/contract/result.ts'
import type { ConversationDetail, ConversationListItem } from '../../electron/contract/view-models.ts'

/** What the mock knows; plain data, since it travels into the page. */
export interface Picture {
  rows: ConversationListItem[]
  details: Record<string, ConversationDetail>
  /** Answers of all other commands by name. A missing name is answered with nothing. */
  answers: Record<string, unknown>
  /** Commands that never answer: loading states. */
  silent: string[]
  /** Commands that are refused, and why. */
  refused: Record<string, Failure>
  /** Events that are told once, as soon as the window listens. */
  events: Record<string, unknown>
}

/** Put into the page by preview-window: the engine's own answer. */
declare const previewTexts: (input: CommandArguments<'templates:preview'>) => Promise<unknown>

/** Runs inside the page, before its own scripts; it can use nothing from this file but its argument. */
export function installMock(picture: Picture): void {
  const known: Record<string, (input: never) => unknown> = {
    'conversations:list': ({ tab, query }: { tab: string; query?: string }) => {
      const count = (state: string) => picture.rows.filter((row) => row.state === state).length
      const items = picture.rows.filter(
        (row) =>
          (tab === 'all' || row.state === tab) &&
          (!query || JSON.stringify(row).toLowerCase().includes(query.toLowerCase())),
      )
      return {
        items,
        counts: {
          'needs-reply': count('needs-reply'),
          waiting: count('waiting'),
          done: count('done'),
          all: picture.rows.length,
        },
        needsReply: count('needs-reply'),
        nextCursor: null,
        revision: 1,
      }
    },
    'templates:preview': (input) => previewTexts(input),
    'quick-replies:list': ({ conversationId }: { conversationId: string | null }) => ({
      conversationId,
      ...(picture.answers['quick-replies:list'] as object),
    }),
    'messages:send-times': ({ conversationId }: { conversationId: string }) => ({
      ...(picture.answers['messages:send-times'] as object),
      quiet: picture.details[conversationId]?.quiet ?? null,
    }),
    'conversations:get': ({ id }: { id: string }) => picture.details[id],
  }
  const bridge = {
    request: async (name: string, input: never) => {
      if (picture.silent.includes(name)) return new Promise(() => undefined)
      const failure = picture.refused[name]
      if (failure) return { ok: false, failure }
      const answer = known[name]
      return { ok: true, value: answer ? await answer(input) : picture.answers[name] }
    },
    on: (name: string, listener: (event: unknown) => void) => {
      if (name in picture.events) setTimeout(() => listener(picture.events[name]))
      return () => undefined
    },
  }
  Object.assign(globalThis, { ringback: bridge as unknown as Bridge })
}
