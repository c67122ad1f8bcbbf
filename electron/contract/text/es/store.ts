import type { en } from '../en/index.ts'

export const store: typeof en.store = {
  damaged: (file) => [
    `El archivo de la bandeja ${file} está dañado y no se puede leer.`,
    'No se cambió nada en él. Salga de Ringback, muévalo a otro lugar junto con los archivos -wal y -shm que están a su lado (consérvelos), ponga en su lugar una copia de la carpeta backups e inicie de nuevo.',
  ],
  newer: (file) => [
    `El archivo de la bandeja ${file} es de una versión más nueva de Ringback.`,
    'Instale en esta PC la versión más nueva de Ringback. El archivo quedó como estaba.',
  ],
  inUse: (file) => [
    `Otro Ringback ya está trabajando con el archivo de la bandeja ${file}.`,
    'Use el Ringback que ya está abierto, o ciérrelo primero.',
  ],
  held: (file) => [
    `Otro programa no deja que Ringback escriba en su archivo de la bandeja ${file}.`,
    'Puede ser un antivirus o un programa de copias. Ringback lo intenta de nuevo solo.',
  ],
  notWritable: (file) => [
    `Ringback no puede escribir en su archivo de la bandeja ${file}.`,
    'Compruebe que el disco no esté lleno y que su usuario pueda escribir en esa carpeta.',
  ],
}

export const storePlainly: typeof en.storePlainly = {
  held: [
    'Otro programa no deja que Ringback guarde llamadas y mensajes.',
    'Puede ser un antivirus o un programa de copias. Ringback lo intenta de nuevo solo.',
  ],
  notWritable: [
    'Ringback no puede guardar llamadas ni mensajes.',
    'Compruebe que el disco no esté lleno y que su usuario pueda escribir en la carpeta de datos (en Ajustes → Acerca de está su nombre).',
  ],
}
