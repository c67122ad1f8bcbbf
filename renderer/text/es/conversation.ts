import * as dates from '../dates.ts'
import type { en } from '../en/index.ts'
import { plural } from './plural.ts'
import { time } from './time.ts'

export const conversation: typeof en.conversation = {
  region: 'Conversación',
  timeline: 'Llamadas y mensajes',
  choose: 'Elija una conversación',
  chooseBody: 'Las llamadas y los mensajes con una persona están juntos, en el orden en que ocurrieron.',
  details: 'Detalles',
  hideDetails: 'Ocultar detalles',
  done: 'Listo',
  reopen: 'Reabrir',
  markedDone: (who) => `La conversación con ${who} quedó lista`,
  calledLine: (line) => `llamó a ${line}`,
  missedCall: 'Llamada perdida',
  answeredCall: 'Llamada contestada',
  outboundAnswered: 'Usted llamó y le contestaron',
  outboundMissed: 'Usted llamó y no le contestaron',
  outboundFailed: 'Usted llamó, pero la llamada no salió',
  whyText: '¿Por qué un mensaje?',
  whyNoText: '¿Por qué ningún mensaje?',
  whyHold: '¿Por qué todavía no?',
  decidedAt: (at) => `Decidido: ${dates.clockTime(at)}`,
  auto: (number, of) => `Auto ${number} de ${of}`,
  autoPlain: 'Automático',
  elsewhere: 'Enviado fuera de Ringback',
  afterCall: (seconds) =>
    seconds < 120
      ? `${Math.round(seconds)} s después de la llamada`
      : `${Math.round(seconds / 60)} min después de la llamada`,
  states: {
    queued: 'Esperando para salir',
    sending: 'Enviando',
    sent: 'Enviado',
    delivered: 'Entregado',
    failed: 'No enviado',
    check: 'Por favor, revise',
    cancelled: 'No enviado: cancelado',
    received: 'Recibido',
  },
  dueAt: (at, now) => `Sale ${time.upcoming(at, now)}`,
  pictures: (count) => plural(count, 'imagen', 'imágenes'),
  picture: (number, of) => (of === 1 ? 'Imagen' : `Imagen ${number} de ${of}`),
  openPicture: (number, of) => (of === 1 ? 'Abrir la imagen' : `Abrir la imagen ${number} de ${of}`),
  pictureWaiting: 'Descargando la imagen…',
  pictureUnreadable: 'Esta imagen no se puede mostrar.',
  sendAgain: 'Enviar otra vez',
  note: 'Nota',
  nextText: (at, now) => `Próximo mensaje ${time.upcoming(at, now)}`,
  nextTextSoon: 'El próximo mensaje sale en un momento',
  sendNow: 'Enviar ya',
  skip: 'Omitir',
  stop: 'Detener',
  followUpBar: 'Mensajes automáticos',
  failedToLoad: 'No se pudo leer esta conversación',
}
