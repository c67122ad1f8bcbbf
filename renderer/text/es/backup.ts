import { number } from '../../../electron/contract/text/locale.ts'
import type { en } from '../en/index.ts'
import { plural } from './plural.ts'

const contacts = (count: number) => plural(count, 'contacto', 'contactos')
const calls = (count: number) => plural(count, 'llamada', 'llamadas')
const texts = (count: number) => plural(count, 'mensaje', 'mensajes')
const notes = (count: number) => plural(count, 'nota', 'notas')

export const backup: typeof en.backup = {
  title: 'Copias de seguridad',
  lead: (kept) =>
    `Ringback copia la bandeja una vez al día por sí solo, y antes de cada actualización. En esta PC guarda las últimas ${number(kept.daily)} copias diarias, las últimas ${number(kept['by-hand'])} hechas a mano y las últimas ${number(kept['before-upgrade'])} de antes de actualizar. Lo que apartó una restauración se queda hasta que usted lo borre.`,
  now: 'Hacer una copia ahora',
  making: 'Copiando…',
  made: 'Copia hecha.',
  madeAndRemoved: (kept) =>
    `Copia hecha. Se borró la copia a mano más antigua: se guardan las últimas ${number(kept)}.`,
  openFolder: 'Abrir la carpeta',
  elsewhere:
    'Un disco dañado se lleva sus copias: incluya esta carpeta en su copia de seguridad de siempre. Las imágenes que llegaron con mensajes están en la carpeta “pictures”, al lado; no están en las copias, y al restaurar se quedan donde están. En ninguna copia hay contraseñas.',
  none: 'Aún no hay copias',
  noneBody: 'La primera se hace unos minutos después de abrir Ringback.',
  failedToLoad: 'No se pudieron listar las copias.',
  list: 'Copias de la bandeja',
  when: 'Hecha',
  contents: 'Qué contiene',
  size: 'Tamaño',
  kinds: {
    daily: 'Diaria',
    'by-hand': 'A mano',
    'before-upgrade': 'Antes de actualizar',
    'set-aside': 'Apartada al restaurar',
  },
  inside: (count) => `${contacts(count.contacts)}, ${calls(count.calls)}, ${texts(count.texts)}`,
  unreadable: 'No se puede leer',
  restore: 'Restaurar…',
  restoreThis: (when) => `Restaurar la copia del ${when}`,

  askTitle: (when) => `¿Volver al ${when}?`,
  looking: 'Revisando la copia…',
  damaged: 'Esta copia está dañada y no se puede restaurar. Elija otra.',
  newer: 'Esta copia la hizo una versión más nueva de Ringback. Instale la última versión y restáurela después.',
  comesBack: 'Qué vuelve',
  counts: { contacts, calls, texts, notes },
  notHereNow: (what) => `${what} que ahora no están en la bandeja`,
  nothingBack: 'No falta nada en la bandeja de hoy.',
  goesBack: 'Qué queda como estaba entonces',
  changed: (count) =>
    count === 0 ? 'Etiquetas y ajustes' : `Nombre, empresa o notas de ${contacts(count)}, etiquetas y ajustes`,
  stays: 'Qué se queda como está ahora',
  since: (what) => `${what} desde entonces`,
  staysAlways: 'Quién no quiere mensajes, quién está bloqueado y una pausa',
  lost: 'Qué se pierde',
  lostBody:
    'La bandeja de hoy no se puede leer. Las llamadas, los mensajes y las notas desde que se hizo esta copia no están en ella. Las respuestas llegan otra vez si el servicio de mensajes aún las tiene. “Solo observar” y los ajustes quedan como estaban entonces. Los mensajes automáticos quedan en pausa hasta que usted los revise y los reanude.',
  noDoubles:
    'Los mensajes automáticos que entonces esperaban se detienen, para que nadie reciba uno dos veces. Los mensajes escritos por usted que esperaban se le muestran para que decida.',
  keptAside:
    'La bandeja de hoy no se borra: se aparta en la lista de copias. Si esta copia nombra otra central telefónica u otro servicio de mensajes, habrá que escribir de nuevo sus contraseñas.',
  pauseWhile: 'Durante unos segundos Ringback no ve llamadas.',
  confirm: 'Restaurar',
  restoring: 'Restaurando…',
  cancel: 'Cancelar',
  restored: 'Restaurada.',
  restoredKept: 'Restaurada. La bandeja anterior se guarda en la lista de copias.',

  damagedTitle: 'La bandeja de esta PC está dañada',
  damagedLead:
    'Ringback no cambió ni borró nada. Hasta que se arregle no se ve ninguna llamada perdida, y no sale ni llega ningún mensaje.',
  damagedOffer: 'Vuelva a la última copia buena. La bandeja dañada se guarda.',
  newest: 'Restaurar la última copia buena…',
  noneWhole: 'Ninguna de las copias está entera.',
  noneWholeRemedy: 'Empiece con una bandeja vacía, o pida ayuda antes de hacerlo.',
  noCopies: 'No hay ninguna copia a la que volver.',
  empty: 'Empezar con una bandeja vacía…',
  askEmpty: '¿Empezar con una bandeja vacía?',
  askEmptyBody:
    'No tiene contactos, llamadas, mensajes ni ajustes. Se sigue sabiendo quién no quiere mensajes. La bandeja dañada se guarda en la carpeta de copias.',
  confirmEmpty: 'Empezar vacía',
}
