/**
 * How people ask for no more texts when they use no keyword, and what only sounds like it. All of it is matched against
 * plain words: lower case, no accents, no apostrophes, one blank between words.
 */

/** After these, "stop" and the like mean the opposite or something else. */
const denied = `(?<!\\b(?:dont|do not|doesnt|didnt|did you|did i|do i|can you|cant|cannot|could not|couldnt|never|wont|
  would not|wouldnt|not|no se|why|when|if you|if i|until you|no)\\s(?:you\\s)?)`.replace(/\s*\n\s*/g, '')

/** The same, where "can you …" is a request: nobody is asked whether they are able to stop sending texts. */
const deniedAct = denied.replace('|can you|', '|how can you|when will|')

const texts = '(?:text(?:s|ing)?|txt(?:s|ing)?|messag(?:e|es|ing)|msgs?|sms)'
const mensajes = '(?:mensajes?|textos?|sms|mensajitos?)'

/** Plain requests for no more texts. */
export const plainRequests = [
  // English
  `${deniedAct}\\b(?:stop|quit|cease)(?: with| w)?(?: sending)?(?: me)?(?: all)?(?: these| the| those| your)?(?: automated| auto)? ${texts}\\b`,
  `${denied}\\b(?:stop|quit|cease) (?:contacting|bothering|spamming|harassing|calling|bugging|sending|writing)\\b`,
  `${deniedAct}\\b(?:stop|quit|cease) (?:contacting|bothering|spamming|harassing|bugging) (?:me|us|this number|my number)\\b`,
  `\\bcease and desist\\b`,
  `\\benough (?:with|of) (?:all )?(?:the|these|your) ${texts}\\b`,
  `^(?:please )?(?:end|discontinue|halt|cease) (?:all |the |these |those |your )*${texts}\\b`,
  `\\bnot interested\\b.*\\bstop$`,
  `\\b(?:dont|do not|never|please no longer) (?:ever )?(?:\\w+ (?:or|nor) )?(?:text|txt|message|msg|sms|contact)(?: (?:or|and|nor) \\w+)?(?: me| us| this number| my number| this phone)?(?: again| any ?more| ever| ever again| please| at all)?$`,
  `\\b(?:dont|do not|never) (?:ever )?(?:text|txt|message|msg|contact) (?:me|us|this number|my number)(?: ever)? (?:again|any ?more)\\b`,
  `\\b(?:dont|do not|no longer|never) (?:want|wish|need|care)(?: to)?(?: get| receive| have)?(?: any| any more| more| your| these| the| to be)*(?: ${texts}| texted| messaged)\\b`,
  `\\b(?:dont|do not|never|please no longer)(?: ever)? send(?: me| us| this number| my number)?(?: any| any more| more| your| these| those| the)* ${texts}\\b`,
  `^(?:please )?(?:stop|quit) (?:this|these|those|all this|all of this)(?: now)?(?: please)?$`,
  `\\bno more (?:of )?(?:these |your |automated |auto )*(?:${texts})\\b`,
  `^no ${texts}$`,
  `\\b(?:remove|delete|erase) (?:me|my (?:phone |cell )?number|my (?:phone|cell)|this (?:phone )?number|us)\\b(?! (?:one|two|three|four|five|\\d))`,
  `^(?:please )?(?:take|get) (?:me|my (?:phone )?number|this (?:phone )?number|us) off$`,
  `\\b(?:take|get) (?:me|my (?:phone )?number|this (?:phone )?number|us) (?:off|out of|from)(?: of)? (?:(?:your|this|the|that|these|any|all) )?(?:\\w+ )?(?:lists?|system|database|campaign|chat|thread|group|${texts})\\b`,
  `\\blose (?:my|this) number\\b`,
  `${deniedAct}\\bopt(?:ing)? (?:me )?out\\b`,
  `^(?:i )?(?:have )?opted out$`,
  // However it is spelt: "unsuscribe", "unsubcribe", "unscribe".
  `${deniedAct}\\bun ?su?b?s?c?r?i?[bv]ed?\\b`,
  `\\bleave me alone\\b`,
  `\\b(?:wrong|incorrect) (?:number|person|phone|guy|girl|man|lady|woman|one)\\b`,
  `\\bi (?:revoke|withdraw)\\b|\\b(?:revoke|withdraw)(?:ing)? (?:my |all )?consent\\b`,
  `^(?:please )?(?:fuck off|go away)$`,
  // Spanish
  `\\b(?:quit[ae]n?(?:me)?|borr[ae]n?(?:me)?|elimin[ae]n?(?:me)?|remuev[ae]n?(?:me)?|saqu?[ae]n?(?:me)?)(?: de| mi| este| el)? (?:numero|telefono|lista|(?:su|la|esta|esa) lista|sus listas|mi numero)\\b`,
  `\\b(?:quitar|borrar|eliminar|remover|sacar)(?:me)?(?: de)?(?: mi| este| el| su| la| esta)? (?:numero|telefono|lista)\\b`,
  `^(?:por favor )?(?:quitame|borrame|eliminame|sacame|remueveme|retirenme|retireme)(?: de (?:la|su|esta|esa|sus) listas?)?$`,
  `\\b(?:quitenme|quiteme|borrenme|borreme|eliminenme|elimineme|saquenme|saqueme)\\b`,
  `\\bno me (?:(?:mand|envi|texte|textee|contact|molest|mensaje)(?:e|en|es|eis)|escrib(?:a|an|as|ais)|textee)\\b(?! (?:la|el|los|las|un|una)\\b)`,
  `\\bno (?:quiero|deseo) que me (?:mand|envi|escrib|texte|contact|molest)\\w*`,
  `^(?:quiero )?(?:des(?:u|us)?scribir|desuscribir|desuscribirme|desuscribeme|cancelar suscripcion)$`,
  `\\bno (?:quiero|deseo)(?: recibir)?(?: mas| sus| estos| ningun)* ${mensajes}\\b`,
  `\\bno mas ${mensajes}\\b`,
  `\\b(?:deja|deje|dejen|para|pare|paren) de (?:mandar|enviar|escribir|textear|molestar|contactar|llamar|mensajear)\\w*`,
  `\\b(?:dejenme|dejeme|dejame) en paz\\b`,
  `\\b(?:dame|date|deme|denme|darme|darse) de baja\\b|^(?:quiero )?dar de baja(?: (?:este|mi|el) numero)?$`,
  `\\bno (?:mand|envi)(?:e|en|es)(?: mas| sus| estos| otros)* ${mensajes}\\b`,
  `\\b(?:pare|paren|parenle|parele) con (?:los|sus|estos|tantos) ${mensajes}\\b`,
  `\\bno (?:me )?(?:vuelvan?|vuelvas) a (?:mandar|enviar|escribir|textear|contactar|molestar|mensajear)\\w*`,
  `\\bnumero (?:equivocado|incorrecto|erroneo)\\b|\\bse equivoco de numero\\b|\\bequivocado de numero\\b|\\bpersona equivocada\\b`,
].map((source) => new RegExp(source))

/** Near an opt-out, but said about something else as often as not. */
export const unclear = [
  /^(?:please )?(?:stop|quit|unsubscribe|opt ?out)\b(?! (?:by|in|over|at|sign|light|and|worrying|smoking|drinking|eating|taking|using)\b)/,
  /\b(?:stop|quit|unsubscribe|opt ?out)(?: please)?$/,
  /\b(?:dont|do not|never) (?:text|txt|message|msg|contact)\b/,
  /\b(?:not|no longer) interested\b|\bno me interesa\b/,
  /\b(?:who is this|quien es)\b.*\b(?:number|numero)\b/,
  /^(?:stp|sto|stpo|sotp|tsop)$/,
  /\bunsubscribe\b|\bopt(?:ed)? out\b/,
]

/** Said about a number or a list of their own: never an opt-out by itself. */
export const ownMatters =
  /\b(?:gave|given|have given|called|dialed|dialled|wrote|left)(?: you)?(?: guys)? (?:the |a |an |my )?(?:wrong|incorrect) number\b|\b(?:was|is) (?:this|that|it) the wrong number\b|\b(?:dont|do not) (?:remove|take|delete)\b|\b(?:remove|delete) (?:me|us|my number) (?:to|in|on|at|for|as|off)\b|\b(?:remove|take|delete|get) (?:me|us|my \w+) (?:from|off|out of)(?: of)? (?:the |your |my )?(?:\w+ )?(?:schedule|calendar|wait ?list|waiting list|appointments?|slot|books?|\w+day|\d+)\b|\b(?:wrong|incorrect) number for\b|\b(?:di|dio|deje|dejo|marque|llame|escribi)\b.* numero (?:equivocado|incorrecto)\b/

/** "Stop" as a place, a visit or a joke; a number of things that is wrong. */
export const harmless =
  /\b(?:bus|truck|train|rest|pit|non) stop\b|\b(?:wrong|incorrect) number of\b|\bstop(?:ped|ping|s)? (?:by|in|over|at|off|for)\b(?!.*\b(?:text|messag))/g
/** "Don't stop", "can't quit": the opposite. */
export const denials = /\b(?:dont|do not|cant|cannot|never|wont) (?:stop|quit|unsubscribe|opt out)\b/
