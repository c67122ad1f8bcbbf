/** The quick replies that an office begins with. They state nothing about it that might be wrong. */

interface Seed {
  name: string
  template: string
}

export const seeds: Record<'en' | 'es', readonly Seed[]> = {
  en: [
    { name: 'got it', template: 'Thank you, we have your message and will get back to you today.' },
    { name: 'call back', template: 'When is a good time to call you back?' },
    {
      name: 'book',
      template: 'Tell us which day suits you, and we will book it. Or choose a time yourself: {bookingLink}',
    },
    { name: 'confirmed', template: 'You are booked in. Just text us here if anything changes.' },
    { name: 'moment', template: 'One moment please, we are looking into it.' },
    { name: 'details', template: 'Could you send us your full name and what it is about?' },
    { name: 'picture', template: 'Could you send us a picture of it? That helps us to tell you more.' },
    { name: 'thanks', template: 'Glad to help. Have a good day! {business}' },
  ],
  es: [
    { name: 'recibido', template: 'Gracias, tenemos su mensaje y le responderemos hoy mismo.' },
    { name: 'llamar', template: '¿A qué hora le viene bien que le llamemos?' },
    {
      name: 'cita',
      template: 'Díganos qué día le conviene y le damos cita. O elija usted mismo la hora: {bookingLink}',
    },
    { name: 'confirmado', template: 'Su cita está confirmada. Escríbanos aquí si algo cambia.' },
    { name: 'momento', template: 'Un momento, por favor, lo estamos mirando.' },
    { name: 'datos', template: '¿Nos puede enviar su nombre completo y decirnos de qué se trata?' },
    { name: 'foto', template: '¿Nos puede enviar una foto? Así le podremos decir más.' },
    { name: 'gracias', template: 'Un placer ayudarle. ¡Que tenga un buen día! {business}' },
  ],
}
