import type { en } from '../en/index.ts'
import { number } from '../../../electron/contract/text/locale.ts'
import { plural } from './plural.ts'

const contactsOf = (count: number) => plural(count, 'número', 'números')

export const files: typeof en.files = {
  title: 'Contactos',
  find: 'Buscar un contacto',
  findLead: 'Todos los que Ringback conoce, también personas de un archivo que nunca llamaron.',

  bringIn: 'Importar contactos',
  bringInLead:
    'De una tabla (CSV) guardada por una hoja de cálculo, Google u Outlook, o de tarjetas (vCard). A quien llame se le conoce por su nombre desde la primera llamada. Nada cambia hasta que usted vea lo que Ringback encontró.',
  choose: 'Elegir un archivo…',
  takeOut: 'Exportar contactos',
  takeOutLead: 'Todos los contactos con sus números, empresa, etiquetas y notas, y quién no quiere mensajes.',
  asTable: 'Como tabla (CSV)…',
  asCards: 'Como tarjetas (vCard)…',
  writing: (count) => `${contactsOf(count)} hasta ahora…`,
  stopWriting: 'Detener',
  written: (count, file) => `${contactsOf(count)} en ${file}`,

  found: (file) => `Qué hay en ${file}`,
  kinds: { csv: 'Se lee como tabla (CSV).', vcard: 'Se lee como tarjetas (vCard).' },
  encoding: 'Letras en',
  separator: 'Columnas separadas por',
  separators: { ',': 'coma', ';': 'punto y coma', '\t': 'tabulador', '|': 'barra' },
  columns: '¿Qué son sus columnas?',
  columnsHelp:
    'Esto es lo que supone Ringback. Corrija lo que no sea así y elija “No importar” en las columnas que no necesite.',
  columnNumber: (column) => `Columna ${number(column)}`,
  column: 'Columna',
  samples: 'Primeros valores',
  becomes: 'Importar como',
  leaveOut: 'No importar',
  fields: {
    name: 'Nombre completo',
    'first-name': 'Nombre',
    'last-name': 'Apellidos',
    company: 'Empresa',
    number: 'Número de teléfono',
    tags: 'Etiquetas',
    notes: 'Notas',
    'no-texts': 'No quiere mensajes',
    blocked: 'Bloqueado',
  },
  people: 'Las primeras personas',
  noNumberColumn: 'Diga qué columna tiene los números de teléfono: sin ella no se puede importar a nadie.',
  known: 'Personas que Ringback ya conoce',
  knownChoices: {
    keep: 'Dejarlas como están',
    fill: 'Completar solo lo que falte: nombre, empresa, notas',
    replace: 'Cambiar nombre, empresa y notas por los del archivo',
  },
  knownHelp:
    'Un nombre que solo dio la central telefónica cuenta como faltante. Las etiquetas se agregan, y ningún archivo anula que alguien no quiera mensajes.',
  together: 'Varios números en una fila son de una sola persona',
  togetherCards: 'Varios números en una tarjeta son de una sola persona',
  start: 'Importar',
  cancel: 'Cancelar',

  running: (file) => `Importando ${file}`,
  soFar: (rows) => `${number(rows)} hasta ahora. Las llamadas y los mensajes siguen mientras tanto.`,
  stop: 'Detener aquí',

  ends: {
    complete: 'Se leyó todo el archivo.',
    stopped: 'Se detuvo. Lo que entró hasta entonces se queda.',
    failed: 'No se pudo terminar.',
  },
  reportOf: (file) => `Importado de ${file}`,
  added: 'Números nuevos',
  changed: 'Cambiados',
  same: 'Como estaban',
  optedOut: 'No quieren mensajes',
  leftOut: 'Quedaron fuera',
  leftOutHelp: 'Los números de fila son los del archivo.',
  more: (count) => `Y ${number(count)} más, en el informe.`,
  saveReport: 'Guardar el informe…',
  again: 'Importar otro archivo',
  undo: 'Deshacer la importación',
  undoUntil: 'Se puede deshacer hasta que importe otro archivo o salga de Ringback.',
  undoing: (file) => `Deshaciendo la importación de ${file}`,
  undone: ({ removed, restored, kept }) =>
    `Deshecho: ${plural(removed, 'número quitado', 'números quitados')}, ${plural(restored, 'como antes', 'como antes')}.${
      kept === 0 ? '' : ` ${plural(kept, 'número se queda', 'números se quedan')}: llamaron o cambiaron después.`
    }`,
  row: 'Fila',
  reason: 'Por qué',
  value: 'En el archivo',
  reasons: {
    'no-number': 'Sin número de teléfono',
    'not-a-number': 'No es un número de teléfono completo',
    twice: 'Este número ya está más arriba en el archivo',
    apart: 'Ringback conoce estos números como personas distintas; quedaron aparte',
    'notes-cut': 'Las notas pasan de 4,000 caracteres; el final quedó fuera',
    'too-many-numbers': 'Una persona puede tener 20 números como máximo',
    'too-many-tags': 'Más de 200 etiquetas distintas; esta quedó fuera',
    unreadable: 'Desde aquí el archivo no se puede leer: hay unas comillas sin cerrar',
  },

  table: {
    name: 'Nombre',
    company: 'Empresa',
    number: 'Teléfono',
    tags: 'Etiquetas',
    notes: 'Notas',
    noTexts: 'Sin mensajes',
    blocked: 'Bloqueado',
    yes: 'sí',
  },
}
