import type { en } from '../en/index.ts'

export const data: typeof en.data = {
  folderNotOpened: 'No se pudo abrir la carpeta.',
  noBackup: ['Esta copia ya no está.', 'Mire otra vez la lista.'],
  restoring: 'Ringback está restaurando una copia.',
  notRestored: 'La copia no se restauró; todo sigue como estaba.',
  notRestoredRemedy: 'Inténtelo de nuevo o elija otra.',
  restoreTwice: ['Ringback ya está restaurando una copia.', 'Espere a que termine.'],
}
