import * as dates from '../dates.ts'
import type { en } from '../en/index.ts'
import { time } from './time.ts'

export const calls: typeof en.calls = {
  title: 'Llamadas',
  lead: 'Cada llamada a la oficina, qué pasó con ella y por qué salió o no salió un mensaje.',
  empty: 'Todavía no hay llamadas',
  emptyBody: 'En cuanto su central telefónica esté conectada, cada llamada aparece aquí cuando termina.',
  caller: 'Quién llamó',
  line: 'Línea',
  what: 'Qué pasó',
  verdict: 'Mensaje',
  time: 'Hora',
  texted: 'Con mensaje',
  notTexted: 'Sin mensaje',
  held: 'En espera',
  older: 'Ver llamadas anteriores',
  failedToLoad: 'No se pudieron leer las llamadas',
  gap(from, to, now) {
    const begin = time.since(from, now)
    if (to === null) return `Sin conexión con la central telefónica ${begin}: no se ven las llamadas`
    const end = dates.daysAway(from, to) === 0 ? dates.clockTime(to) : time.past(to, now)
    return `Sin conexión con la central telefónica ${begin} hasta ${end}: las llamadas de ese tiempo no se vieron`
  },
  outcome: { answered: 'Contestada', missed: 'Perdida', outbound: 'Usted llamó' },
}
