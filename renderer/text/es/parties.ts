import type { en } from '../en/index.ts'
import { list } from '../../../electron/contract/text/locale.ts'
import { plural } from './plural.ts'
import { time } from './time.ts'

export const parties: typeof en.parties = {
  lead: 'Lo que Ringback averiguó por sí solo. Si algo no es correcto, corríjalo aquí: vale desde la próxima llamada.',
  noList:
    'Ringback no puede leer la lista de la propia central telefónica, así que los teléfonos y las troncales aparecen aquí cuando se usan. Para tenerlos todos de una vez, agregue system a la línea write del usuario en manager.conf.',
  outside: 'Líneas externas (troncales)',
  outsideHelp: 'Solo las llamadas que entran por aquí pueden ser llamadas perdidas.',
  inside: 'Teléfonos de la oficina',
  insideHelp: 'Las llamadas desde aquí son de la propia oficina y nunca se responden con un mensaje.',
  lines: 'Sus números',
  linesHelp:
    'Los números que la gente marca para comunicarse con ustedes. El nombre aparece con cada llamada y en los mensajes.',
  empty: 'Todavía no se ha visto nada',
  emptyBody: 'Llame una vez a su oficina y aparecerá aquí.',
  leads: (endpoint) => `Dónde está ${endpoint}`,
  side: { outside: 'Fuera', inside: 'Dentro' },
  because: (why) => `Porque ${list(why)}.`,
  noReason: 'Aún nada lo indica, así que se toma por un teléfono de la oficina.',
  unsure: 'Aún no es seguro',
  chosen: 'Elección suya',
  toldOutside: (endpoint) => `${endpoint} es una línea externa desde la próxima llamada.`,
  toldInside: (endpoint) => `${endpoint} es un teléfono de la oficina desde la próxima llamada.`,
  toldGuess: (endpoint) => `Ringback vuelve a decidir por sí solo sobre ${endpoint}.`,
  lineName: (number) => `Nombre de ${number}`,
  addName: 'Nombre, como Recepción',
  lineCalls: (calls, last, now) =>
    last === null ? 'Aún sin llamadas' : `${plural(calls, 'llamada', 'llamadas')}, la última ${time.last(last, now)}`,
  lineSince: (first, now) => `Visto por primera vez ${time.last(first, now)}`,
  failedToLoad: 'No se pudieron leer las líneas y los teléfonos',
}
