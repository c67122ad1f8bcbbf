import { list, number } from '../locale.ts'
import type { en } from '../en/index.ts'
import { plural } from './plural.ts'

export const toasts: typeof en.toasts = {
  trouble: {
    phoneSystem: 'Ringback no ve sus llamadas',
    texting: 'Ringback no puede enviar mensajes',
    engine: 'Ringback no funciona',
  },
  mended: 'Ringback funciona de nuevo',
  well: 'Se ven las llamadas y salen los mensajes.',
  missed: (from) => `Llamada perdida: ${from}`,
  noText: (reason) => `No se envió ningún mensaje. ${reason}`,
  closed: 'Ringback sigue atento a sus llamadas',
  closedBody: 'Queda en la bandeja del sistema. Ciérrelo ahí si quiere que se detenga.',
  reply: 'Responder',
  replies: (count) => plural(count, 'respuesta nueva', 'respuestas nuevas'),
  from: (names, more) => `De ${list(more > 0 ? [...names, `${number(more)} más`] : names)}`,
}
