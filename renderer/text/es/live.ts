import type { en } from '../en/index.ts'
import { list, number } from '../../../electron/contract/text/locale.ts'
import { time } from './time.ts'

export const live: typeof en.live = {
  region: 'Llamadas en este momento',
  ringing: 'Suena ahora',
  waiting: 'En fila',
  quiet: 'No hay llamadas en este momento',
  onPhone: 'Al teléfono',
  with: (phones) => (phones.length === 0 ? '' : `con ${list(phones)}`),
  open: 'Abrir la conversación',
  openNew: 'Abrir una conversación',
  more: (count) => `y ${number(count)} más`,
  rings: (phones) => (phones.length === 0 ? '' : `suena en ${list(phones)}`),
  theySaid: (at, now) => `Escribió ${time.past(at, now)}:`,
  weSaid: (at, now) => `Usted escribió ${time.past(at, now)}:`,
  firstCall: 'Todavía no está en su bandeja',
}
