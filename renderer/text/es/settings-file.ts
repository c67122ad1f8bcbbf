import type { en } from '../en/index.ts'
import { plural } from './plural.ts'
import { time } from './time.ts'

export const settingsFile: typeof en.settingsFile = {
  title: 'Todos los ajustes',
  lead: 'Guárdelos en un archivo o llévelos a otra PC. No contiene contraseñas, tokens, contactos ni conversaciones.',
  save: 'Guardar los ajustes en un archivo',
  open: 'Tomar los ajustes de un archivo',
  savedIn: (file) => `Guardado en ${file}`,
  compareTitle: '¿Tomar estos ajustes?',
  compareLead: (count) => `El archivo cambia aquí ${plural(count, 'ajuste', 'ajustes')}:`,
  same: 'El archivo contiene los mismos ajustes que ya tiene. No cambiaría nada.',
  unknown: (parts) => `Se deja fuera, porque este Ringback no lo conoce: ${parts}`,
  needs: {
    password: 'Después, escriba la contraseña de la central: la guardada es para el lugar para el que se dio.',
    token: 'Después, escriba el token del servicio de mensajes: el guardado es para la cuenta para la que se dio.',
  },
  take: 'Tomarlos',
  cancel: 'Cancelar',
  taken: 'Hecho. Ringback los usa desde ahora.',
  history: 'Cambios en los ajustes',
  historyLead: 'Quién cambió qué en esta PC, lo más nuevo primero. De las contraseñas, solo que se cambiaron.',
  none: 'Aún no se ha cambiado nada.',
  older: 'Cambios anteriores',
  by: (who, at, now) => `${who}, ${time.past(at, now)}`,
  ringback: 'Ringback mismo',
  before: 'antes',
  after: 'ahora',
  changed: 'cambiado',
  empty: 'vacío',
  on: 'sí',
  off: 'no',
}
