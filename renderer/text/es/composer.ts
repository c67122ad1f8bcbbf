import type { en } from '../en/index.ts'
import { plural } from './plural.ts'

export const composer: typeof en.composer = {
  label: 'Mensaje',
  placeholder: (who) => (who.length > 40 ? 'Escriba un mensaje' : `Escribir a ${who}`),
  send: 'Enviar',
  bookingLink: 'Enlace de citas',
  hint: 'Enter envía, Mayús + Enter empieza otra línea',
  texts: (count) => plural(count, 'mensaje', 'mensajes'),
  left: (count) => `${count === 1 ? 'queda' : 'quedan'} ${plural(count, 'carácter', 'caracteres')}`,
  tooLong: (over) => `${plural(over, 'carácter', 'caracteres')} de más para un solo mensaje`,
  to: 'al',
  toNumber: 'Número al que va el mensaje',
  blocked: 'Aquí no se pueden enviar mensajes',
}
