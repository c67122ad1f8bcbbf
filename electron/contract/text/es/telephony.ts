import type { en } from '../en/index.ts'

const signIn = 'Revise la cuenta y su token en Ajustes → Mensajes, y que la cuenta esté activa en twilio.com.'
const sender = 'Revise el número de la oficina en Ajustes → Mensajes y en twilio.com; luego oprima “Intentar ahora”.'
const registration =
  'Termine el registro del número en twilio.com (Messaging → Regulatory Compliance); luego oprima “Intentar ahora”.'
const call = 'Mejor llame a esta persona.'
const change = 'Cambie el texto y envíelo otra vez.'
const later = 'Envíelo otra vez más tarde o llame a esta persona.'
const check = 'Revise el número.'
const afterMidnight = 'Ringback sigue solo después de la medianoche, hora del Pacífico.'

export const telephony: typeof en.telephony = {
  twilio: {
    10001: ['La cuenta de Twilio no está activa.', signIn],
    20003: ['Twilio no aceptó la cuenta y su token, o la cuenta está suspendida.', signIn],
    20005: ['La cuenta de Twilio no está activa.', signIn],
    20006: ['Twilio negó el acceso a esta cuenta.', signIn],
    20008: ['Son credenciales de prueba de Twilio; con ellas no se envía ningún mensaje real.', signIn],
    20403: ['Twilio negó el acceso a esta cuenta.', signIn],
    20404: ['Twilio no conoce esta cuenta.', signIn],
    30002: ['La cuenta de Twilio está suspendida.', signIn],
    70051: [
      'La clave de Twilio no puede enviar mensajes.',
      'Dé a la clave el permiso de enviar mensajes en twilio.com; luego oprima “Intentar ahora”.',
    ],
    21212: ['El número de mensajes de la oficina no es válido.', sender],
    21603: ['Falta el número de mensajes de la oficina.', sender],
    21606: ['El número de mensajes de la oficina no puede enviar mensajes desde esta cuenta.', sender],
    21607: ['El número de mensajes de la oficina no se puede usar como remitente.', sender],
    21611: [
      'Hay demasiados mensajes del número de la oficina esperando en Twilio.',
      'Ringback sigue solo en una hora. Mientras tanto no se pierde nada.',
    ],
    21659: ['El número de mensajes de la oficina no es de esta cuenta de Twilio.', sender],
    21660: ['El número de mensajes de la oficina es de otra cuenta de Twilio.', sender],
    21661: ['El número de mensajes de la oficina no puede enviar mensajes.', sender],
    21701: ['Twilio no conoce este servicio de mensajes.', sender],
    21703: ['El servicio de mensajes no tiene ningún número desde el cual enviar.', sender],
    21704: ['El servicio de mensajes no tiene ningún número que llegue a este destinatario.', sender],
    21705: ['El servicio de mensajes no es válido.', sender],
    30024: ['Las compañías telefónicas aún no conocen el número de mensajes de la oficina.', registration],
    30032: [
      'El número gratuito de la oficina no está verificado, así que las compañías descartan sus mensajes.',
      registration,
    ],
    30033: ['Las compañías suspendieron la campaña del número de mensajes de la oficina.', registration],
    30034: [
      'El número de mensajes de la oficina no está registrado, así que las compañías descartan sus mensajes.',
      registration,
    ],
    30035: [
      'El número de mensajes de la oficina aún se está configurando en Twilio.',
      'Ringback lo intenta de nuevo solo en un día. Oprima “Intentar ahora” cuando esté listo.',
    ],
    30023: ['Se alcanzó el límite diario de mensajes.', afterMidnight],
    30027: ['Se alcanzó el límite diario de mensajes a una compañía.', afterMidnight],
    21610: ['Esta persona pidió no recibir mensajes.', 'Llámela o pídale que escriba START a la oficina.'],
    21211: ['Twilio dice que este número de teléfono no es válido.', check],
    21214: ['No se puede alcanzar este número.', call],
    21217: ['Twilio dice que este número de teléfono no es válido.', check],
    21408: [
      'En la cuenta de Twilio están desactivados los mensajes a este país.',
      'Active el país en twilio.com (Messaging → Geo permissions) si lo desea.',
    ],
    21608: [
      'Una cuenta de prueba de Twilio solo puede escribir a números verificados antes.',
      'Verifique el número en twilio.com o pase a una cuenta completa.',
    ],
    21612: ['No se puede alcanzar este número desde el de la oficina.', call],
    21614: ['Este número no puede recibir mensajes.', call],
    21635: ['Es una línea fija que no puede recibir mensajes.', call],
    30003: ['El teléfono está apagado o fuera de alcance.', later],
    30004: ['La compañía o esta persona bloquea el mensaje.', call],
    30005: ['La compañía ya no conoce este número.', call],
    30006: ['Es una línea fija, o su compañía no recibe mensajes.', call],
    21602: ['El mensaje está vacío.', change],
    21604: ['El mensaje no tiene destinatario.', check],
    21617: ['El mensaje es demasiado largo.', change],
    21618: ['Twilio no acepta lo que contiene el mensaje.', change],
    21619: ['El mensaje está vacío.', change],
    21620: ['Twilio no acepta la dirección de una imagen del mensaje.', change],
    21623: ['Twilio no acepta las imágenes del mensaje.', change],
    30007: [
      'La compañía tomó el mensaje por correo no deseado y lo descartó.',
      'Redáctelo de otra manera o llame a esta persona.',
    ],
    30019: ['El mensaje es demasiado grande para la compañía.', change],
    30001: ['Esperaban demasiados mensajes del número de la oficina, y este se descartó.', later],
    30008: ['La compañía no entregó el mensaje y no dijo por qué.', later],
    30009: ['Una parte del mensaje se perdió en el camino.', later],
    30017: ['La compañía estaba demasiado ocupada para entregar el mensaje.', later],
    30022: ['Los mensajes salieron más rápido de lo que permiten las compañías.', later],
    30410: ['La compañía no respondió a tiempo.', later],
    30450: ['Twilio retuvo el mensaje por tráfico inusual hacia esta zona.', later],
    30500: ['Twilio no pudo entregar el mensaje por una falla propia.', later],
  },
}
