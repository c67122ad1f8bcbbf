import type { en } from '../en/index.ts'
import { plural } from './plural.ts'

export const desktop: typeof en.desktop = {
  demo: 'Consultorio de prueba',
  open: (name) => `Abrir ${name}`,
  waiting: (count) =>
    count === 0
      ? 'Nadie espera respuesta'
      : plural(count, 'conversación por responder', 'conversaciones por responder'),
  paused: 'Los mensajes automáticos están en pausa',
  well: 'Todo bien',
  starting: 'Iniciando',
  resume: 'Reanudar los mensajes automáticos',
  pauseHalf: 'Pausar los mensajes automáticos 30 minutos',
  pauseHour: 'Pausar 1 hora',
  pauseOpen: 'Pausar hasta que yo reanude',
  quit: 'Salir (ya no se escribe a las llamadas perdidas)',
  menu: {
    file: 'Archivo',
    quit: 'Salir de Ringback',
    edit: 'Edición',
    undo: 'Deshacer',
    redo: 'Rehacer',
    cut: 'Cortar',
    copy: 'Copiar',
    paste: 'Pegar',
    selectAll: 'Seleccionar todo',
    view: 'Ver',
    resetZoom: 'Tamaño real',
    zoomIn: 'Acercar',
    zoomOut: 'Alejar',
    fullScreen: 'Pantalla completa',
    window: 'Ventana',
    minimize: 'Minimizar',
    close: 'Cerrar',
  },
  engine: {
    starting: 'El motor de Ringback está iniciando.',
    soon: 'Estará listo en un momento.',
    noAnswer: 'El motor de Ringback no respondió a tiempo.',
    again: 'Intente de nuevo.',
    stopped: 'El motor de Ringback se detuvo.',
    hasStopped: 'El motor de Ringback está detenido.',
    restarts: (seconds) =>
      `El motor de Ringback se detuvo. Vuelve a iniciar en ${seconds} s; no se pierde nada de lo guardado.`,
    notRunning: 'El motor aún no está en marcha.',
    notStarted: 'El motor de Ringback no pudo iniciar.',
    startAgain: 'Inicie Ringback de nuevo; el registro dice qué falló.',
  },
  logFolder: 'No se pudo abrir la carpeta de registros.',
  badLink: 'Ringback solo abre direcciones web, de teléfono y de correo.',
  strangePage: 'Esta página no puede pedir nada.',
  unknownRequest: 'Ringback no conoce esta petición.',
  incomplete: 'La petición no está completa.',
  failed: 'Ringback no pudo hacerlo.',
  seeLog: 'Intente de nuevo; el registro dice qué falló.',
}
