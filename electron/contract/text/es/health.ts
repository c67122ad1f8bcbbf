import type { en } from '../en/index.ts'

export const health: typeof en.health = {
  inbox: 'La bandeja de esta PC está en orden.',
  noPhone: ['Aún no hay ninguna central telefónica conectada.', 'Conéctela en Ajustes.'],
  noTexting: ['Los mensajes aún no están configurados.', 'Configúrelos en Ajustes.'],
  connected: 'Conectado a la central telefónica.',
  connecting: 'Conectando con la central telefónica…',
  tellsNothing: [
    'La central telefónica no informa de las llamadas, aunque las hay.',
    'Agregue call a la línea read del usuario de Ringback en manager.conf y ejecute “manager reload”.',
  ],
  tokenGone: ['Ya no se conoce el auth token del servicio de mensajes.', 'Escríbalo de nuevo en Ajustes.'],
  passwordGone: ['Ya no se conoce la contraseña de la central telefónica.', 'Escríbala de nuevo en Ajustes.'],
  sending: (gateway) => `Los mensajes salen por ${gateway}.`,
  receiving: (gateway) => `Las respuestas llegan por ${gateway}.`,
  repliesNotStored: [
    'Las respuestas no se pueden guardar en esta PC.',
    'Vea el registro y compruebe que el disco no esté lleno.',
  ],
  outcomeNotStored: [
    'No se puede guardar en esta PC qué pasó con un mensaje.',
    'Compruebe que el disco no esté lleno.',
  ],
  silent: [
    'El servicio de mensajes no responde.',
    'Ringback guarda los mensajes y vuelve a intentarlo solo. Compruebe la conexión a internet.',
  ],
}
