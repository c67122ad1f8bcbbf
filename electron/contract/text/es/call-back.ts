import type { en } from '../en/index.ts'

export const callBack: typeof en.callBack = {
  talked: (who) => `Usted habló con ${who}.`,
  cancelled: 'La llamada se canceló.',
  hungUp: (who) => `Usted colgó antes de que ${who} contestara.`,
  ends: {
    'phone-unreachable': (phone) => [
      `No se pudo alcanzar su teléfono ${phone}.`,
      'Revise que esté encendido y conectado, o elija otro teléfono en Ajustes.',
    ],
    'phone-busy': (phone) => [`Su teléfono ${phone} está ocupado.`, 'Termine la otra llamada y vuelva a llamar.'],
    'phone-declined': (phone) => [`Su teléfono ${phone} rechazó la llamada.`, 'Si está en “no molestar”, desactívelo.'],
    'phone-unanswered': (phone, who) => [
      `Usted no contestó su teléfono ${phone}.`,
      `Llame otra vez: en cuanto conteste, se llama a ${who}.`,
    ],
    busy: (_phone, who) => [`${who} está al teléfono.`, 'Intente de nuevo en unos minutos o escriba un mensaje.'],
    declined: (_phone, who) => [`${who} rechazó la llamada.`, 'Intente más tarde o escriba un mensaje.'],
    'no-answer': (_phone, who) => [`${who} no contestó.`, 'Intente más tarde o escriba un mensaje.'],
    'invalid-number': (_phone, who) => [
      `No se puede llamar a ${who}: la compañía telefónica no conoce el número.`,
      'Revise el número.',
    ],
    'no-line': (_phone, who) => [
      `No hubo línea externa, así que no se llamó a ${who}.`,
      'Intente de nuevo. Si esto no cambia, avise a quien administra su central telefónica.',
    ],
    'no-way': (_phone, who) => [
      `Su central telefónica no sabe cómo llamar a ${who}.`,
      'Revise en Ajustes → Devolver llamadas cómo se marcan los números.',
    ],
  },
  silentWhileRinging: (phone, who) => [
    'La central telefónica no dice qué pasó con la llamada.',
    `Su teléfono ${phone} puede sonar de todos modos: en cuanto conteste, se llama a ${who}.`,
  ],
  disconnected: [
    'Se perdió la conexión con la central telefónica.',
    'Una llamada en curso sigue en su teléfono; Ringback no puede verla.',
  ],
  hangUpRemedy: (phone) => `Cuelgue o rechace la llamada en su teléfono ${phone}.`,
  mayNotHangUp: 'La central telefónica no deja colgar a Ringback.',
  notHungUp: (said) => `La central telefónica no pudo colgar${said}.`,
  mayNotRing: (username) => [
    'La central telefónica no deja que Ringback haga sonar teléfonos.',
    `Avise a la persona que administra su central telefónica: al usuario “${username}” le falta el permiso de hacer sonar teléfonos (originate).`,
  ],
  refused: (said) => [
    `La central telefónica rechazó la llamada${said}.`,
    'Intente de nuevo. Si esto no cambia, avise a quien administra su central telefónica.',
  ],
  already: (who) => [`Ya está llamando a ${who ?? 'alguien'}.`, 'Termine primero esa llamada.'],
  noNumber: ['Aquí no hay ningún número al que llamar.', 'Elija otra llamada o conversación.'],
  noPhone: ['Aún no ha elegido su teléfono.', 'Elíjalo en Ajustes → Devolver llamadas.'],
  badPhone: ['Este no es un teléfono de la central telefónica.', 'Escriba su extensión, como 101, o PJSIP/101.'],
  badCallerId: ['El número que se mostraría no existe.', 'Elija uno de los números de la oficina.'],
}
