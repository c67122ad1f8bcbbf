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

const register = 'Regístrelo en twilio.com (Messaging → Regulatory Compliance) y compruebe otra vez.'
const unfinished =
  'Hasta que termine, las compañías pueden descartar los mensajes. Véalo en twilio.com (Messaging → Regulatory Compliance).'
const ask = 'Avise a la persona que administra su central telefónica.'

const twilio: typeof en.texting.twilio = {
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
}

const said: typeof en.texting.said = {
  unlisted: ({ number }) => [
    'Twilio no entregó el mensaje.',
    `Busque el código ${number} en twilio.com/docs/api/errors o llame a esta persona.`,
  ],
  'access-refused': () => ['Twilio negó el acceso.', signIn],
  'cancelled-there': () => ['El mensaje se canceló en Twilio.', later],
  'failed-there': () => ['El mensaje no se entregó, y nadie dijo por qué.', later],
  'no-account': () => ['Esta no es una cuenta de Twilio.', 'Copie el “Account SID” de twilio.com; empieza con AC.'],
  'no-token': () => ['Falta el token de la cuenta de Twilio.', 'Escríbalo en Ajustes → Mensajes.'],
  'unsafe-address': () => [
    'La dirección del proveedor de mensajes no es segura.',
    'Debe empezar con https://, porque ahí se envía el token.',
  ],
  'not-permitted': () => [
    'La central telefónica no deja que Ringback envíe mensajes.',
    'Agregue message a la línea write del usuario de Ringback en manager.conf (write = originate,reporting,message), ejecute “manager reload” y oprima Comprobar en Ajustes → Mensajes.',
  ],
  'no-messaging': () => [
    'La central telefónica no puede enviar mensajes: su módulo de mensajes SIP no está cargado.',
    'Cargue el módulo res_pjsip_messaging (modules.conf), o envíe los mensajes por un servicio de mensajes.',
  ],
  'no-trunk': ({ trunk }) => [
    `La central telefónica no conoce ninguna troncal PJSIP llamada “${trunk}”.`,
    'Corrija el nombre de la troncal en Ajustes → Mensajes; “pjsip show endpoints” las muestra.',
  ],
  'refused-by-phone-system': () => [
    'La central telefónica rechazó el mensaje.',
    'Pregunte a quien administra la central, o llame a esta persona.',
  ],
  'no-number': () => ['A este número no se le pueden enviar mensajes.', 'Mejor llame.'],
  'too-long': ({ most }) => [
    `Este mensaje es demasiado largo para la central telefónica: admite ${most} caracteres, y menos con acentos o emoji.`,
    'Acórtelo o envíelo en dos mensajes.',
  ],
  'no-connection': () => [
    'No hay conexión con Twilio.',
    'Revise que esta PC tenga internet. Ringback lo intenta de nuevo solo.',
  ],
  'more-slowly': () => ['Twilio pidió ir más despacio.', 'Ringback lo intenta de nuevo solo.'],
  'something-else': () => [
    'Respondió algo que no es Twilio.',
    'Revise la red de esta PC (una página de inicio de sesión, un proxy) y la dirección en Ajustes → Mensajes.',
  ],
  'not-told': () => ['Nadie dijo si el mensaje fue aceptado.', 'Ringback lo busca antes de preguntarle a usted.'],
  'not-readable': () => ['El servicio de mensajes no dio una respuesta útil.', 'Ringback lo intenta de nuevo solo.'],
  'question-refused': ({ number }) => [`Twilio rechazó la consulta (${number}).`, 'Ringback lo intenta de nuevo solo.'],
  'not-connected': () => [
    'La central telefónica no está conectada.',
    'Ringback se conecta solo; en Ajustes → Central telefónica se dice qué lo impide.',
  ],
  'phone-system-silent': () => [
    'La central telefónica no respondió.',
    'Ringback lo intenta de nuevo solo; en Ajustes → Central telefónica se dice qué lo impide.',
  ],
  'trunk-unreachable': ({ trunk }) => [
    `La central telefónica no pudo pasar el mensaje a la troncal “${trunk}”.`,
    'Ringback guarda los mensajes y lo intenta de nuevo solo. Revise que la troncal esté registrada y responda.',
  ],
  'not-set-up': () => ['Los mensajes aún no están configurados.', 'Configúrelos en Ajustes.'],
  'picture-not-fetched': () => ['No se pudo traer una imagen.', 'Ringback lo intenta de nuevo solo.'],

  demo: () => ['El consultorio de prueba envía sus mensajes solo dentro de esta PC.', null],
  'signed-in': () => ['Twilio aceptó la cuenta y su token.', null],
  'numbers-not-shown': () => ['Esta clave no puede ver los números de la cuenta.', null],
  'not-our-number': ({ from }) => [
    `${from} no es un número de esta cuenta de Twilio.`,
    'Copie uno de twilio.com → Phone Numbers, con + y código de país.',
  ],
  'cannot-text': ({ from }) => [`${from} no puede enviar mensajes.`, 'Elija en twilio.com un número que tenga “SMS”.'],
  'number-ready': ({ from }) => [`${from} puede enviar y recibir mensajes.`, null],
  'service-empty': () => [
    'El servicio de mensajes no tiene ningún número desde el cual enviar.',
    'Agregue uno en twilio.com (Messaging → Services → Sender Pool).',
  ],
  'service-unknown': () => [
    'Twilio no conoce este servicio de mensajes.',
    'Copie su SID de twilio.com (Messaging → Services); empieza con MG.',
  ],
  'service-not-shown': () => ['Esta clave no puede ver el servicio de mensajes.', null],
  'service-ready': () => ['Twilio elige un número del servicio de mensajes para cada mensaje.', null],
  'service-answers-unknown': () => [
    'Vea en twilio.com si el servicio de mensajes responde mensajes por su cuenta.',
    null,
  ],
  'demo-answers': () => [
    'El mensaje de prueba de Twilio todavía responde cada mensaje a este número.',
    'En twilio.com, abra el número y borre la dirección en “A message comes in”.',
  ],
  'another-hears': () => ['Los mensajes a este número también llegan a otro servicio.', null],
  'nobody-else-answers': () => ['Nadie más que Ringback responde los mensajes a este número.', null],
  'no-registration-needed': () => [
    'Solo los números de Estados Unidos deben registrarse con las compañías telefónicas.',
    null,
  ],
  'no-campaign': () => [
    'El número no pertenece a ninguna campaña registrada, así que las compañías de Estados Unidos descartan sus mensajes.',
    register,
  ],
  'service-without-campaign': () => [
    'El servicio de mensajes del número no tiene ninguna campaña registrada, así que las compañías de Estados Unidos descartan sus mensajes.',
    register,
  ],
  'campaign-approved': () => ['Las compañías conocen el número: su campaña está aprobada.', null],
  'campaign-unfinished': () => ['El registro del número aún no termina.', unfinished],
  'campaign-refused': () => [
    'El registro del número fue rechazado o suspendido, así que las compañías descartan sus mensajes.',
    register,
  ],
  'toll-free-verified': () => ['El número gratuito está verificado.', null],
  'toll-free-unfinished': () => ['La verificación del número gratuito aún no termina.', unfinished],
  'toll-free-unverified': () => [
    'El número gratuito no está verificado, así que las compañías descartan sus mensajes.',
    register,
  ],
  'registration-not-told': () => [
    'Su proveedor no dice si el número está registrado. Las compañías descartan los mensajes de un número de Estados Unidos sin registro.',
    null,
  ],

  'may-send': () => ['La central telefónica deja que Ringback envíe mensajes.', null],
  'trunk-not-shown': ({ trunk }) => [`Este usuario no puede ver si hay una troncal llamada “${trunk}”.`, null],
  'trunk-ready': ({ trunk }) => [
    `Los mensajes salen por “${trunk}”. Si su proveedor los acepta, se verá con el primer mensaje.`,
    null,
  ],
  'too-old': ({ version }) => [
    `Este es Asterisk ${version}, que no puede enviar mensajes a un número.`,
    'Hace falta 16.20, 18.6 o más nuevo.',
  ],
  'dialplan-not-shown': () => ['Este usuario no puede ver el dialplan. El primer mensaje mostrará si está bien.', null],
  'kept-not-readable': () => [
    'Los mensajes que lleguen mientras Ringback no esté conectado se pierden, también un STOP: este usuario no puede leer los guardados.',
    'Agregue reporting a la línea write del usuario en manager.conf y ejecute “manager reload”.',
  ],
  'no-lines': ({ from, context, ours }) => [
    `Los mensajes a ${from} no llegan a Ringback: el contexto “${context}” del dialplan no tiene ninguna línea para ellos.`,
    `Agregue a extensions.conf las líneas que se muestran aquí, y message_context = ${ours} al endpoint de la troncal; después ejecute “dialplan reload” y “pjsip reload”.`,
  ],
  'lines-found': ({ from }) => [`El dialplan pasa a Ringback los mensajes a ${from}.`, null],
  'lines-found-and-kept': ({ from }) => [
    `El dialplan pasa a Ringback los mensajes a ${from}. Se ven enseguida si la línea read del usuario tiene user; si no, en unos segundos.`,
    null,
  ],
  'texts-kept': () => ['La central telefónica guarda los mensajes hasta que Ringback los recoge.', null],
  'texts-not-kept': () => [
    'Los mensajes que lleguen mientras Ringback no esté conectado se pierden, también un STOP: el dialplan no los guarda.',
    'Use todas las líneas que se muestran aquí.',
  ],
}

const plain: typeof en.texting.plain = {
  'not-permitted': ['La central telefónica no deja que Ringback envíe mensajes.', ask],
  'no-messaging': ['La central telefónica no puede enviar mensajes.', ask],
  'no-trunk': ['La central telefónica no conoce el camino por el que deben salir los mensajes.', ask],
  'trunk-unreachable': ['La central telefónica no puede pasar los mensajes en este momento. Quedan guardados.', ask],
}

const inForm: typeof en.texting.inForm = {
  [signIn]: 'Revise la cuenta y su token, y que la cuenta esté activa en twilio.com.',
  [sender]: 'Revise el número aquí y en twilio.com.',
  [registration]: 'Termine el registro del número en twilio.com (Messaging → Regulatory Compliance).',
  [said['no-token']()[1]]: 'Escríbalo aquí.',
  [said['something-else']()[1]]:
    'Revise la red de esta PC (una página de inicio de sesión, un proxy) y la dirección de aquí.',
  [said['not-permitted']()[1]]:
    'Agregue message a la línea write del usuario de Ringback en manager.conf (write = originate,reporting,message), ejecute “manager reload” y compruebe otra vez.',
  [said['no-trunk']({ trunk: '' })[1]]: 'Corrija el nombre de la troncal; “pjsip show endpoints” las muestra.',
  [said['not-connected']()[1]]: 'Conecte primero la central telefónica, en Ajustes → Central telefónica.',
}

export const texting: typeof en.texting = {
  twilio,
  said,
  plain,
  inForm,
  gateways: { Demo: 'el consultorio de prueba', Twilio: 'Twilio', 'your phone system': 'su central telefónica' },
  steps: {
    Demo: { 'sign-in': 'Mensajes' },
    Twilio: {
      'sign-in': 'Entrar a Twilio',
      number: 'Número para mensajes',
      registration: 'Registro con las compañías',
      answers: 'Respuestas automáticas',
    },
    'your phone system': {
      'sign-in': 'Enviar mensajes',
      trunk: 'Su troncal',
      answers: 'Recibir mensajes',
      replies: 'Mensajes con Ringback apagado',
    },
  },
}
