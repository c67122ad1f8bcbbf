import { number } from '../../../electron/contract/text/locale.ts'
import type { en } from '../en/index.ts'
import { plural } from './plural.ts'

export const lock: typeof en.lock = {
  title: 'Ringback está bloqueado',
  lead: 'Las llamadas y los mensajes siguen como siempre.',
  pin: 'PIN o contraseña',
  open: 'Abrir Ringback',
  opening: 'Abriendo…',
  openIn: (seconds) =>
    seconds < 90
      ? `Intente de nuevo en ${number(seconds)} s`
      : `Intente de nuevo en ${number(Math.ceil(seconds / 60))} min`,
  forgot: 'Olvidé mi PIN',
  forgotLead:
    'Nadie puede consultarlo. Quien pueda iniciar sesión con este usuario de la PC puede quitar el bloqueo; el historial de los ajustes lo dirá.',
  forgotSteps: [
    'Salga de Ringback, en el menú de su icono junto al reloj.',
    'Borre este archivo:',
    'Inicie Ringback. Conversaciones, borradores y ajustes siguen ahí; ponga un PIN nuevo en Ajustes → Privacidad.',
  ],
  section: 'Bloqueo de la ventana',
  help: 'Protege la bandeja de miradas ajenas mientras usted no está. Las llamadas se siguen observando y los mensajes siguen saliendo; los avisos solo dicen que llegó algo.',
  honest:
    'No cifra nada: quien pueda iniciar sesión en esta PC con su usuario llega a los archivos de Ringback y puede quitar el bloqueo ahí.',
  newPin: 'PIN o contraseña nueva',
  least: (characters) => `Al menos ${plural(characters, 'carácter', 'caracteres')}, cifras o letras.`,
  again: 'Repítalo',
  current: 'PIN actual',
  after: 'Bloquear después de',
  minutes: (count) => plural(count, 'minuto', 'minutos'),
  begin: 'Poner un PIN…',
  set: 'Poner el bloqueo',
  isSet:
    'El bloqueo está activo. Ringback también se bloquea cuando se bloquea la pantalla o la PC se suspende, y se abre bloqueado.',
  afterHelp: 'sin teclado ni ratón en esta PC',
  now: 'Bloquear ahora',
  change: 'Cambiar el PIN…',
  changeIt: 'Cambiar el PIN',
  remove: 'Quitar el bloqueo…',
  removeIt: 'Quitar el bloqueo',
  cancel: 'Cancelar',
  tooShort: (characters) => `Tiene menos de ${plural(characters, 'carácter', 'caracteres')}.`,
  differs: 'No son iguales.',
  wasSet: 'El bloqueo está puesto.',
  wasChanged: 'El PIN se cambió.',
  wasRemoved: 'El bloqueo se quitó.',
}
