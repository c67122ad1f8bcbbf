import type { en } from '../en/index.ts'
import { number } from '../../../electron/contract/text/locale.ts'
import { plural } from './plural.ts'

export const contact: typeof en.contact = {
  region: 'Contacto',
  name: 'Nombre',
  addName: 'Agregar un nombre',
  notes: 'Notas',
  notesPlaceholder: 'Para sus colegas, nunca se envían',
  withUs: 'Con nosotros',
  firstSeen: 'Primera llamada',
  calls: 'Llamadas',
  callCount(calls, missed) {
    if (missed === 0) return number(calls)
    if (missed < calls) return `${number(calls)}, ${plural(missed, 'perdida', 'perdidas')}`
    return calls === 1 ? `${number(calls)}, perdida` : `${number(calls)}, todas perdidas`
  },
  lines: 'Línea',
  texting: 'Mensajes',
  mayText: 'Se le puede escribir',
  yes: 'Sí',
  no: 'No',
  notSure: 'No es seguro',
  automatic: 'Automáticos esta semana',
  ofMost: (sent, most) => `${sent} de ${most}`,
  optedOutBy: {
    text: 'Escribió que no quiere mensajes',
    staff: 'Dijo a alguien de aquí que no quiere mensajes',
    gateway: 'Su compañía telefónica avisó que no quiere mensajes',
  },
  asked: 'Tal vez pidió que no le escriban más. Nada sale solo hasta que usted decida.',
  textsAreFine: 'Sí se le puede escribir',
  optOut: 'No escribirle más a esta persona',
  optIn: 'Permitir mensajes de nuevo',
  optedOut: (who) => `Ya no se le envían mensajes a ${who}`,
  earlier: 'Antes',
  copyNumber: 'Copiar el número',
}
