/** What the people of the generated inbox write to each other, in English and Spanish. */
import type { Random } from '../../torture/random.ts'

export type Language = 'en' | 'es'
type Speaker = 'contact' | 'staff'

/** `{…}` is filled from the lists below; a word that stands in no list stays as it is. */
const lines: Record<Language, Record<Speaker, string[]>> = {
  en: {
    contact: [
      'Hi, can I move my {visit} to {day} {time}?',
      'Do you take {insurance}?',
      'My {body} hurts since {day}. Can somebody see me {soon}?',
      'Thanks!',
      'Ok',
      'Yes please',
      'No, that does not work. Do you have anything on {day}?',
      'Sorry I missed your call, I was {busy}. Call me back at {time}?',
      'What does a {visit} cost without insurance?',
      'I need a copy of my {paper} for {reason}.',
      'Is parking free at your place?',
      'Running {number} minutes late, sorry!',
      'My son {name} has a fever, should we still come {day}?',
      'Can you send the address again please 🙏',
      'Confirmed for {day} {time}. Thank you so much {name}!',
      'I filled out the form at https://forms.example/{code} but it says error {number}',
      'Please ask Dr. {doctor} if I should keep taking {medicine}.',
      'My reference is {code}',
      'Great 👍😀',
      'Could I get an appointment for {visit} and for my husband a {visit} on the same day? We live {number} miles away and {day} would be best for us, any time after {time}.',
    ],
    staff: [
      'Hi {name}, {day} {time} is yours.',
      'We have {day} {time} or {day} {time}. Which one suits you?',
      'Yes, we take {insurance}.',
      'Please bring your {paper} and arrive {number} minutes early.',
      'You are welcome, see you {day}!',
      'Dr. {doctor} says to keep taking {medicine} until {day}.',
      'A {visit} is ${number}5 without insurance.',
      'We tried to call you about your {visit}. When is a good time?',
      'Our address is {number}1 Cedar Street, parking is behind the house.',
      'Your {paper} is ready. We are open until 5 pm.',
      'No problem at all, take your time.',
      'Could you send us a photo of your insurance card, both sides?',
      'I moved your {visit} to {day} {time}. Reply C to confirm.',
    ],
  },
  es: {
    contact: [
      'Hola, ¿puedo cambiar mi {visit} para el {day} a las {time}?',
      '¿Aceptan {insurance}?',
      'Me duele {body} desde el {day}. ¿Me pueden atender {soon}?',
      '¡Muchas gracias!',
      'Sí, por favor',
      'Vale, perfecto 👍',
      'No puedo el {day}, ¿tienen otro día?',
      'Perdón, estaba {busy}. ¿Me llaman a las {time}?',
      '¿Cuánto cuesta una {visit} sin seguro?',
      'Necesito una copia de mi {paper} para {reason}.',
      'Voy {number} minutos tarde, disculpe',
      'Mi niña {name} tiene fiebre, ¿venimos igual el {day}?',
      '¿La doctora {doctor} habla español?',
      'Mi número de referencia es {code}',
    ],
    staff: [
      'Hola {name}, le esperamos el {day} a las {time}.',
      'Tenemos el {day} a las {time} o el {day} a las {time}. ¿Cuál prefiere?',
      'Sí, aceptamos {insurance}.',
      'Por favor traiga su {paper} y llegue {number} minutos antes.',
      '¡De nada! Hasta el {day}.',
      'La doctora {doctor} dice que siga tomando {medicine}.',
      'Intentamos llamarle por su {visit}. ¿A qué hora podemos llamar?',
      'Estamos en la calle Cedro {number}1, hay estacionamiento detrás.',
    ],
  },
}

const shared = {
  insurance: ['Delta', 'Aetna', 'Cigna', 'MetLife', 'Humana', 'Guardian', 'BlueCross', 'Medicaid', 'Ameritas'],
  medicine: ['ibuprofen', 'amoxicillin', 'paracetamol', 'clindamycin', 'prednisone', 'metformin', 'loratadine'],
  doctor: ['Alvarez', 'Brandt', 'Chaudhry', 'Delacroix', 'Eriksen', 'Farrow', 'Guzmán', 'Hoshino'],
  name: ['Pat', 'Maria', 'José', 'Lucía', 'Kim', 'Alex', 'Dana', 'Omar', 'Chloé', 'Sam', 'Priya', 'Jürgen'],
}
const words: Record<Language, Record<string, string[]>> = {
  en: {
    ...shared,
    day: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'tomorrow', 'next week', 'today'],
    time: ['at 8:30', 'at 9', 'at 10:15', 'at noon', 'at 1:45 pm', 'at 3 pm', 'at 4:30 pm'],
    visit: [
      'cleaning',
      'check-up',
      'root canal',
      'crown',
      'filling',
      'consultation',
      'x-ray',
      'whitening',
      'vaccination',
    ],
    body: ['tooth', 'back', 'knee', 'jaw', 'left ear', 'wisdom tooth', 'shoulder', 'gum'],
    soon: ['today', 'this week', 'as soon as possible', 'before the weekend'],
    busy: ['driving', 'in a meeting', 'at work', 'with the kids', 'on a plane', 'asleep'],
    paper: ['invoice', 'insurance card', 'x-rays', 'records', 'prescription', 'referral', 'passport'],
    reason: ['my employer', 'the school', 'taxes', 'my new dentist', 'the insurance', 'immigration'],
  },
  es: {
    ...shared,
    day: ['lunes', 'martes', 'miércoles', 'jueves', 'viernes', 'sábado'],
    time: ['8:30', '9', '10:15', 'doce', '3 de la tarde', '4:30'],
    visit: ['limpieza', 'revisión', 'endodoncia', 'corona', 'consulta', 'radiografía', 'vacuna'],
    body: ['la muela', 'la espalda', 'la rodilla', 'el oído', 'la encía', 'la cabeza'],
    soon: ['hoy', 'esta semana', 'lo antes posible'],
    busy: ['manejando', 'en el trabajo', 'en una reunión', 'con los niños'],
    paper: ['factura', 'tarjeta del seguro', 'receta', 'historia clínica', 'pasaporte'],
    reason: ['el trabajo', 'la escuela', 'el seguro', 'inmigración'],
  },
}
const odd = ['😀😀😀', '<script>alert(1)</script>', 'مرحبا، هل أنتم مفتوحون يوم الخميس؟', '?', 'A'.repeat(300)]

/** One text or note, 1 to about 320 characters. */
export function sentence(random: Random, language: Language, speaker: Speaker): string {
  if (speaker === 'contact' && random.chance(0.002)) return random.pick(odd)
  const one = fill(random, language, random.pick(lines[language][speaker]))
  return random.chance(0.15) ? `${one} ${fill(random, language, random.pick(lines[language][speaker]))}` : one
}

function fill(random: Random, language: Language, line: string): string {
  return line.replace(/\{(\w+)\}/g, (whole, slot: string) => {
    if (slot === 'number') return String(1 + random.below(60))
    if (slot === 'code')
      return random
        .below(36 ** 5)
        .toString(36)
        .toUpperCase()
        .padStart(5, '0')
    const list = words[language][slot]
    return list ? random.pick(list) : whole
  })
}
