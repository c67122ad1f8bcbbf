import { number, percent, zone } from '../../../electron/contract/text/locale.ts'
import type { MissedReason } from '../../../electron/contract/view-models.ts'
import * as dates from '../dates.ts'
import type { en } from '../en/index.ts'
import { plural } from './plural.ts'

const hour = dates.hourOfDay
function lasting(seconds: number): string {
  if (seconds < 120) return `${number(seconds)} s`
  if (seconds < 120 * 60) return `${number(Math.round(seconds / 60))} minutos`
  return `${number(Math.round(seconds / 3600))} horas`
}
const because: Record<MissedReason, string> = {
  'no-answer': 'nadie contestó',
  abandoned: 'quienes llamaban colgaron',
  busy: 'los teléfonos estaban ocupados',
  unavailable: 'ningún teléfono estaba disponible',
  voicemail: 'fueron al buzón de voz',
  unattended: 'no sonó ningún teléfono',
}

export const overview: typeof en.overview = {
  title: 'Resumen',
  lead: 'A cuántas llamadas perdidas se les escribió, cuántas respondieron y con cuántas se habló.',
  period: 'Período',
  periods: { week: 'Esta semana', month: 'Este mes', 'days-30': 'Últimos 30 días', days: 'Elegir días…' },
  from: 'Desde',
  to: 'Hasta',
  span: (first, last) =>
    first === last ? dates.dateInWords(first) : `Del ${dates.dateInWords(first)} al ${dates.dateInWords(last)}`,
  comparedWith: (first, last) =>
    first === last
      ? `frente al ${dates.shortDay(first)}`
      : `frente al período del ${dates.shortDay(first)} al ${dates.shortDay(last)}`,
  zone: (timeZone) => `Zona horaria: ${zone(timeZone)}`,
  print: 'Imprimir',
  pdf: 'Guardar como PDF',
  csv: 'Exportar',
  saved: (file) => `Guardado en ${file}`,
  failedToLoad: 'No se pudieron leer las cifras',
  empty: 'Sin llamadas en este período',
  emptyBody: 'Elija otro período o vuelva cuando haya llamadas.',

  missed: 'Perdidas',
  texted: 'Con mensaje',
  replied: 'Respondieron',
  repliedWithinHour: 'En una hora',
  reached: 'Contactadas',
  calledBack: 'Se les devolvió la llamada',
  answeredLater: 'Contestadas después',
  booked: 'Con cita',
  answered: 'Contestadas',
  calls: 'Llamadas',
  median: 'La mitad de los mensajes',
  p90: 'Nueve de cada diez',
  medianColumn: 'La mitad en',
  p90Column: 'Nueve de diez en',
  within: (seconds) => `en ${lasting(seconds)}`,
  seconds: lasting,
  none: 'Ninguno todavía',
  of: (part, whole) => (whole === 0 ? '–' : percent(part / whole)),
  ofCalls: (count) => `de ${plural(count, 'llamada', 'llamadas')}`,
  ofMissed: 'de las perdidas',
  ofTexted: 'de las que tienen mensaje',
  withinHour: (count) => `${number(count)} en una hora`,
  reachedHow: (back, later, texts) =>
    `${number(back)} con llamada devuelta, ${number(later)} contestadas después, ${number(texts)} solo por mensaje`,
  bookedToo: (count) => `${number(count)} con cita reservada`,
  before: (value) => `${value} antes`,
  noneBefore: 'Ninguno antes',
  nothingBefore: 'antes no hubo llamadas para comparar',
  funnel: 'De perdida a contactada',
  toText: 'Desde que cuelgan hasta el mensaje',

  why: '¿Por qué se perdieron?',
  reasonsLead: 'Llamadas perdidas por motivo',
  findings: {
    hour: (at, missed, of, reason) =>
      `La mayoría se pierde entre ${hour(at)} y ${hour((at + 1) % 24)}: ${number(missed)} de ${number(of)}` +
      (reason === null ? '.' : `, sobre todo porque ${because[reason]}.`),
    neverAnswered: (phone, calls) =>
      `El teléfono ${phone} sonó en ${plural(calls, 'llamada', 'llamadas')} y nunca lo contestaron.`,
    unreachable: (phone, calls, of) =>
      `El teléfono ${phone} no estaba disponible en ${number(calls)} de ${plural(of, 'llamada', 'llamadas')}. ¿Está conectado?`,
    nothing: 'Nada llama la atención.',
  },
  show: 'Ver estas llamadas',

  byDay: 'Por día',
  byHour: 'Por hora del día',
  byLine: 'Por línea',
  byPhone: 'Por teléfono',
  day: 'Día',
  hour: 'Hora',
  line: 'Línea',
  phone: 'Teléfono',
  noLine: 'Línea desconocida',
  reason: 'Motivo',
  share: 'Parte',
  hourSpan: (at) => `${hour(at)} a ${hour((at + 1) % 24)}`,
  hourTick: hour,
  phoneCalls: 'Llamadas que le llegaron',
  unanswered: 'Sonó sin que contestaran',
  refused: 'Ocupado o rechazada',
  unreachable: 'No disponible',
  lost: 'Sin contacto',
  chart: 'Gráfica',
  table: 'Tabla',
  showAs: (what) => `${what}: ver como`,
  chartOf: (what, missed, reached) =>
    `${what}: ${plural(missed, 'llamada perdida', 'llamadas perdidas')}, ${number(reached)} contactadas. La tabla tiene todas las cifras.`,

  definitions: 'Qué cuentan las cifras',
  defined: [
    ['Perdidas', 'Llamadas de fuera que nadie contestó, en el día y la hora en que terminaron.'],
    [
      'Con mensaje',
      'El servicio de mensajes aceptó un mensaje para esa persona en las 24 horas después de la llamada, sin importar quién lo escribió. Quien llama de nuevo en las 24 horas después de un mensaje automático también cuenta.',
    ],
    [
      'Respondieron',
      'De las que tienen mensaje: la persona escribió en 7 días. En una hora: a más tardar 60 minutos después del mensaje. Pedir que no haya más mensajes no es una respuesta.',
    ],
    [
      'Contactadas',
      'La persona escribió, usted le devolvió la llamada y contestó, o llamó de nuevo y se le contestó, todo en 7 días.',
    ],
    ['Con cita', 'Usted anotó que tiene cita, en 7 días. Ringback no ve ningún calendario: vale su palabra.'],
    [
      'Desde que cuelgan hasta el mensaje',
      'Segundos hasta que el servicio de mensajes aceptó el primer mensaje automático por esa misma llamada.',
    ],
    [
      'Frente al período',
      'El tiempo justo anterior, de igual duración: esta semana hasta ahora con la semana pasada hasta la misma hora.',
    ],
  ],
  stillOpen: 'Las llamadas de los últimos siete días todavía pueden contestarse.',
  sheet: {
    parts: { total: 'Todo', before: 'El tiempo anterior', day: 'Día', hour: 'Hora', line: 'Línea', phone: 'Teléfono' },
    headings: [
      'Cifras de',
      'Cuál',
      'Llamadas',
      'Contestadas',
      'Perdidas',
      'Con mensaje',
      'Respondieron',
      'Respondieron en una hora',
      'Se les devolvió la llamada',
      'Contestadas después',
      'Con cita',
      'Contactadas',
      'Mediana de segundos hasta el mensaje',
      'Percentil 90 de segundos hasta el mensaje',
      'Sonó sin que contestaran',
      'Ocupado o rechazada',
      'No disponible',
    ],
  },
}
