import type { en } from '../en/index.ts'
import { setupMessage } from './setup-message.ts'
import { setupPhone } from './setup-phone.ts'
import { setupTexting } from './setup-texting.ts'

export const setup: typeof en.setup = {
  welcome: 'Le damos la bienvenida a Ringback',
  welcomeLead:
    'Cuando nadie puede contestar, Ringback le escribe en segundos a quien llamó y trae la respuesta a esta ventana.',
  connectTitle: 'Conectar su central telefónica',
  connectBody:
    'Para una oficina con su propia central Asterisk. Toma unos diez minutos y puede parar en cualquier momento.',
  demoTitle: 'Probar el consultorio de prueba',
  demoBody: 'Un consultorio inventado con llamadas inventadas. Sin cuenta, sin internet, nada que configurar.',
  demoGo: 'Probar el consultorio',
  skip: 'Omitir, lo haré después',
  lead: 'Unos diez minutos. Puede parar en cualquier momento y volver.',
  steps: { phone: 'Su central telefónica', texting: 'Mensajes', message: 'Su primer mensaje' },
  stepsLabel: 'Pasos',
  noPhone: '¿No tiene una central telefónica a mano?',
  check: 'Comprobar',
  checkAgain: 'Comprobar de nuevo',
  checking: 'Comprobando…',
  saveWaits: 'Podrá guardar cuando termine la comprobación.',
  unsaved: 'Así lo dejó usted, y todavía no está guardado.',
  discard: 'Descartar',
  isItRight: '¿Está bien?',
  notChecked: 'Oprima Comprobar y Ringback lo prueba enseguida. No se cambia nada.',
  saveNext: 'Guardar y continuar',
  saveStart: 'Guardar y empezar',
  show: 'Mostrar',
  hide: 'Ocultar',
  keepStored: 'Guardado. Déjelo vacío para conservarlo.',
  required: 'Esto es necesario.',
  phone: setupPhone,
  texting: setupTexting,
  message: setupMessage,
  failed: 'Esto no se pudo guardar',
}
