import type { en } from '../en/index.ts'

export const setupCall: typeof en.setup.call = {
  lead: 'Tome un celular, llame a su oficina y deje sonar hasta que se corte, o cuelgue. No se envía nada; aquí ve cómo entiende Ringback la llamada.',
  leadTexts:
    'Tome un celular, llame a su oficina y deje sonar hasta que se corte, o cuelgue. Aquí ve cómo entiende Ringback la llamada, y su celular recibe el mensaje.',
  region: 'Las llamadas, como las ve Ringback',
  waiting: 'Esperando su llamada…',
  nothingShows:
    '¿Suena y aquí no aparece nada? Entonces el usuario de Ringback necesita read = call,agent,dialplan en manager.conf.',
  live: {
    inbound: { ringing: 'Suena:', waiting: 'En la cola:', talking: 'Alguien contestó:' },
    outbound: { ringing: 'La oficina llama:', waiting: 'La oficina llama:', talking: 'La oficina habla con:' },
    inside: { ringing: 'Interna, suena:', waiting: 'Interna, suena:', talking: 'Interna, hablan:' },
  },
  to: (line) => `a ${line}`,
  getsText: 'Correcto: esta persona recibe su mensaje.',
  wouldText: 'Correcto: a esta persona se le escribiría.',
  wouldTextLater: 'Correcto: a esta persona se le escribiría, una vez listos los mensajes en los pasos siguientes.',
  noText: (reason) => `A esta persona no se le escribiría. ${reason}`,
  notMissed: {
    inbound: 'Correcto: alguien contestó, así que no sale ningún mensaje. Llame otra vez y deje sonar.',
    outbound: 'Una llamada que hizo la oficina: por ella Ringback no envía nada.',
  },
  without: 'Seguir sin llamada',
}

export const setupStart: typeof en.setup.start = {
  lead: 'Desde ahora Ringback sigue sus llamadas, también con la ventana cerrada.',
  almost: 'Casi listo',
  leadMissing: 'Falta algo todavía. Puede empezar de todos modos y hacerlo después en Ajustes.',
  phone: 'Central telefónica',
  phoneMissing: 'Todavía no hay central conectada, así que Ringback no ve llamadas.',
  textingMissing: 'Todavía no está configurado, así que no sale ningún mensaje.',
  from: (number) => `Los mensajes salen del ${number}.`,
  nameMissing: 'Un mensaje debe decir quién escribe: falta el nombre de su negocio.',
  name: (name) => `Los mensajes van firmados por ${name}.`,
  goThere: 'Hacerlo ahora',
  next: 'Qué pasa ahora',
  nextList: [
    'Cuando nadie contesta, quien llamó recibe su mensaje en menos de un minuto. Lo que responda aparece en la bandeja.',
    'Al cerrar la ventana, Ringback sigue en la bandeja del sistema. Allí puede pausarlo en cualquier momento.',
    'Todo se puede cambiar en Ajustes.',
  ],
}
