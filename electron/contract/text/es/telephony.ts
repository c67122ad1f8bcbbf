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
  phone: {
    'bad-address': () => [
      'Esta no es la dirección de una central telefónica.',
      'Escriba un nombre como pbx.example o una dirección IP como 192.168.1.10, y un puerto de 1 a 65535.',
    ],
    'unknown-host': ({ host }) => [
      `El nombre “${host}” no se conoce en esta red.`,
      'Revise la dirección o use la dirección IP de la central telefónica.',
    ],
    refused: ({ host, port }) => [
      `La computadora en ${host} responde, pero nada atiende en el puerto ${port}.`,
      'Revise el puerto, y que manager.conf diga enabled = yes y use una dirección de la red de la oficina.',
    ],
    unreachable: ({ host }) => [
      `No hay camino hacia ${host}.`,
      'Revise el cable de red o el Wi-Fi de esta PC, y la dirección.',
    ],
    'no-answer': ({ host }) => [
      `La central telefónica en ${host} no responde.`,
      'Revise que esté encendida, y la dirección. También puede estorbar un firewall.',
    ],
    'not-ami': ({ host, port }) => [
      `En ${host}, puerto ${port}, responde algo que no es una central Asterisk.`,
      'Revise la dirección y el puerto; el manager de Asterisk suele atender en 5038.',
    ],
    'no-encryption': ({ host, port }) => [
      `La central telefónica en ${host}, puerto ${port}, no acuerda el cifrado.`,
      'Revise el puerto (con cifrado suele ser 5039) y tlsenable, tlsbindaddr y tlscertfile en manager.conf; su firewall (fail2ban) también puede haber bloqueado esta PC.',
    ],
    'certificate-changed': ({ host }) => [
      `La central telefónica en ${host} muestra otro certificado que antes. Por seguridad, Ringback no inicia sesión.`,
      'Si el certificado se renovó, confíe en el nuevo en Ajustes → Central telefónica. Si nadie lo renovó, puede haber alguien de por medio: pregunte a quien administra la central.',
    ],
    'wrong-password': ({ username }) => [
      `La central telefónica no acepta el usuario “${username}”, la contraseña o la dirección de esta PC.`,
      'Compare usuario y contraseña con manager.conf, revise que su línea permit nombre esta PC y ejecute “manager reload”.',
    ],
    'sign-in-changed': ({ username }) => [
      `La central telefónica ya no acepta el usuario “${username}”, que antes sí dejaba entrar.`,
      'Tal vez alguien cambió manager.conf: compare usuario, contraseña y línea permit con Ajustes.',
    ],
    'in-use': ({ username }) => [
      `El usuario “${username}” ya tiene la sesión abierta en la central telefónica, y solo puede tener una.`,
      'Si Ringback está conectado con este usuario, es su propia sesión y todo está bien. Si no, dé a esta PC un usuario propio en manager.conf, o ponga ahí allowmultiplelogin = yes.',
    ],
    'still-in-use': ({ username }) => [
      `Para la central telefónica, el usuario “${username}” sigue con la sesión abierta, y solo puede tener una.`,
      'Casi siempre es la conexión anterior del propio Ringback: entra en cuanto la central nota que terminó. Si esto no cambia, otra persona usa este usuario: dé a esta PC uno propio en manager.conf.',
    ],
    'not-permitted': ({ username }) => [
      `La central telefónica no deja entrar al usuario “${username}”.`,
      'Revise las líneas permit y deny de este usuario en manager.conf y ejecute “manager reload”.',
    ],
    banned: () => [
      'La central telefónica rechazó a esta PC y ahora no le responde nada.',
      'Puede haberla bloqueado: desbloquéela ahí (fail2ban, firewall) y revise usuario y contraseña en Ajustes.',
    ],
    full: () => [
      'La central telefónica cuelga antes de decir una palabra.',
      'Puede tener ya demasiadas conexiones (authlimit en manager.conf), o un firewall (fail2ban) rechaza esta PC. Si nunca funcionó, revise también el puerto: con cifrado suele ser 5039.',
    ],
    restarting: () => [
      'La central telefónica se está reiniciando.',
      'Ringback se conecta solo en cuanto vuelva. Si tarda más de unos minutos, revísela.',
    ],
    lost: () => [
      'Se perdió la conexión con la central telefónica.',
      'Ringback lo intenta de nuevo solo. Si esto no cambia, revise la red y la central telefónica.',
    ],
  },
}
