/** What the names of contexts and endpoints say about where they lead. Offices name them as they like. */
import { isShort, isWhole } from './evidence.ts'

export type Side = 'outside' | 'inside'

/** Words of contexts in which calls from outside begin … */
const outsideWords = new Set(
  (
    'trunk trunks pstn did dids provider providers carrier carriers itsp voip zaptel dahdi analog digital isdn pri bri ' +
    'gsm outside external public incoming inbound anonymous guest troncal troncales entrante entrantes entrada ' +
    'extern amt amtsleitung'
  ).split(' '),
)
/** … and calls of the office's own phones. Who may dial out from there is inside. */
const insideWords = new Set(
  (
    'internal phone phones user users extension extensions exten extens desk desks hotdesk staff employees handsets ' +
    'devices softphones outgoing outbound dialout longdistance international interno internos interna extensiones ' +
    'salida saliente intern nebenstellen'
  ).split(' '),
)
/** Places say something only where no other word does: `office-trunk` leads outside. */
const placeWords = new Set(['office', 'local', 'lan', 'oficina'])

/** The side that the calls of a context come from; null when its name does not tell. */
export function contextSide(context: string | null | undefined): Side | null {
  if (!context) return null
  const name = context.toLowerCase()
  if (name === 'from-sip') return 'inside'
  const words = name.split(/[^\p{L}\p{N}]+/u).map((word) => word.replace(/\d+$/, ''))
  for (const word of words) {
    if (outsideWords.has(word)) return 'outside'
    if (insideWords.has(word)) return 'inside'
  }
  if (/trunk|pstn|incoming|inbound|provider/.test(name)) return 'outside'
  if (/internal|phones|users|extensions|office/.test(name)) return 'inside'
  return words.some((word) => placeWords.has(word)) ? 'inside' : null
}

const trunkName =
  /trunk|provider|carrier|gateway|pstn|(?:^|[-_])gw(?:$|[-_\d])|sip-?out|troncal|proveedor|(?:^|[-_])(?:fxo|pri|e1|t1|gsm)(?:$|[-_\d])/i
/** Providers that offices name their trunks after. */
const providerName = new RegExp(
  'voip\\.?ms|twilio|telnyx|flowroute|bandwidth|vitelity|callcentric|sipgate|skyetel|siptrunk|sipstation|voxbone|' +
    'didww|vonage|clearlyip|anveo|localphone|zadarma|nexvortex|thinktel|signalwire|plivo|easybell|voipfone|peoplefone|' +
    'telekom|inphonex|inteliquent|callwithus|ringcentral|comcast|verizon|spectrum|lumen|netzvoice|sonetel|hottelecom',
  'i',
)
const phoneName =
  /(?:^|[-_.\d])(?:reception|recepcion|front|desk|counter|office|lobby|kitchen|room|phone|handset|ext|user|nurse|hygiene|lab|fax|door|gate|billing|doctor|dr|hall|conf|softphone|dect)(?:$|[-_.\d])/i

export type NameSaying = 'trunk' | 'provider' | 'account' | 'host' | 'span' | 'extension' | 'mac' | 'place'

/** What an endpoint's name says; null when it says nothing, as people's names do. */
export function nameSays(endpoint: string): NameSaying | null {
  const slash = endpoint.indexOf('/')
  const tech = endpoint.slice(0, slash).toLowerCase()
  const name = endpoint.slice(slash + 1)
  if (/^(?:dahdi|zap)$/.test(tech)) return /^[ig]\d+$/i.test(name) ? 'span' : null
  if (/^(?:misdn|capi|srx|dongle|quectel|khomp|ooh323|h323)$/.test(tech)) return 'span'
  if (/^(?:sccp|skinny|unistim|mgcp|console|phone)$/.test(tech) || isMac(name)) return 'mac'
  if (isShort(name)) return 'extension'
  if (isWhole(name)) return 'account'
  if (trunkName.test(name)) return 'trunk'
  if (providerName.test(name)) return 'provider'
  // Nobody has given a name to who is only known by an address.
  if (/^[\w-]+(?:\.[\w-]+)+$|:/.test(name) || name.toLowerCase() === 'anonymous') return 'host'
  return phoneName.test(name) ? 'place' : null
}

/** Many offices name phones by their MAC address. Twelve digits alone are one only where no phone number begins so. */
function isMac(name: string): boolean {
  const plain = name.replace(/^SEP/i, '').replace(/[-:]/g, '')
  return /^[\da-f]{12}$/i.test(plain) && (/[a-f]/i.test(plain) || plain.startsWith('00'))
}
