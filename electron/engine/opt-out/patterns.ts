/**
 * How people ask for no more texts when they use no keyword, and what only sounds like it. All of it is matched against
 * plain words: lower case, no accents, no apostrophes, one blank between words.
 */

/** After these, "stop" and the like mean the opposite or something else. */
const denied = `(?<!\\b(?:dont|do not|doesnt|didnt|did you|did i|do i|can you|cant|cannot|could not|couldnt|never|wont|
  would not|wouldnt|not|no se|why|when|if you|if i|until you|no)\\s(?:you\\s)?)`.replace(/\s*\n\s*/g, '')

/** The same, where "can you …" is a request: nobody is asked whether they are able to stop sending texts. */
const deniedAct = denied.replace('|can you|', '|how can you|when will|')

const texts = '(?:text(?:s|ing|in)?|txt(?:s|ing|n|in)?|tex|texing|textng|messag(?:e|es|ing)|msgs?|sms)'
const mensajes = '(?:mensajes?|mensages?|mesajes?|textos?|texts?|messages?|sms|mensajitos?)'
/** What is to be sent, pulled or taken away is some other thing, and no text. */
const otherThing = `(?! (?:la|el|al|los|las|una?|otr[oa]s?|mis?|est[ae]|correos?|emails?|cartas?|facturas?|recibos?)\\b(?! (?:${mensajes}|listas?|numero|telefono|cel|celular)\\b))`
/** Out of our texts, not of a settlement or an insurance. */
const ofTexts = `(?! of (?!(?:the |your |these |this |those |all |any |further |future |more |receiving |getting )*(?:${texts}|lists?|communications?|notifications?|reminders?|marketing|this|these|it)\\b))`

/** Plain requests for no more texts. */
export const plainRequests = [
  // English
  `${deniedAct}\\b(?:stop|quit|cease)(?: with| w)?(?: sending)?(?: me)?(?: all)?(?: these| the| those| your)?(?: automated| auto)? ${texts}\\b`,
  `${denied}\\b(?:stop|quit|cease) (?:contacting|bothering|spamming|harassing|calling|bugging|sending|writing)\\b`,
  `${deniedAct}\\b(?:stop|quit|cease) (?:contacting|bothering|spamming|harassing|bugging) (?:me|us|this number|my number)\\b`,
  `(?<!\\b(?:a|an|the|your|with) )\\bcease and desist\\b(?! (?:letter|order|notice|demand)s?\\b)`,
  `^(?:please )?cease (?:all )?(?:further )?(?:communications?|contact)\\b`,
  `^(?:please |kindly )*refrain from (?:texting|messaging|contacting)\\b`,
  `\\b(?:told|asked) (?:you|u|you guys|yall) not to (?:text|txt|message|msg|contact)(?: (?:me|us|this|my|here|again|any ?more)\\b|$)`,
  `\\b(?:do not|dont|did not|didnt|never) (?:consent|consented|agree|agreed) to (?:be |being |get |getting |receive |receiving |any |these |your )*(?:${texts}|texted|messaged|contacted)\\b`,
  `\\b(?:do not|dont|did not|didnt|never) (?:give|gave|have|had)(?: you)?(?: any| my)? (?:permission|consent) to (?:text|txt|message|msg|contact)\\b`,
  `\\b(?:put|add) (?:me|us|my number|this number) (?:on|to) (?:your |the )?do not (?:call|text|contact)(?: list)?\\b`,
  `^(?:please )?turn off (?:all |the |these |those |your |auto |automated )*${texts}\\b`,
  `^(?:(?:ok|okay|hey|just|no thanks|no thank you|sir|maam|bro|dude) )+(?:please )?stop(?: please| it)?$`,
  `^stop (?:already|it already|period|full stop|exclamation (?:point|mark))$`,
  `\\benough (?:with|of) (?:all )?(?:the|these|your) ${texts}\\b`,
  `^(?:please |(?:i|we) (?:want|wish|would like) to )?(?:end|discontinue|halt|cease|cancel) (?:all |the |these |those |your )*${texts}\\b`,
  `\\bnot interested\\b.*\\bstop$`,
  `(?<!\\bi )\\b(?:dont|do not|never|please no longer) (?:ever )?(?:\\w+ (?:or|nor) )?(?:text|txt|message|msg|sms|contact)(?: (?:or|and|nor) \\w+)?(?: me| us| this number| my number| this phone)?(?: again| any ?more| ever| ever again| please| at all)?$`,
  `\\b(?:dont|do not|never) (?:ever )?(?:text|txt|message|msg|contact) (?:me|us|this number|my number)(?: ever)? (?:again|any ?more|(?:by|via|on this|at this) \\w+$)`,
  `\\b(?:dont|do not|no longer|never) (?!(?:want|wish|need|care|have) to (?:text|txt|message|msg)\\b)(?:want|wish|need|care)(?: to)?(?: get| receive| have)?(?: any| any ?more| more| your| these| the| to be)*(?: ${texts}| texted| messaged)\\b`,
  `\\b(?:dont|do not|never|please no longer)(?: ever)? send(?: me| us| this number| my number)?(?: any| any ?more| more| your| these| those| the)* ${texts}\\b`,
  `\\b(?:dont|do not|never) send (?:me|us) anything(?: else| more| again| any ?more)?$`,
  `^(?:please )?(?:dont|do not) bother (?:me|us)(?: again| any ?more)?$`,
  `^(?:please )?(?:stop|quit) (?:this|these|those|all this|all of this)(?: now)?(?: please)?$`,
  `\\bno more (?:of )?(?:these |your |automated |auto )*(?:${texts})\\b`,
  `^(?:no )*no (?:(?:text|txt)(?:s|ing)?(?: messages?)?|msgs|messages|sms)$`,
  `\\b(?:dont|do not|no longer|never) (?:want|wish|care)(?: to)? be (?:contacted|texted|messaged)\\b`,
  `\\b(?:rather not|prefer not to) (?:get|receive|be) (?:any |these |your )*(?:${texts}|texted|messaged)\\b|\\bprefer no ${texts}\\b`,
  `\\bi want off (?:of )?(?:this|your|ur|the) (?:\\w+ )?list\\b`,
  `\\b(?:remove|rmv|delete|erase) (?:me|my (?:phone |cell )?number|my (?:phone|cell)|this (?:phone )?number|us)\\b(?! (?:an?|the|my|one|two|three|four|five|\\d))`,
  `^(?:please )?(?:take|get) (?:me|my (?:phone )?number|this (?:phone )?number|us) off$`,
  `\\b(?:take|get) (?:me|my name|my (?:phone )?number|this (?:phone )?number|us) (?:off|out of|from)(?: of)? (?:(?:your|ur|this|the|that|these|any|all) )?(?:\\w+ )?(?:lists?|system|database|campaign|chat|thread|group|${texts})\\b`,
  `${denied}\\blose (?:my|this) (?:number|contact)\\b`,
  `${deniedAct}\\bopt(?:ing)? (?:me )?out\\b${ofTexts}`,
  `\\bbe opted out$`,
  `^(?:i )?(?:have )?opted out$`,
  // However it is spelt: "unsuscribe", "unsubcribe", "unscribe".
  `${deniedAct}\\bun ?su?b?s?c?r?i?[bv]ed?\\b`,
  `(?<!\\b(?:wont|will not|would not|wouldnt|doesnt|does not|didnt|never|mice) )\\bleave (?:me|us)(?: the \\w+)? alone\\b(?! with\\b)`,
  `\\b(?:wrong|incorrect) (?:number|nbr|num|phone)\\b`,
  `\\b(?:you|u|youve|uve|youre)(?: have| got| reached| texted| texting| are texting| contacted)+ (?:the )?wrong (?:person|guy|girl|man|lady|woman|one)\\b`,
  `\\b(?:texting|messaging|contacting|this is|im) (?:the )?wrong (?:person|guy|girl|man|lady|woman)\\b|(?<!\\b(?:the|sent|to) )\\bwrong person$`,
  `\\bi (?:hereby )?(?:revoke|withdraw)(?:$| (?:my |all |any )*(?:consent|permission|authorization)\\b)|\\b(?:revok(?:e|ing)|withdraw(?:ing)?) (?:my |all )?consent\\b|\\bconsent (?:is |was |hereby )*(?:revoked|withdrawn)\\b`,
  `^(?:please )?(?:fuck off|go away)$`,
  // Spanish
  `\\b(?:quit[ae]n?(?:me)?|retir[ae]n?(?:me)?|borr[ae]n?(?:me)?|elimin[ae]n?(?:me)?|remuev[ae]n?(?:me)?|saqu?[ae]n?(?:me)?)(?: de| mi| este| el)? (?:numero|telefono|lista|(?:su|tu|la|esta|esa) lista|(?:sus|tus) listas|mi numero)\\b`,
  `\\b(?:quitar|borrar|eliminar|remover|sacar)(?:me)?(?: de)?(?: mi| este| el| su| la| esta)? (?:numero|telefono|lista)\\b`,
  `^(?:por favor )?(?:quitame|borrame|eliminame|sacame|remueveme|retirenme|retireme)(?: de (?:la|su|tu|esta|esa|sus|tus) listas?)?$`,
  `\\b(?:quitenme|quiteme|borrenme|borreme|eliminenme|elimineme|saquenme|saqueme)\\b${otherThing}`,
  `\\b(?:no|nunca) me (?:(?:mand|envi|texte|textee|contact|molest|mensaje)(?:e|en|es|eis)|escrib(?:a|an|as|ais)|textee|text|txt)\\b${otherThing}`,
  `\\bno (?:quiero|deseo) que me (?:mand|envi|escrib|texte|contact|molest)\\w*\\b${otherThing}`,
  `^(?:quiero )?(?:des(?:u|us)?scribir|desuscribir|desuscribirme|desuscribeme|desuscribanme|desuscribame|cancelar suscripcion)$`,
  `\\bno (?:quiero|deseo)(?: recibir)?(?: mas| sus| estos| ningun)* ${mensajes}\\b`,
  `\\bno mas ${mensajes}\\b|^(?:ya )?no (?:mensajes|mensages|textos)$`,
  `(?<!\\bno )\\b(?:deja|deje|dejen|para|pare|paren) de (?:mandar|enviar|escribir|textear|molestar|fregar|chingar|joder|contactar|llamar|mensajear)\\w*`,
  `\\b(?:dejenme|dejeme|dejame) (?:en paz|tranquil[oa]|de (?:molestar|escribir|mandar|textear))\\b`,
  `^(?:(?:por )?favor (?:de )?)?(?:ya )?no (?:(?:molest|texte)(?:ar|en|es|e)|escrib(?:ir|an|as|a))(?: mas| a este numero)?$`,
  `^(?:(?:por )?favor (?:de )?)?(?:ya )?no (?:mand|envi)(?:ar|en|es|e) (?:mas|nada)$`,
  `\\bni me (?:escrib(?:a|an|as)|(?:mand|envi|texte)(?:e|en|es))\\b${otherThing}`,
  `\\b(?:paren?|parar|detengan?|detener)(?: los| sus| estos| tantos)* ${mensajes}\\b`,
  `\\bme doy de baja\\b|\\bbaja (?:de )?(?:los |sus |estos )*${mensajes}\\b`,
  `\\bbasta de (?:tantos |sus |los |estos )*${mensajes}\\b`,
  `^(?:stop|alto)(?: a| con)?(?: los| sus| estos)* ${mensajes}\\b`,
  `^(?:por favor |quiero |quisiera )?cancel(?:ar|e|en)(?: los| sus| estos)* ${mensajes}\\b`,
  `\\bno (?:autorizo|doy (?:mi )?(?:permiso|consentimiento|autorizacion))\\b.*\\b(?:mensajes?|textos?|manden?|envien?|escriban?|texteen?)\\b`,
  `\\bno me esten? (?:mandando|enviando|escribiendo|molestando|texteando)\\b|\\b(?:deja|deje|dejen|paren?) de estar (?:mandando|enviando|escribiendo|molestando|texteando)\\b`,
  `\\b(?:pedi|dije|digo) que no me (?:escrib|mand|envi|molest|texte)\\w+\\b${otherThing}`,
  `\\b(?:olviden|pierdan?) (?:mi|este) numero\\b(?! de\\b)`,
  `\\b(?:dame|date|deme|denme|darme|darse) de baja\\b|^(?:(?:me )?quiero )?dar de baja(?: (?:este|mi|el) numero)?$`,
  `\\bno (?:mand|envi)(?:e|en|es|ar)(?: mas| sus| estos| otros)* ${mensajes}\\b`,
  `\\b(?:para|pare|paren|parenle|parele) (?:ya )?con (?:los|sus|estos|tantos) ${mensajes}\\b`,
  `\\bno (?:me )?(?:vuelvan?|vuelvas) a (?:mandar|enviar|escribir|textear|contactar|molestar|mensajear)\\w*`,
  `\\bn(?:um|umero|umber)? (?:equivocado|incorrecto|erroneo)\\b(?! (?:de|del|en)\\b)|\\bse equivoc(?:o|aron) de (?:num|numero|persona|telefono)\\b|\\bequivocado de numero\\b|(?<!(?:arrestaron|acusaron|culparon|demandaron|demande) a la )\\bpersona equivocada\\b(?! (?:en|del?)\\b)`,
].map((source) => new RegExp(source))

/** Near an opt-out, but said about something else as often as not. */
export const unclear = [
  /^(?:please )?(?:stop|quit|unsubscribe|opt ?out)\b(?! (?:by|in|over|at|sign|light|and|worrying|smoking|drinking|eating|taking|using|up|valve|payment|work|loss|n|claim|the (?:water|leak|bleeding|pain|drip|flood\w*|eviction|foreclosure|garnishment|case|clock))\b)/,
  /\b(?:stop|unsubscribe|opt ?out)(?: please)?$/,
  /\b(?:said|texted|wrote|sent|replied) stop\b/,
  /\bno more contact\b|\bwant (?:any )?contact$|^(?:please )?(?:dont|do not) use this number$/,
  /^(?:ya )?no me (?:llamen?|llames) mas$|^equivocado$|\beste numero no es de \w+$/,
  /\b(?:dont|do not|never) (?:text|txt|message|msg|contact)\b/,
  /\b(?:not|no longer) interested\b|\bno me interesa\b/,
  /\b(?:who is this|quien es)\b.*\b(?:number|numero)\b/,
  /^(?:stp|sto|stpo|sotp|tsop)$/,
  /\bunsubscribe\b|\bopted out\b|\bopt out\b(?! of (?:the|a|an|this|my|our|dental|health|jury|medicare)\b(?! (?:text|messag|list)))/,
  /\b(?:stop|quit) (?:texting|messaging|contacting|bothering|harassing|spamming) (?:me|us)\b/,
  /\b(?:stop|end|turn off) (?:these|those|the|your|all) (?:texts|text messages|messages|msgs)\b/,
  /\b(?:dont|do not) bother (?:me|us) (?:again|any ?more)\b/,
  /^(?:please |pls |plz |por favor )?(?:remove|remover|discontinue|desist|spam|block me|end this|enough|no contact|solicito la baja)(?: please| already)?$/,
  /^(?:im )?(?:blocking|reporting|report|block) (?:you|this|as|number|spam)\b/,
  /\bdo not (?:call|text|contact) list\b/,
  /\b(?:dont|do not) reach out\b|\b(?:texts|messages) are (?:unwanted|not wanted)\b|\bunwanted (?:texts|messages)\b/,
  /\bwhy (?:are you|do you|u)(?: still| keep)+ (?:texting|messaging)\b/,
  /\bnever (?:signed up|asked|opted in) for (?:any |these |your |the )*(?:texts|text messages|messages|this)\b/,
  /\bgave you (?:permission|consent|my number)\b/,
  /\bnot the right number\b|\b(?:no longer|not) (?:her|his|their|\w+s) number(?: any ?more)?$/,
  /^(?:please )?delete my (?:info|information|contact)$/,
  /^(?:please )?(?:cancel|end) (?:my )?subscription$/,
  /\b(?:ya )?no es (?:su|el) numero(?: de \w+)?$|\bno me hablen? mas\b/,
]

/** Said about a number or a list of their own: never an opt-out by itself. */
export const ownMatters =
  /\b(?:gave|given|have given|call(?:ed)?|dial(?:ed|led)?|texted|messaged|wrote|left)(?: you)?(?: guys)? (?:the |a |an |my )?(?:wrong|incorrect) number\b|\b(?:was|is) (?:this|that|it) the wrong number\b|\bmy (?:wrong|incorrect|old) (?:number|phone)\b|\b(?:wrong|incorrect) number (?:is |listed )?(?:on|in)\b|\b(?:him|her|them|my ex|husband|wife|landlord|tenant|collectors?) (?:to |from )?(?:stop|quit)\b|\bwas told to (?:stop|quit)\b|\bmi numero (?:equivocado|incorrecto)\b|\bmi (?:ex|jefe|esposo|esposa|vecino|casero)\b|\bcobrador(?:es)?\b|\b(?:dont|do not) (?:remove|take|delete)\b|\b(?:remove|delete) (?:me|us|my number) (?:to|in|on|at|for|as|off)\b|\b(?:remove|take|delete|get) (?:me|us|my \w+) (?:from|off|out of)(?: of)? (?:the |your |my )?(?:\w+ )?(?:schedule|calendar|wait ?list|waiting list|cancellation list|appointments?|slot|books?|\w+day|\d+)\b|\b(?:wrong|incorrect) number for\b|\b(?:di|dio|deje|dejo|marque|llame|escribi)\b.* numero (?:equivocado|incorrecto)\b/

/** "Stop" as a place, a visit or a joke; a number of things that is wrong. */
export const harmless =
  /\b(?:bus|truck|train|rest|pit|non|traffic) stop\b|\bquit claim\b|\b(?:make|will|does|did) (?:the (?!text|messag)\w+|my \w+) stop\b|\b(?:wrong|incorrect) number of\b|\bstop(?:ped|ping|s)? (?:by|in|over|at|off|for)\b(?!.*\b(?:text|messag))/g
/** "Don't stop", "can't quit": the opposite. */
export const denials = /\b(?:dont|do not|cant|cannot|never|wont) (?:stop|quit|unsubscribe|opt out)\b/
