import type { en } from '../en/index.ts'
import { plural } from './plural.ts'

export const inbox: typeof en.inbox = {
  testText: (who) => `Mensaje de prueba de ${who}: los mensajes funcionan. Responda y aparece en la bandeja.`,
  withheld: 'Número oculto',
  unknownNumber: 'Número desconocido',
  newest: {
    answered: 'Llamada contestada',
    noAnswer: 'Usted llamó, sin respuesta',
    notOut: 'Usted llamó, no salió',
    called: 'Usted llamó',
  },
  earlier: {
    missed: 'Perdida',
    answered: (by, time) => `${by === null ? 'Contestada' : `Contestó ${by}`}, ${time}`,
    outMissed: 'Saliente, sin respuesta',
    out: (time) => `Saliente, ${time}`,
    texted: 'se le escribió',
    replied: 'respondió',
  },
  pictures: {
    count: (count) => (count === 1 ? 'Imagen' : plural(count, 'imagen', 'imágenes')),
    neverCame: 'Una imagen que no se pudo traer. Véala en su servicio de mensajes.',
    problems: {
      kind: 'Un archivo que Ringback no puede mostrar. Véalo en su servicio de mensajes.',
      'too-large': 'Una imagen de más de 5 MB, demasiado grande para Ringback. Véala en su servicio de mensajes.',
      gone: 'Una imagen que el servicio de mensajes ya borró.',
    },
  },
}
