import { plural } from './plural.ts'
import type { en } from '../en/index.ts'

export const writing: typeof en.writing = {
  unknownField: (name) => `El texto tiene un campo que Ringback no conoce: {${name}}.`,
  emptyField: (name) =>
    `El texto usa {${name}}, que está vacío. Dé otras palabras para ese caso: {${name}|sus palabras}.`,
  looseBrace: 'El texto tiene una llave que no es de ningún campo. Los campos se ven así: {business}.',
  empty: 'El texto no dice nada.',
  tooLong: 'El texto es demasiado largo.',
  change: 'Cambie el texto y guárdelo otra vez.',
  noBusiness: 'El primer mensaje debe decir quién escribe: ponga el nombre de su oficina.',
  businessInFront: 'El nombre de su oficina se pone al principio, para que se sepa quién escribe.',
  optOutAdded: 'Al final se agrega cómo dejar de recibir mensajes.',
  noOptOut:
    'Este texto no dice cómo dejar de recibir mensajes. Las compañías telefónicas lo esperan y pueden bloquear los que no lo dicen.',
  withoutLink: 'Sin un enlace para citas, se omite la oración que lo lleva.',
  segments: (count) => `Este texto se envía y se cobra como ${count} mensajes. Los más cortos se leen antes.`,
  costly: (characters, count, segments) =>
    `${characters} ${count === 1 ? 'encarece' : 'encarecen'} este texto: se envía y se cobra como ${segments} mensajes.`,
  plainLetters: (count) => `Con letras sin acento serían ${plural(count, 'mensaje', 'mensajes')}.`,
  carrierWord: (word, whatHappens) => `Las compañías telefónicas toman la respuesta “${word}” para sí: ${whatHappens}.`,
  ownWords: 'Mejor deje que la gente responda con sus propias palabras.',
  carriers: {
    ends: 'ya no le llegaría ningún mensaje',
    answers: 'el servicio de mensajes respondería en lugar de usted',
    takes: 'el servicio de mensajes se quedaría con ella',
  },
}
