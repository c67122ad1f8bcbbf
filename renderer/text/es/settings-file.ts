import type { en } from '../en/index.ts'
import { plural } from './plural.ts'
import { time } from './time.ts'

export const settingsFile: typeof en.settingsFile = {
  title: 'Todos los ajustes',
  lead: 'Guárdelos en un archivo o llévelos a otra PC. No contiene contraseñas, contactos ni conversaciones.',
  save: 'Guardar los ajustes en un archivo',
  open: 'Cargar ajustes de un archivo',
  savedIn: (file) => `Guardado en ${file}`,
  compareTitle: '¿Usar estos ajustes?',
  compareLead: (count) => `El archivo cambia aquí ${plural(count, 'ajuste', 'ajustes')}:`,
  same: 'El archivo contiene los mismos ajustes que ya tiene. No cambiaría nada.',
  unknown: (parts) => `Se deja fuera, porque este Ringback no lo conoce: ${parts}`,
  needs: {
    password: 'Después, escriba la contraseña de la central: la guardada es para otra dirección.',
    token: 'Después, escriba el token del servicio de mensajes: el guardado es para otra cuenta.',
  },
  take: 'Usarlos',
  cancel: 'Cancelar',
  taken: 'Hecho. Ringback los usa desde ahora.',
  history: 'Cambios en los ajustes',
  historyLead:
    'Quién cambió qué en esta PC, lo más nuevo primero. Las contraseñas nunca se muestran, solo que se cambiaron.',
  none: 'Aún no se ha cambiado nada.',
  older: 'Cambios anteriores',
  by: (who, at, now) => `${who}, ${time.past(at, now)}`,
  ringback: 'Ringback mismo',
  before: 'antes',
  after: 'ahora',
  changed: 'se cambió',
  empty: 'vacío',
  on: 'sí',
  off: 'no',
  others: {
    'phone-system.fingerprint': 'Certificado de confianza',
    'phone-system.trunks': 'Líneas externas, de un archivo de configuración',
    'texting.numbers': 'Cómo quiere el proveedor los números',
    'follow-up.firstOn': 'Primer mensaje: sí o no',
    'follow-up.secondOn': 'Segundo mensaje: sí o no',
    'follow-up.thirdOn': 'Tercer mensaje: sí o no',
    'follow-up.countries': 'Países a los que se escribe, además del suyo',
    'call-back.context': 'Devolver llamadas: contexto en la central',
    'call-back.prefix': 'Devolver llamadas: prefijo',
    'business.country': 'País de la oficina',
    'app-lock.minutes': 'Bloqueo de la ventana: tras minutos',
    'app-lock.pin': 'Bloqueo de la ventana: PIN',
  },
}
