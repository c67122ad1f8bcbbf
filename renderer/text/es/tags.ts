import type { en } from '../en/index.ts'
import { number } from '../../../electron/contract/text/locale.ts'

export const tags: typeof en.tags = {
  title: 'Etiquetas',
  add: 'Agregar una etiqueta',
  find: 'Buscar o crear una etiqueta',
  make: (name) => `Etiqueta nueva “${name}”`,
  none: 'Escriba un nombre para crear la primera etiqueta',
  remove: (name) => `Quitar la etiqueta “${name}”`,
  added: (name, who) => `${who} ahora tiene la etiqueta “${name}”`,
  removed: (name, who) => `Se quitó la etiqueta “${name}” a ${who}`,
  deleted: (name) => `Se borró la etiqueta “${name}”`,
  colour: 'Color',
  name: 'Nombre de la etiqueta',
  colours: {
    grey: 'Gris',
    red: 'Rojo',
    orange: 'Naranja',
    yellow: 'Amarillo',
    green: 'Verde',
    teal: 'Turquesa',
    blue: 'Azul',
    violet: 'Violeta',
    pink: 'Rosa',
  },
  on: (contacts) => (contacts === 1 ? 'en 1 contacto' : `en ${number(contacts)} contactos`),
  delete: (name) => `Borrar la etiqueta “${name}”`,
  manageLead: 'Palabras que usted pone en los contactos, en Detalles, para encontrarlos de nuevo.',
  empty: 'Todavía no hay etiquetas. Ponga la primera en un contacto, en Detalles.',
}
