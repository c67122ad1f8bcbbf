import type { en } from '../en/index.ts'

export const followUp: typeof en.followUp = {
  stopped: (why) => `Se detuvieron los mensajes automáticos: ${why}`,
  leftOut: (position, of, why) => `Se omitió el mensaje ${position} de ${of}: ${why}`,
  noMore: (why) => `No salen más mensajes automáticos: ${why}`,
  inside: (reason) => reason.charAt(0).toLowerCase() + reason.slice(1).replace(/\.$/, ''),
  theCaller: 'quien llamó',
  why: {
    replied: (who) => `${who} respondió`,
    answered: (who) => `alguien habló con ${who}`,
    'called-back': (who) => `la oficina llamó a ${who}`,
    'staff-wrote': (who) => `la oficina le escribió a ${who}`,
    'called-again': (who) => `${who} llamó otra vez`,
    'opted-out': (who) => `${who} no quiere mensajes`,
    blocked: (who) => `se bloqueó a ${who}`,
    stopped: () => 'lo decidió la oficina',
    paused: () => 'se pausaron los mensajes automáticos',
    brake: () => 'se pausaron los mensajes automáticos',
    rule: () => 'una regla se opuso al mensaje',
    restored: () => 'la bandeja se restauró de una copia y puede que este mensaje ya haya salido',
    failed: () => 'el mensaje no se pudo entregar',
  },
  notSent: 'el mensaje no se pudo enviar',
  notKnown: 'no se sabe si el mensaje salió',
  sentElsewhere: 'se envió un mensaje desde otro lugar',
  skippedByStaff: 'lo omitió la oficina',
}

export const optOut: typeof en.optOut = {
  out: {
    text: 'No quiere mensajes: lo pidió en un mensaje',
    staff: 'No quiere mensajes: lo registró la oficina',
    gateway: 'No quiere mensajes: el servicio de mensajes se negó a enviar por un STOP anterior',
  },
  inByText: 'Quiere mensajes de nuevo: escribió START',
  inByStaff: 'Quiere mensajes de nuevo: lo registró la oficina',
  fine: 'Se le puede escribir: lo registró la oficina',
  askedOfOther: (number) =>
    `${number} también es suyo y no quiere mensajes. ¿Vale también para este número? Nada sale solo hasta que usted decida, en Detalles.`,
  asked: 'Esto puede ser una petición de no recibir más mensajes. Nada sale solo hasta que usted decida, en Detalles.',
}
