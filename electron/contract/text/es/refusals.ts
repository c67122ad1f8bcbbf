import type { en } from '../en/index.ts'
import { date, number as inDigits } from '../locale.ts'

export const refusals: typeof en.refusals = {
  correct: 'Corríjalo e intente de nuevo.',
  needed: 'Llene este campo.',
  tooLong: (most) => `Son más de ${inDigits(most)} caracteres.`,
  tooMany: (most) => `Son más de ${inDigits(most)}.`,
  atLeast: (least) => `Debe ser ${inDigits(least)} o más.`,
  atMost: (most) => `Debe ser ${inDigits(most)} o menos.`,
  number: 'Debe ser un número.',
  address: 'Una dirección web empieza con https://.',
  day: (weekday) => {
    const day = date(Date.UTC(2026, 10, 23 + weekday, 12), { weekday: 'long', timeZone: 'UTC' })
    return day.charAt(0).toUpperCase() + day.slice(1)
  },
  ours: {
    time: 'Debe ser una hora del día, como 08:30.',
    date: 'Debe ser un día del calendario, como 2026-12-24.',
    'times-backwards': 'Los mensajes se deben permitir desde una hora hasta otra más tarde del mismo día.',
    'api-key': 'El SID de una clave de API empieza con SK.',
    country: 'Debe ser un país de dos letras mayúsculas.',
    context: 'Solo letras, cifras, puntos, guiones y guiones bajos.',
    prefix: 'Solo cifras, * y #, seis como máximo.',
    nothing: 'Este horario termina cuando empieza.',
    overlap: 'Dos de estos horarios se cruzan.',
    'next-day': 'Este horario llega hasta el del día siguiente.',
    'too-many': 'Son más de los que Ringback puede guardar para un día.',
    backwards: 'El último día es anterior al primero.',
    twice: 'Uno de estos días ya está en otra excepción.',
    'too-long': 'Eso dura más de un año: cambie mejor la semana.',
  },
}
