import type { en } from '../en/index.ts'

export const setupMessage: typeof en.setup.message = {
  title: 'Su primer mensaje',
  lead: 'Lo recibe quien llamó y a quien nadie pudo contestar. Diga quiénes son; tal vez no tengan guardado su número.',
  business: 'Nombre de su negocio',
  businessHelp: 'Como lo conocen quienes llaman.',
  booking: 'Enlace de citas',
  bookingHelp: 'Opcional. Donde se puede pedir una cita sin llamar.',
  badUrl: 'Un enlace empieza con https://.',
  enabled: 'Escribir automáticamente a quien no se pudo contestar',
  delay: 'Enviarlo después de',
  delayUnit: 'segundos',
  badDelay: 'Un número entero de 0 a 300.',
  delayHelp: 'Esperar este tiempo por si vuelven a llamar (0 a 300).',
  template: 'Texto',
  fields: 'Insertar',
  fieldNames: {
    business: 'nombre del negocio',
    caller: 'nombre de quien llamó',
    line: 'línea',
    bookingLink: 'enlace de citas',
  },
  preview: 'Así se ve en su teléfono',
  previewLater: 'Se muestra cuando el texto sea correcto.',
  sampleCaller: 'Ana',
  sampleLine: 'Línea principal',
  sampleBusiness: 'Su negocio',
}
