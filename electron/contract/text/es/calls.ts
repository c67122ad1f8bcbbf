import type { en } from '../en/index.ts'

/** `101 y 102`, but `101 e Irma`. */
function and(names: string[]): string {
  const last = names.at(-1) ?? ''
  if (names.length < 2) return last
  const joined = /^h?i(?![aeou])/i.test(last) ? 'e' : 'y'
  return `${names.slice(0, -1).join(', ')} ${joined} ${last}`
}

export const textAfterAll: typeof en.textAfterAll = {
  noNumber: 'No hay un número al que escribir.',
  askForIt: 'Si vuelve a llamar, pídaselo.',
  never: {
    'withheld-number': 'No hay un número al que escribir. Si vuelve a llamar, pídaselo.',
    'internal-number': 'Mejor llame a ese teléfono.',
    'invalid-number': 'No hay un número al que escribir. Si vuelve a llamar, pídaselo.',
    'own-number': 'Mejor llame a esa línea.',
    blocked: 'Desbloquee el contacto para escribirle.',
    'opted-out': 'Mejor llame. Si vuelve a pedir mensajes, permítalos de nuevo.',
    'ask-opt-out': 'Primero decida en la conversación si se le puede escribir.',
    'no-mobile': 'Mejor llame.',
    landline: 'Mejor llame.',
    country: 'Mejor llame, o permita ese país en Ajustes.',
  },
}

export const calls: typeof en.calls = {
  phones: and,
  manyPhones: (count) => `${count} teléfonos`,
  wereBusy: (phones, one) => `${phones} ${one ? 'estaba ocupado' : 'estaban ocupados'}`,
  declined: (phones, one) => `${phones} ${one ? 'rechazó' : 'rechazaron'} la llamada`,
  answered: (by, after) =>
    `${by === null ? 'Contestada' : `Contestó ${by}`}${after === null ? '' : after === '' ? ' enseguida' : ` después de ${after}`}.`,
  voicemail: (rang, refused) =>
    rang
      ? `Pasó al buzón de voz después de sonar en ${rang.phones}${rang.time && ` durante ${rang.time}`}${refused && `; ${refused}`}.`
      : `Pasó al buzón de voz${refused && `: ${refused}`}.`,
  unavailable: (tried) => `No se pudo alcanzar ningún teléfono${tried && `: se intentó con ${tried}`}.`,
  unattended: 'Quien llamó oyó un menú o un anuncio; no sonó ningún teléfono.',
  busy: (refused) => (refused === '' ? 'Todos los teléfonos estaban ocupados.' : `${refused}.`),
  noAnswer: (rang, refused) =>
    rang
      ? `Sonó en ${rang.phones}${rang.time && ` durante ${rang.time}`}, pero nadie contestó${refused && `; ${refused}`}.`
      : 'Nadie contestó.',
  hungUpAtOnce: 'Quien llamó colgó enseguida.',
  hungUpRinging: (rang, refused) =>
    `Sonó en ${rang.phones}${rang.time && ` durante ${rang.time}`}; luego quien llamó colgó${refused && `; ${refused}`}.`,
  hungUpWaiting: (waited, refused) =>
    refused === ''
      ? `Quien llamó esperó ${waited} y colgó antes de que sonara un teléfono.`
      : `Quien llamó esperó ${waited} y colgó; ${refused}.`,
  missed: 'Perdida.',
  endUnseen: 'El final no se vio: la central telefónica no dijo nada.',
  partUnseen: 'Una parte no se vio, y en ella pudo contestar alguien.',
  office: 'La oficina',
  out: {
    answered: (who, after) =>
      after === null ? `${who} llamó y le contestaron.` : `${who} llamó; le contestaron después de ${after}.`,
    noLine: (who) => `${who} llamó, pero no había línea externa.`,
    busy: (who) => `${who} llamó; la línea estaba ocupada.`,
    declined: (who) => `${who} llamó; le rechazaron la llamada.`,
    unreachable: (who) => `${who} llamó, pero no se pudo alcanzar el número.`,
    cancelled: (who, rang) => `${who} llamó y colgó después de ${rang}.`,
    noAnswer: (who, rang) => `${who} llamó durante ${rang}; nadie contestó.`,
  },
}
