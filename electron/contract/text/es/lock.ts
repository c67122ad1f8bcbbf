import { number } from '../locale.ts'
import type { en } from '../en/index.ts'
import { plural } from './plural.ts'

export const lock: typeof en.lock = {
  locked: ['Ringback está bloqueado.', 'Ábralo con su PIN.'],
  wrong: (left) =>
    left > 0
      ? `Ese no es el PIN. Después de ${plural(left, 'intento fallido más', 'intentos fallidos más')} hay que esperar.`
      : 'Ese no es el PIN.',
  wait: (seconds) =>
    seconds < 90
      ? `Demasiados intentos fallidos. Intente de nuevo en ${number(seconds)} s.`
      : `Demasiados intentos fallidos. Intente de nuevo en ${number(Math.ceil(seconds / 60))} minutos.`,
  unreadable: 'Ya no se puede leer lo que Ringback sabe de su PIN. “Olvidé mi PIN” dice qué hacer.',
  notStored: [
    'No se pudo guardar el PIN en esta PC.',
    'Compruebe que el disco no esté lleno y que se pueda escribir en la carpeta.',
  ],
  none: 'No hay ningún PIN.',
  tray: { lock: 'Bloquear ahora', locked: 'Bloqueado' },
  toasts: {
    reply: 'Alguien respondió',
    missed: 'Se perdió una llamada',
    trouble: 'Ringback necesita atención',
    mended: 'Ringback funciona de nuevo',
    tray: 'Ringback sigue atento a sus llamadas',
    refused: 'Algo no se pudo hacer',
  },
  toastBody: 'Ringback está bloqueado. Ábralo para leer más.',
}
