/**
 * Words that carriers and gateways act on themselves when somebody replies with them: a template that asks for "YES" or
 * "CANCEL" gets a subscription or an opt-out instead of an answer. The words are Twilio's default keywords for toll-free
 * and long-code senders, of which carriers have their own too.
 */

import { sentencesOf } from './template.ts'

/** Whoever sends one is texted no more. STOP alone is how an office may tell people to do that. */
const endsTexts = ['STOPALL', 'UNSUBSCRIBE', 'CANCEL', 'END', 'QUIT', 'REVOKE', 'OPTOUT', 'OPT-OUT']
/** Whoever sends one is answered by the gateway, or texted again. */
const takenAway = ['YES', 'UNSTOP', 'INFO']
const keywords = [...endsTexts, ...takenAway]

/** "end of", "info about" and the like are no invitation in small letters, unless they are quoted. */
const ambiguous = new Set(['END', 'INFO'])

const invites = String.raw`(?:repl(?:y|ies)|respond|answer|text|txt|send|type|write|responda|responde|conteste|contesta|env[ií]e|env[ií]a|mande|manda|escriba|escribe)`
const filler = String.raw`(?:\s+(?:us|back|me|with|by|just|simply|only|either|the|a|an|word|text|message|saying|that|says|con|la|palabra|un|solo))*`
const after = String.raw`(?=\s*(?:["'“”‘’»).,;:!?/\n]|$)|\s+(?:to|if|or|and|for|when|so|at|now|para|si|o|y)(?![\p{L}]))`

const invitation = new RegExp(
  String.raw`(?<!\p{L})${invites}${filler}\s*[:,]?\s*(["'“‘«(]?)(${keywords.join('|')})(?!\p{L})${after}`,
  'giu',
)
const inviting = new RegExp(String.raw`(?<!\p{L})${invites}(?!\p{L})`, 'iu')
const shouted = new RegExp(String.raw`(?<![\p{L}-])(${keywords.join('|')})(?![\p{L}-])`, 'gu')
const start = /(?<!\p{L})START(?!\p{L})/u
const aboutTexts = /\b(?:texts|texting|messages|sms|again|resubscribe|opt(?:ed|ing)? (?:back )?in)\b|mensajes?/iu
const stopForBusiness =
  /(?<!\p{L})STOP(?!\p{L})[^.!?\n]*\b(?:appointments?|bookings?|visits?|reservations?|orders?|reminders?|cita|reserva)\b/u

/** The carriers' words that a template invites people to send for its own ends, each once. */
export function carrierWordsIn(template: string): string[] {
  const found = new Set<string>()
  for (const sentence of sentencesOf(template)) {
    for (const [, quote = '', word = ''] of sentence.matchAll(invitation)) {
      const plain = !ambiguous.has(word.toUpperCase()) || word === word.toUpperCase()
      if (plain || quote !== '') found.add(word.toUpperCase())
    }
    if (!inviting.test(sentence)) continue
    for (const [, word = ''] of sentence.matchAll(shouted)) found.add(word)
    if (start.test(sentence) && !aboutTexts.test(sentence)) found.add('START')
    if (stopForBusiness.test(sentence)) found.add('STOP')
  }
  return [...found]
}

/** What comes of it when somebody replies with that word: texts end, the gateway answers itself, or keeps it. */
export function whatCarriersDo(word: string): 'ends' | 'answers' | 'takes' {
  if (word === 'STOP' || endsTexts.includes(word)) return 'ends'
  return word === 'INFO' ? 'answers' : 'takes'
}
