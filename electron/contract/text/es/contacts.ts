import type { en } from '../en/index.ts'

export const contacts: typeof en.contacts = {
  blocked: 'Bloqueado por el personal: no sale ningún mensaje',
  unblocked: 'Ya no está bloqueado: anotado por el personal',
  booked: 'Cita reservada: anotado por el personal',
  notUndone: ['Esto ya no se puede deshacer.', 'Cámbielo a mano, en Detalles.'],
  same: ['Los dos números ya son de esta persona.', 'Elija otro número.'],
  notesTooLong: ['Juntas, sus notas pasan de 4,000 caracteres.', 'Acorte las notas de uno e inténtelo de nuevo.'],
  tooManyNumbers: ['Una persona puede tener 20 números como máximo.', 'Primero quite uno, en Detalles.'],
  otherFile: ['Se está trayendo otro archivo.', 'Espere a que termine, o deténgalo.'],
  notWhole: ['El archivo no se pudo leer hasta el final.', 'Elíjalo de nuevo.'],
  noFile: ['Este archivo ya no está a mano.', 'Elíjalo de nuevo.'],
  nothingInFile: [
    'Ringback no encuentra contactos en este archivo.',
    'Elija una tabla (CSV) o tarjetas (vCard, .vcf), como las guardan las libretas de direcciones y las hojas de cálculo.',
  ],
  fileTooLarge: ['Este archivo pasa de 64 MB.', 'Guarde los contactos sin fotos, o en varios archivos.'],
  fileUnreadable: ['El archivo no se pudo leer.', 'Ciérrelo en otra parte, o elija otro.'],
  importFailed: 'Ringback no pudo leer este archivo hasta el final.',
  notTheirs: 'el número es de otra persona',
  fileEvidence: (file, row) => `del archivo “${file}”, fila ${row}`,
}
