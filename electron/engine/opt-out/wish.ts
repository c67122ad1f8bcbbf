/**
 * What a contact's words ask of us: no texts, texts again, help. Decided here, whatever the gateway does with its own
 * keywords. Plain requests count too (47 CFR 64.1200(a)(10): any reasonable way to say so); what might be one and
 * might not is put before staff.
 */

import { denials, harmless, ownMatters, plainRequests, unclear } from './patterns.ts'

export type Wish = 'out' | 'in' | 'help' | 'ask'

/** As the whole message. The carriers' words, and what people write for them in Spanish. */
const outWords = words(`stop|stopall|stop all|unsubscribe|cancel|end|quit|revoke|optout|opt out|
  alto|parar|pare|paren|parenle|parele|basta|baja|detener|salir|cancelar|no mas|arret`)
/** "Stopp", "STOOOP", "unsub": a keyword that was mistyped, shortened or shouted. */
const nearlyOut = /^(?:s+t+o+p+(?:it)?|unsub|un ?su[bs]*c?ri?be?|quitt+|stopall)$/
/** In a row they mean nothing else. */
const surelyOut = words('stop|stopall|unsubscribe|quit|optout|alto|basta|paren')
const inWords = words('start|unstop')
const helpWords = words('help|info|ayuda')

/** Around a keyword they change nothing: "STOP please". */
const courtesies = /\b(please|pls|plz|thanks|thank you|thx|now|por favor|porfavor|porfa|plis|gracias|ya)\b/g

/** Keywords that ask for something else when they come with a courtesy: "cancel please". */
const wordsForOtherThings = words('cancel|end|cancelar|salir|pare|parele|ya')

/** How phones send a reaction to a text: what stands between the quotation marks was said before, by anybody. */
const reaction =
  /^\s*(?:(?:dis)?liked|loved|laughed at|emphasized|questioned|(?:reacted\s.{1,16}|[^\p{L}\p{N}\s"“]{1,12}) (?:to|a)|removed .{1,24} from|(?:no )?(?:le|me) (?:gust[oóa]|encant[oóa])) *[“"].*[”"]\s*$/isu

/** Nothing in particular: null. Never throws, whatever people write. */
export function wish(body: string): Wish | null {
  if (reaction.test(body.slice(0, 2000).replace(/\p{Cf}/gu, ''))) return null
  const said = plain(body)
  if (outWords.has(said)) return 'out'
  if (inWords.has(said)) return 'in'
  if (helpWords.has(said)) return 'help'
  const bare = withoutCourtesies(said)
  if (isOut(bare)) return wordsForOtherThings.has(bare) ? 'ask' : 'out'
  if (inWords.has(bare)) return 'in'
  // What follows on further lines is a signature, or goes on about it.
  const [first = ''] = body.trim().split('\n')
  const opening = withoutCourtesies(plain(first))
  if (isOut(opening)) return wordsForOtherThings.has(opening) ? 'ask' : 'out'
  const serious = oneBlank(said.replace(harmless, ' '))
  const matters = ownMatters.test(said)
  if (plainRequests.some((request) => request.test(serious) || request.test(withoutCourtesies(serious))))
    return matters ? 'ask' : 'out'
  return unclear.some((hint) => hint.test(serious)) && !denials.test(said) ? 'ask' : null
}

/** A keyword, however often it is said: "STOP STOP STOP", "STOPSTOP", "S T O P". */
function isOut(said: string): boolean {
  if (outWords.has(said)) return true
  const closed = said.replaceAll(' ', '')
  if (outWords.has(closed) || nearlyOut.test(closed) || /^(?:stop)+$/.test(closed)) return true
  const words = said.split(' ')
  return words.length > 1 && words.every((word) => surelyOut.has(word))
}

function withoutCourtesies(said: string): string {
  return oneBlank(said.replace(courtesies, ' '))
}

function oneBlank(said: string): string {
  return said.replace(/\s+/g, ' ').trim()
}

/**
 * Lower case, no accents, no apostrophes, nothing invisible, a stop sign is its word, anything else than letters and digits
 * one blank.
 */
function plain(body: string): string {
  return (
    body
      .slice(0, 2000)
      .normalize('NFKD')
      .replace(/[\p{M}\p{Cf}'’‘`´]/gu, '')
      .replace(/#/g, ' number')
      .replace(/🛑/gu, ' stop ')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      // As people write Spanish on a phone.
      .replace(/\bk(?=ier[oae])/g, 'qu')
      .replace(/\bq(?= me\b)/g, 'que')
      .replace(/\be(?:qu|k)ibo(?=ca)|\bekivo(?=ca)/g, 'equivo')
      .trim()
  )
}

function words(list: string): Set<string> {
  return new Set(list.split('|').map((word) => word.trim()))
}
