import type { en } from '../en/index.ts'

export const about: typeof en.about = {
  title: 'Acerca de Ringback',
  lead: 'La bandeja de llamadas perdidas para la recepción.',
  version: 'Versión',
  runtime: 'Entorno',
  electron: (version) => `Electron ${version}`,
  standIn: (version) => `Entorno suplente, Electron ${version}`,
  standInNote:
    'Esta copia usa el entorno de desarrollo más antiguo, porque el actual no se pudo descargar aquí. Es para desarrollo y pruebas, nunca para el trabajo diario de una oficina.',
  chromium: 'Chromium',
  node: 'Node',
  profile: 'Perfil',
  profiles: { office: 'Su oficina', demo: 'Consultorio de prueba' },
  data: 'Carpeta de datos',
  logs: 'Carpeta de registros',
  openLogs: 'Abrir la carpeta de registros',
  keys: 'Atajos de teclado',
}
