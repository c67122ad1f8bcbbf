/**
 * What a contact's words ask of us: no texts, texts again, help. Decided here, whatever the gateway does with its own
 * keywords. Plain requests count too (47 CFR 64.1200(a)(10): any reasonable way to say so); what might be one and
 * might not is put before staff.
 */

export type Wish = 'out' | 'in' | 'help' | 'ask'

/** As the whole message. The carriers' words, and what people write for them in Spanish. */
const outWords = words(`stop|stopall|stop all|unsubscribe|cancel|end|quit|revoke|optout|opt out|
  alto|parar|pare|paren|basta|baja|detener|salir|cancelar|no mas`)
const inWords = words('start|unstop')
const helpWords = words('help|info|ayuda')

/** Around a keyword they change nothing: "STOP please". */
const courtesies = /\b(please|pls|plz|thanks|thank you|thx|now|por favor|gracias|ya)\b/g

/** Keywords that ask for something else when they come with a courtesy: "cancel please". */
const wordsForOtherThings = words('cancel|end|cancelar|salir|pare|ya')

/** After these, "stop" and the like mean the opposite or something else. */
const denied = `(?<!\\b(?:dont|do not|doesnt|didnt|did you|did i|do i|can you|cant|cannot|could not|couldnt|never|wont|
  would not|wouldnt|not|no se|why|when|if you|if i|until you|no)\\s(?:you\\s)?)`.replace(/\s*\n\s*/g, '')

const texts = '(?:text(?:s|ing)?|txt(?:s|ing)?|messag(?:e|es|ing)|msgs?|sms)'
const mensajes = '(?:mensajes?|textos?|sms|mensajitos?)'

const plainRequests = [
  // English
  `${denied}\\b(?:stop|quit|cease)(?: with)?(?: sending)?(?: me)?(?: all)?(?: these| the| those| your)?(?: automated| auto)? ${texts}\\b`,
  `${denied}\\b(?:stop|quit|cease) (?:contacting|bothering|spamming|harassing|calling|bugging|sending)\\b`,
  `\\b(?:dont|do not|never|please no longer) (?:ever )?(?:text|txt|message|msg|sms|contact)(?: me| us| this number| my number| this phone)?(?: again| any ?more| ever| ever again| please| at all)?$`,
  `\\b(?:dont|do not|never) (?:ever )?(?:text|txt|message|msg|contact) (?:me|us|this number|my number)(?: ever)? (?:again|any ?more)\\b`,
  `\\b(?:dont|do not|no longer|never) (?:want|wish|need|care)(?: to)?(?: get| receive| have)?(?: any| any more| more| your| these| the| to be)*(?: ${texts}| texted| messaged)\\b`,
  `\\bno more (?:of )?(?:these |your )?(?:${texts})\\b`,
  `^no ${texts}$`,
  `\\b(?:remove|delete|erase) (?:me|my (?:phone )?number|this (?:phone )?number|us)\\b`,
  `\\b(?:take|get) (?:me|my (?:phone )?number|this (?:phone )?number|us) (?:off|out of|from)\\b`,
  `\\blose (?:my|this) number\\b`,
  `${denied}\\bopt (?:me )?out\\b`,
  `${denied}\\bunsubscribe\\b(?: me)?`,
  `\\bleave me alone\\b`,
  `\\b(?:wrong|incorrect) (?:number|person|phone)\\b`,
  `\\bi revoke\\b`,
  // Spanish
  `\\b(?:quit[ae]n?(?:me)?|borr[ae]n?(?:me)?|elimin[ae]n?(?:me)?|remuev[ae]n?(?:me)?|saqu?[ae]n?(?:me)?)(?: de| mi| este| el)? (?:numero|telefono|lista|su lista|la lista|mi numero)\\b`,
  `\\b(?:quitenme|quiteme|borrenme|borreme|eliminenme|elimineme|saquenme|saqueme)\\b`,
  `\\bno me (?:mand|envi|escrib|textee|texte|contact|molest|mensaje)\\w*(?! (?:la|el|los|las|un|una)\\b)`,
  `\\bno (?:quiero|deseo)(?: recibir)?(?: mas| sus| estos| ningun)* ${mensajes}\\b`,
  `\\bno mas ${mensajes}\\b`,
  `\\b(?:deja|deje|dejen|para|pare|paren) de (?:mandar|enviar|escribir|textear|molestar|contactar|llamar|mensajear)\\w*`,
  `\\b(?:dejenme|dejeme|dejame) en paz\\b`,
  `\\b(?:dame|deme|denme|darme|darse) de baja\\b`,
  `\\bnumero (?:equivocado|incorrecto|erroneo)\\b|\\bse equivoco de numero\\b|\\bpersona equivocada\\b`,
].map((source) => new RegExp(source))

/** Near an opt-out, but said about something else as often as not. */
const unclear = [
  /^(?:please )?(?:stop|quit|unsubscribe|opt ?out)\b(?! (?:by|in|over|at|sign|light|and)\b)/,
  /\b(?:stop|quit|unsubscribe|opt ?out)(?: please)?$/,
  /\b(?:dont|do not|never) (?:text|txt|message|msg|contact)\b/,
  /\b(?:not|no longer) interested\b|\bno me interesa\b/,
  /\b(?:who is this|quien es)\b.*\b(?:number|numero)\b/,
  /\bunsubscribe\b|\bopt(?:ed)? out\b/,
]

/** Said about a number or a list of their own: never an opt-out by itself. */
const ownMatters =
  /\b(?:gave|given|have given|called|dialed|dialled|wrote|left)(?: you)?(?: guys)? (?:the |a |an |my )?(?:wrong|incorrect) number\b|\b(?:was|is) (?:this|that|it) the wrong number\b|\b(?:dont|do not) (?:remove|take|delete)\b|\b(?:remove|delete) (?:me|us|my number) (?:to|in|on|at|for|as|off)\b/

/** Nothing in particular: null. Never throws, whatever people write. */
export function wish(body: string): Wish | null {
  const said = plain(body)
  if (outWords.has(said)) return 'out'
  if (inWords.has(said)) return 'in'
  if (helpWords.has(said)) return 'help'
  const bare = said.replace(courtesies, ' ').replace(/\s+/g, ' ').trim()
  if (outWords.has(bare)) return wordsForOtherThings.has(bare) ? 'ask' : 'out'
  if (inWords.has(bare)) return 'in'
  if (harmless.test(said)) return null
  const matters = ownMatters.test(said)
  if (plainRequests.some((request) => request.test(said) || request.test(bare))) return matters ? 'ask' : 'out'
  return unclear.some((hint) => hint.test(said)) && !denials.test(said) ? 'ask' : null
}

/** "Stop" as a place, a visit or a joke. */
const harmless =
  /\b(?:bus|truck|train|rest|pit) stop\b|\bstop(?:ped|ping|s)? (?:by|in|over|at|off|for)\b(?!.*\b(?:text|messag))/
/** "Don't stop", "can't quit": the opposite. */
const denials = /\b(?:dont|do not|cant|cannot|never|wont) (?:stop|quit|unsubscribe|opt out)\b/

/** Lower case, no accents, no apostrophes, anything else than letters and digits one blank. */
function plain(body: string): string {
  return body
    .slice(0, 2000)
    .normalize('NFKD')
    .replace(/[\p{M}'’‘`´]/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

function words(list: string): Set<string> {
  return new Set(list.split('|').map((word) => word.trim()))
}
