import type { en } from '../en/index.ts'

export const texts: typeof en.texts = {
  lead: 'Hasta tres mensajes por una llamada perdida. Se detienen en cuanto quien llamó responde o alguien habla con esa persona.',
  language: 'A quien llama se le escribe en',
  languageHelp:
    'Vale para los textos estándar y la línea sobre cómo no recibir más. La ventana tiene su propio idioma.',
  languageOwnWords: 'Lo que usted escribió queda como está. La línea sobre cómo no recibir más va en este idioma.',
  steps: { first: 'Primer mensaje', second: 'Segundo mensaje', third: 'Tercer mensaje' },
  send: { first: 'Enviar después de', second: 'Enviar después de', third: 'Enviar a la mañana siguiente a las' },
  sendStep: {
    first: 'Enviar después de: el primer mensaje',
    second: 'Enviar después de: el segundo mensaje',
    third: 'Enviar a la mañana siguiente a las: el tercer mensaje',
  },
  off: 'no se envía',
  delay: 'Enviar el primer mensaje después de',
  secondAfter: 'Enviar el segundo mensaje después de',
  thirdAt: 'Enviar el tercer mensaje a la mañana siguiente a las',
  minutes: 'minutos',
  badMinutes: 'Un número entero de 1 a 1440.',
  badTime: 'Escriba la hora.',
  whenClosed: 'Mientras esté cerrado:',
  closedChoices: { 'at-once': 'enseguida, sin enlace de citas', hold: 'cuando abran' },
  other: 'Otras palabras cuando esté cerrado o en un descanso',
  states: { usual: 'Texto', closed: 'Cuando esté cerrado', break: 'En un descanso' },
  likeUsual: 'Como el texto habitual',
  likeOffice: 'Como el de la oficina',
  perLine: 'Otras palabras para una de sus líneas',
  perLineHelp: 'Lo que deje vacío es como para toda la oficina.',
  noLines:
    'Las líneas reciben su nombre en Central telefónica, Líneas y teléfonos. Después cada una puede tener sus propios textos.',
  finePoints: 'Detalles',
  addOptOut: 'Decir en cada mensaje cómo dejar de recibirlos',
  addOptOutHelp: 'Se agrega al final si el texto no menciona STOP. Las compañías telefónicas lo esperan.',
  plainPunctuation: 'Usar comillas y guiones simples donde eso ahorre un mensaje',
  plainPunctuationHelp: 'Una sola comilla tipográfica puede hacer que un mensaje cueste el doble.',
  field: (step, state) => `${step}: ${state.charAt(0).toLowerCase()}${state.slice(1)}`,
}
