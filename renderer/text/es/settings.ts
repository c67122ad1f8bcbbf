import type { en } from '../en/index.ts'

export const settings: typeof en.settings = {
  title: 'Ajustes',
  sections: {
    phone: 'Central telefónica',
    texting: 'Mensajes',
    texts: 'Negocio y textos',
    replies: 'Respuestas rápidas',
    hours: 'Horario de atención',
    calling: 'Devolver llamadas',
    contacts: 'Contactos',
    backup: 'Copias de seguridad',
    privacy: 'Privacidad',
    general: 'General',
    notifications: 'Avisos',
    about: 'Acerca de',
  },
  phoneTitle: 'Central telefónica',
  textingTitle: 'Mensajes',
  savedIn: (file) => `Guardado en ${file}`,
  saved: 'Guardado. Ringback lo usa desde ahora.',
  phoneTabs: { connection: 'Conexión', parties: 'Líneas y teléfonos' },
  language: 'Idioma',
  languages: { pc: 'Igual que esta PC', en: 'English', es: 'Español' },
  theme: 'Apariencia',
  themes: { pc: 'Igual que esta PC', light: 'Clara', dark: 'Oscura' },
  general: 'Estos ajustes son de esta PC, sin importar quién la use.',
}
