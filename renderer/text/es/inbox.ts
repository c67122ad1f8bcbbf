import * as dates from '../dates.ts'
import type { en } from '../en/index.ts'
import { number } from '../../../electron/contract/text/locale.ts'
import { time } from './time.ts'

export const inbox: typeof en.inbox = {
  list: 'Conversaciones',
  search: 'Buscar personas, números, mensajes',
  clearSearch: 'Borrar la búsqueda',
  tabs: { 'needs-reply': 'Responder', waiting: 'En espera', done: 'Listas', all: 'Todas' },
  missed: (count) => (count > 1 ? `Perdida ×${number(count)}` : 'Perdida'),
  failed: 'Mensaje no enviado',
  optedOut: 'Sin mensajes',
  live: 'Llama ahora',
  unread: 'sin leer',
  autoSent: (sent, steps) => `Auto ${sent} de ${steps}`,
  autoAnswered: (step) => `Respondió a Auto ${step}`,
  nextAuto: (at, now) =>
    `Mensaje automático ${dates.daysAway(at, now) === 0 ? dates.clockTime(at) : time.upcoming(at, now)}`,
  you: 'Usted:',
  auto: 'Automático:',
  moreLoading: 'Cargando más conversaciones',
  empty: {
    'needs-reply': {
      title: 'Nadie espera respuesta',
      body: 'Cuando responda alguien cuya llamada se perdió, aparecerá aquí; primero quien lleva más tiempo esperando.',
    },
    waiting: {
      title: 'No se espera a nadie',
      body: 'Aquí están las personas que ya recibieron un mensaje y todavía no han respondido.',
    },
    done: {
      title: 'Todavía no hay nada listo',
      body: (singleKeys) =>
        `Oprima ${singleKeys ? 'E o ' : ''}Listo en una conversación cuando no necesite nada más. Una respuesta nueva la trae de vuelta.`,
    },
    all: {
      title: 'Todavía no hay conversaciones',
      body: 'Empiezan con una llamada que nadie contesta: Ringback le escribe a quien llamó y la respuesta llega aquí.',
    },
  },
  notConnected: 'Su central telefónica aún no está conectada, así que no se ven las llamadas.',
  connect: 'Conectar la central telefónica',
  nothingFound: 'No se encontró nada',
  nothingFoundBody: (query) => `Ningún nombre, número ni mensaje coincide con “${query}”.`,
  failedToLoad: 'No se pudieron leer las conversaciones',
}
