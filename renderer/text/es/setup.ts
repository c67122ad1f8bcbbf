import type { en } from '../en/index.ts'
import { setupMessage } from './setup-message.ts'
import { setupCall, setupStart } from './setup-steps.ts'
import { setupPhone } from './setup-phone.ts'
import { setupTexting } from './setup-texting.ts'

export const setup: typeof en.setup = {
  welcome: 'Le damos la bienvenida a Ringback',
  welcomeLead:
    'Cuando nadie puede contestar, Ringback le escribe en segundos a quien llamó y trae la respuesta a esta ventana.',
  connectTitle: 'Conectar su central telefónica',
  connectBody:
    'Para una oficina con su propia central Asterisk. Toma un cuarto de hora y puede parar en cualquier momento.',
  demoTitle: 'Probar el consultorio de prueba',
  demoBody: 'Un consultorio inventado con llamadas inventadas. Sin cuenta, sin internet, nada que configurar.',
  demoGo: 'Probar el consultorio',
  skip: 'Omitir, lo haré después',
  lead: 'Un cuarto de hora. Puede parar en cualquier momento; la próxima vez sigue ahí.',
  steps: {
    find: 'Su central telefónica',
    'sign-in': 'Inicio de sesión',
    call: 'Una llamada de prueba',
    texting: 'Mensajes',
    message: 'Su primer mensaje',
    hours: 'Horario',
    start: 'Empezar',
  },
  titles: {
    find: 'Encontrar su central telefónica',
    'sign-in': 'Iniciar sesión en ella',
    call: 'Llame ahora a su oficina',
    texting: 'Conectar los mensajes',
    message: 'Su primer mensaje',
    hours: 'Cuándo está abierto',
    start: 'Listo para empezar',
  },
  next: 'Siguiente',
  back: 'Atrás',
  finish: 'Empezar',
  skipStep: 'Omitir este paso',
  later: 'Terminar después',
  notFinished: 'La configuración no está terminada.',
  goOn: 'Seguir con la configuración',
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
  show: 'Mostrar',
  hide: 'Ocultar',
  keepStored: 'Guardado. Déjelo vacío para conservarlo.',
  required: 'Esto es necesario.',
  phone: setupPhone,
  texting: setupTexting,
  message: setupMessage,
  call: setupCall,
  start: setupStart,
  failed: 'Esto no se pudo guardar',
}
