import type { en } from '../en/index.ts'

export const quietHours: typeof en.hours.quiet = {
  title: 'Cuándo se puede escribir a quien llama',
  usual: (from, to) => `De ${from} a ${to}, donde está quien llama`,
  strict: 'Lo mismo, y más estricto donde lo pida el estado de quien llama',
  own: 'Un horario propio',
  from: 'Desde',
  to: 'Hasta',
  byState: 'Respetar también lo que pida el estado de quien llama',
  bad: 'La segunda hora debe ser posterior a la primera.',
  how: 'Cómo sabe Ringback dónde está quien llama',
  howSteps: [
    'El código de área indica la zona horaria. Si abarca dos, el mensaje debe estar permitido en ambas.',
    'Para los números gratuitos y otros sin lugar, debe estar permitido en todas las zonas horarias del país.',
    'Un número del extranjero se rige por las zonas horarias de su país.',
  ],
  statesTitle: (count) => `${count} estados con reglas más estrictas`,
  madeOn: (date) => `Al ${date}. Una guía de buen trato, no asesoría legal.`,
  none: 'sin mensajes',
  days: { weekdays: 'Lun–vie', saturday: 'sáb', sunday: 'dom', workweek: 'Lun–sáb', daily: 'Todos los días' },
  noHolidays: 'sin mensajes en días feriados',
}
