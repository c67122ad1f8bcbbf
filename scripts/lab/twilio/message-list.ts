/** Listing texts as the API does: filters of whole days, newest first, pages that new arrivals do not shift. */
import { refusal } from './refusal.ts'
import { json } from './reply.ts'
import type { Reply } from './reply.ts'
import { messageResource, standing } from './resource.ts'
import type { Pace, StoredMessage } from './resource.ts'

export interface ListView {
  accountSid: string
  pace: Pace
  /** Twilio's clock. */
  now: number
}

/** Answers GET …/Messages.json with `query`. */
export function listMessages(all: readonly StoredMessage[], query: URLSearchParams, view: ListView): Reply {
  const pageSize = Number(query.get('PageSize') ?? 50)
  const page = Number(query.get('Page') ?? 0)
  const token = query.get('PageToken')
  if (!Number.isInteger(pageSize) || pageSize < 1 || !Number.isInteger(page) || page < 0) return refusal(20001)
  const days = dayFilter(query)
  // A page number alone would be offset paging, which the API gave up.
  if (!days || (page > 0 && token === null)) return refusal(20001)

  const size = Math.min(pageSize, 1000)
  const sentAt = (message: StoredMessage) => standing(message, view.pace, view.now).sentAt
  const place = (message: StoredMessage) => Math.floor((sentAt(message) ?? message.createdAt) / 1000)
  const newestFirst = (a: StoredMessage, b: StoredMessage) => place(b) - place(a) || b.order - a.order

  const last = token === null ? null : all.find((message) => token === `PA${message.sid}`)
  if (last === undefined) return refusal(20001)
  const rows = all
    .filter((message) => message.listedAt <= view.now)
    .filter((message) => !query.get('To') || message.to === query.get('To'))
    .filter((message) => !query.get('From') || message.from === query.get('From'))
    .filter((message) => days(sentAt(message)))
    .filter((message) => last === null || newestFirst(last, message) < 0)
    .sort(newestFirst)
  const shown = rows.slice(0, size)
  const uri = (extra: Record<string, string>) => pageUri(view.accountSid, query, size, extra)
  return json(200, {
    end: page * size + Math.max(0, shown.length - 1),
    first_page_uri: uri({ Page: '0' }),
    next_page_uri:
      rows.length > shown.length ? uri({ Page: String(page + 1), PageToken: `PA${shown.at(-1)?.sid}` }) : null,
    page,
    page_size: size,
    previous_page_uri: null,
    messages: shown.map((message) => messageResource(message, view.accountSid, view.pace, view.now)),
    start: page * size,
    uri: uri({ Page: String(page), ...(token === null ? {} : { PageToken: token }) }),
  })
}

function pageUri(accountSid: string, query: URLSearchParams, size: number, extra: Record<string, string>): string {
  const kept = [...query].filter(([name]) => !['Page', 'PageToken', 'PageSize'].includes(name))
  const all = new URLSearchParams([...kept, ['PageSize', String(size)], ...Object.entries(extra)])
  return `/2010-04-01/Accounts/${accountSid}/Messages.json?${all.toString()}`
}

/**
 * `DateSent`, `DateSent<` and `DateSent>` (which mean <= and >=) look at the GMT day only, whatever time is given.
 * Null for a value that is no date.
 */
function dayFilter(query: URLSearchParams): ((sentAt: number | null) => boolean) | null {
  const tests: ((day: string) => boolean)[] = []
  const compare = {
    DateSent: (day: string, wanted: string) => day === wanted,
    'DateSent<': (day: string, wanted: string) => day <= wanted,
    'DateSent>': (day: string, wanted: string) => day >= wanted,
  }
  for (const [name, matches] of Object.entries(compare)) {
    const value = query.get(name)
    if (value === null) continue
    const at = Date.parse(value)
    if (Number.isNaN(at)) return null
    const wanted = dayOf(at)
    tests.push((day) => matches(day, wanted))
  }
  // What has no date_sent yet is hidden by any such filter.
  return (sentAt) => tests.length === 0 || (sentAt !== null && tests.every((test) => test(dayOf(sentAt))))
}

function dayOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10)
}
