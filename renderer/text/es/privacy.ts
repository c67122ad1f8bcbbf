import { number } from '../../../electron/contract/text/locale.ts'
import type { en } from '../en/index.ts'
import { plural } from './plural.ts'

export const privacy: typeof en.privacy = {
  title: 'Privacidad',
  lead: 'Todo lo que Ringback sabe está en esta PC. Aquí decide cuánto tiempo se queda, y lo exporta o lo borra.',
  keeping: 'Cuánto tiempo conservar llamadas y mensajes',
  keepingHelp:
    'Las llamadas, los mensajes, las imágenes y las notas más antiguos se borran para siempre, poco a poco. Quien espera respuesta se queda, igual que los contactos a los que usted puso nombre, etiqueta o nota. Nunca se olvida quién no quiere mensajes.',
  keepLabel: 'Conservar',
  forEver: 'Para siempre',
  months: (count) => (count % 12 === 0 ? plural(count / 12, 'año', 'años') : plural(count, 'mes', 'meses')),
  copiesKeep:
    'Las copias diarias de la bandeja tienen como mucho dos semanas; otras copias pueden ser más antiguas (vea Ajustes, Copias de seguridad).',
  erase: 'Borrar a alguien',
  eraseHelp:
    'Cuando alguien lo pide: sus llamadas, mensajes, imágenes, notas y nombre se borran, en todos sus números, de la bandeja y de sus copias en esta PC. Usted recibe un comprobante.',
  eraseButton: 'Borrar…',
  eraseWho: (name) => `Borrar a ${name}`,
  askTitle: (name) => `¿Borrar a ${name} para siempre?`,
  askBody:
    'Se borran llamadas, mensajes, imágenes, notas y nombre en todos sus números, también en las copias de la bandeja. No se puede deshacer.',
  askOptOut:
    'Si no quiere mensajes, se queda su número, con la hora en que lo dijo y nada más, para que nadie le escriba nunca.',
  confirm: 'Borrar',
  erasingNow: 'Borrando…',
  copiesDone: ({ done, of }) =>
    of === 0
      ? 'Primero se buscan las copias de la bandeja.'
      : `${number(done)} de ${plural(of, 'copia', 'copias')} de la bandeja; después, la bandeja misma.`,
  goesOn: 'Con una bandeja grande tarda minutos. Sigue aunque cierre esto o la ventana; el comprobante le espera aquí.',
  doneElsewhere: 'Borrado. El comprobante está en Ajustes → Privacidad.',
  cancel: 'Cancelar',
  done: 'Borrado',
  removed: (of) =>
    `Se borraron ${plural(of.calls, 'llamada', 'llamadas')}, ${plural(of.texts, 'mensaje', 'mensajes')}, ${plural(of.notes, 'nota', 'notas')} y ${plural(of.pictures, 'imagen', 'imágenes')}, en la bandeja y en sus copias.`,
  notCleaned: (count) =>
    `${plural(count, 'copia', 'copias')} de la bandeja no se pudo leer, así que ahí no se borró nada. El comprobante dice cuáles: borre esos archivos usted.`,
  numberKept: 'El número se guarda, porque no quiere mensajes.',
  elsewhere: 'El servicio de mensajes y la central telefónica tienen sus propias listas. Bórrelo allí también.',
  saveReceipt: 'Guardar el comprobante…',
  close: 'Cerrar',
  passwords: 'Contraseñas de la central y del servicio de mensajes',
  kept: {
    keychain: 'Las cifra el almacén de contraseñas de esta PC, y solo usted puede leerlas con su sesión abierta.',
    ask: 'Esta PC no tiene almacén de contraseñas. Ringback las olvida al salir y las pide cada vez que se abre.',
    file: 'Esta PC no tiene almacén de contraseñas. Están en un archivo que solo su usuario puede leer, sin cifrar.',
    undecided:
      'Esta PC no tiene un almacén de contraseñas que las proteja. Hasta que usted elija, Ringback las olvida al salir.',
  },
  undecided: 'Esta PC no tiene almacén de contraseñas: las que escribió se olvidan al salir de Ringback.',
  askEachStart: 'Pedirlas cada vez',
  storeAnyway: 'Guardarlas sin proteger',
  everything: 'Exportar todo',
  everythingHelp:
    'Contactos, llamadas, mensajes, notas y quién no quiere mensajes, en un archivo JSON y en tablas (CSV), en una carpeta nueva. No contiene contraseñas.',
  everythingButton: 'Exportar…',
  rows: (count) => `${number(count)} filas hasta ahora…`,
  stop: 'Detener',
  exported: (rows, folder) => `${plural(rows, 'fila guardada', 'filas guardadas')} en ${folder}`,
}
