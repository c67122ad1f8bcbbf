import type { en } from '../en/index.ts'

export const data: typeof en.data = {
  folderNotOpened: 'No se pudo abrir la carpeta.',
  textOnItsWay: ['En este momento va en camino un mensaje a este contacto.', 'Inténtelo de nuevo en un minuto.'],
  erasingAlready: ['Ya se está borrando a alguien.', 'Espere a que termine.'],
  notErased: ['No se pudo borrar todo lo suyo.', 'Bórrelo otra vez. Si no funciona, mire el registro.'],
  receiptName: (day) => `Ringback borrado ${day}`,
  everythingName: (day) => `Ringback todo ${day}`,
  noBackup: ['Esta copia ya no está.', 'Mire otra vez la lista.'],
  restoring: 'Ringback está restaurando una copia.',
  notRestored: 'La copia no se restauró; todo sigue como estaba.',
  notRestoredRemedy: 'Inténtelo de nuevo o elija otra.',
  restoreTwice: ['Ringback ya está restaurando una copia.', 'Espere a que termine.'],
}
