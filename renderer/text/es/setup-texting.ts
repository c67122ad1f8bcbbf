import type { en } from '../en/index.ts'
import { list } from '../../../electron/contract/text/locale.ts'

export const setupTexting: typeof en.setup.texting = {
  title: 'Conectar los mensajes',
  leads: {
    twilio: 'Los mensajes salen por su propia cuenta de Twilio, desde un número al que pueden responderle.',
    asterisk:
      'Los mensajes salen por su propia central telefónica; su proveedor debe transmitirlos. No hace falta ningún servicio de mensajes.',
    none: 'Ringback sigue sus llamadas y muestra lo que enviaría. Los mensajes se pueden conectar después, en Ajustes.',
  },
  way: 'Por dónde salen los mensajes',
  ways: { twilio: 'Por Twilio', asterisk: 'Por nuestra propia central', none: 'Todavía no: solo observar' },
  own: {
    trunk: 'Su troncal',
    trunkHelp: 'Como la central llama al camino hacia su proveedor, por ejemplo PJSIP/trunk.',
    trunksSeen: (trunks) => `Ringback ha visto ${list(trunks)}.`,
    numbers: 'Cómo quiere los números su proveedor',
    styles: { plus: 'Con signo más: +15305550141', digits: 'Solo cifras: 15305550141' },
    checks: ['Enviar mensajes', 'Su troncal', 'Recibir mensajes', 'Mensajes con Ringback apagado'],
    limits: 'Lo que estos mensajes no pueden',
    limitList: [
      'Nadie se entera de si un mensaje llegó: “Enviado” es lo último que se sabe.',
      'Si la conexión se corta justo al enviar, se le pide que revise ese mensaje.',
      'Hasta 756 caracteres simples, menos con emoji; sin imágenes.',
    ],
    forPerson: 'Para quien administra la central',
    steps: (context) => [
      'Su proveedor debe aceptar mensajes como SIP MESSAGE, y su Asterisk ser 16.20, 18.6 o más nuevo.',
      'En manager.conf, el usuario de Ringback: write = originate,reporting,message y read = call,agent,dialplan,user',
      `En pjsip.conf, el endpoint de la troncal: message_context = ${context}`,
      'En extensions.conf, las líneas de abajo; después recargue los tres.',
    ],
  },
  sid: 'Account SID',
  token: 'Auth token',
  from: 'Su número para mensajes',
  fromHelp: 'Con código de país, como +1 530 555 0100, o un servicio de mensajes (MG…).',
  other: 'Usar una clave de API u otro proveedor que no sea Twilio',
  key: 'Clave de API',
  keyHelp: 'Déjelo vacío para entrar con el auth token. Una clave se puede retirar por separado.',
  keySecret: 'Secreto de la clave de API',
  badKey: 'El SID de una clave de API empieza con SK.',
  baseUrl: 'Dirección de un proveedor compatible con Twilio',
  baseUrlHelp: 'Déjelo vacío para Twilio. SignalWire: https://SPACE.signalwire.com/api/laml',
  badUrl: 'Una dirección empieza con http:// o https://.',
  checks: ['Entrar a Twilio', 'Número para mensajes', 'Registro con las compañías', 'Respuestas automáticas'],
  suspect: {
    accountSid: 'Esta cuenta y este token no fueron aceptados.',
    apiKey: 'Esta clave y su secreto no fueron aceptados.',
    authToken: 'Esta cuenta y este token no fueron aceptados.',
    from: 'Desde este número no se pueden enviar mensajes.',
    trunk: 'La central telefónica no tiene esa troncal.',
    baseUrl: 'Aquí responde otra cosa.',
  },
  where: 'Dónde encontrarlos',
  whereSteps: [
    'Entre a twilio.com y abra la consola.',
    'Account SID y Auth Token están en la primera página, en Account Info.',
    'Su número está en Phone Numbers, Active numbers. Debe tener permiso para enviar mensajes.',
  ],
  kept: 'El token se guarda solo en esta PC.',
}
