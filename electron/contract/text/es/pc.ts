import type { en } from '../en/index.ts'
import { date } from '../locale.ts'
import { plural } from './plural.ts'

export const pc: typeof en.pc = {
  disk: {
    fine: 'Hay espacio suficiente en el disco de esta PC.',
    free: (gigabytes) =>
      gigabytes < 1
        ? 'Queda menos de 1 GB en el disco de esta PC; por ahora alcanza.'
        : `Quedan unos ${gigabytes} GB en el disco de esta PC.`,
    full: (megabytes) =>
      megabytes < 1
        ? 'El disco de esta PC está prácticamente lleno.'
        : `El disco de esta PC está casi lleno: quedan unos ${megabytes} MB.`,
    remedy:
      'Borre lo que no haga falta o vacíe la papelera. Con el disco lleno, Ringback no puede guardar llamadas ni mensajes.',
    readOnly: [
      'Ringback no puede escribir en su carpeta de datos.',
      'Pida a quien administra esta PC permiso para escribir ahí (en Ajustes → Acerca de está el nombre de la carpeta).',
    ],
  },
  clock: {
    fine: 'No se sabe de ningún problema con el reloj de esta PC.',
    agrees: 'El reloj de esta PC coincide con el del servicio de mensajes.',
    setBack: (minutes) =>
      `El reloj de esta PC se atrasó ${plural(minutes, 'minuto', 'minutos')} hace poco; ningún mensaje sale dos veces por eso.`,
    fast: (minutes) =>
      `El reloj de esta PC adelanta ${plural(minutes, 'minuto', 'minutos')} respecto al del servicio de mensajes.`,
    slow: (minutes) =>
      `El reloj de esta PC atrasa ${plural(minutes, 'minuto', 'minutos')} respecto al del servicio de mensajes.`,
    remedy:
      'Deje que esta PC ponga la hora sola (en su configuración de fecha y hora): los mensajes salen según su reloj.',
  },
  callBack: 'Devolver la llamada',
  open: 'Abrir',
  links: {
    noNumber: [
      'El enlace no contiene un número al que se pueda escribir.',
      'Escriba el número en “Buscar un contacto”, en Ajustes → Contactos, o pídalo de nuevo.',
    ],
    notSet: [
      'Esta PC no permitió que Ringback abra enlaces de teléfono.',
      'Elija Ringback para los enlaces de teléfono (tel) en la configuración de programas predeterminados del sistema.',
    ],
  },
  notStored: [
    'No se pudo guardar en esta PC.',
    'Vale hasta que se cierre Ringback. Compruebe que el disco no esté lleno y que se pueda escribir en la carpeta.',
  ],
  autoStart: [
    'Esta PC no permitió que Ringback cambie lo que se abre al iniciar sesión.',
    'Elíjalo en la configuración de programas de inicio del sistema.',
  ],
  quit: {
    ask: (texts) => `${plural(texts, 'mensaje está', 'mensajes están')} por salir`,
    next: (at) =>
      `El próximo sale ${date(at, { weekday: 'short', hour: 'numeric', minute: '2-digit' })}. Con Ringback cerrado no sale ningún mensaje y no se escribe a quienes llamen sin respuesta. Lo que toque mientras tanto sale cuando usted lo abra de nuevo, o no sale si ya sería tarde.`,
    stay: 'Dejar Ringback abierto',
    leave: 'Salir',
  },
  file: {
    none: [
      'Este no es un archivo de ajustes de Ringback.',
      'Elija un archivo que Ringback guardó en Ajustes → Acerca de.',
    ],
    bad: (field) => `El archivo da al ajuste ${field} un valor que no puede tener.`,
    text: (why) => `Uno de los mensajes del archivo no se puede enviar: ${why}`,
    unreadable: ['No se pudo leer el archivo.', 'Elija otro, o ciérrelo en el otro programa.'],
  },
}
