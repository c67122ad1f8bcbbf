import type { en } from '../en/index.ts'
import { plural } from './plural.ts'

export const app: typeof en.app = {
  name: 'Ringback',
  noBridge: 'Esta página no se está ejecutando dentro de Ringback.',
  noBridgeRemedy: 'Abra la aplicación Ringback.',
  demoName: 'Consultorio de prueba',
  demoExplained: 'Aquí nadie es real y ningún mensaje sale de esta PC',
  leaveDemo: 'Salir de la prueba',
  openingDemo: 'Abriendo el consultorio de prueba…',
  rail: 'Principal',
  inbox: 'Bandeja',
  calls: 'Llamadas',
  overview: 'Resumen',
  settings: 'Ajustes',
  needReply: (count) => plural(count, 'conversación por responder', 'conversaciones por responder'),
  close: 'Cerrar',
  dismiss: 'Descartar',
  tryAgain: 'Intentar de nuevo',
  undo: 'Deshacer',
  undone: (what) => `Se deshizo: ${what}`,
  copy: 'Copiar',
  copied: 'Copiado',
  save: 'Guardar',
  saved: 'Guardado',
  savedLater: 'Queda aquí y se guarda cuando Ringback vuelva',
  loading: 'Cargando',
}
