import type { en } from '../en/index.ts'

const problems: typeof en.phone.problems = {
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
    `La central telefónica en ${host} muestra un certificado distinto al de antes. Por seguridad, Ringback no inicia sesión.`,
    'Si el certificado se renovó, confíe aquí en el nuevo. Si nadie lo renovó, puede haber alguien de por medio: pregunte a quien administra la central.',
  ],
  'wrong-password': ({ username }) => [
    `La central telefónica no acepta el usuario “${username}”, la contraseña o la dirección de esta PC.`,
    'Compare usuario y contraseña con manager.conf, revise que su línea permit nombre esta PC y ejecute “manager reload”.',
  ],
  'sign-in-changed': ({ username }) => [
    `La central telefónica ya no acepta el usuario “${username}”, que antes sí dejaba entrar.`,
    'Tal vez alguien cambió manager.conf: compare usuario, contraseña y línea permit con lo que está aquí.',
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
    'Puede haberla bloqueado: desbloquéela ahí (fail2ban, firewall) y revise aquí usuario y contraseña.',
  ],
  full: ({ tls }) => [
    'La central telefónica cuelga antes de decir una palabra.',
    'Puede tener ya demasiadas conexiones (authlimit en manager.conf), o un firewall (fail2ban) rechaza esta PC.' +
      (tls ? ' Si nunca funcionó, revise también el puerto: con cifrado suele ser 5039.' : ''),
  ],
  restarting: () => [
    'La central telefónica se está reiniciando.',
    'Ringback se conecta solo en cuanto vuelva. Si tarda más de unos minutos, revísela.',
  ],
  'not-connected': () => [
    'La central telefónica no está conectada.',
    'Ringback se conecta solo; en Ajustes → Central telefónica se dice qué lo impide.',
  ],
  lost: () => [
    'Se perdió la conexión con la central telefónica.',
    'Ringback lo intenta de nuevo solo. Si esto no cambia, revise la red y la central telefónica.',
  ],
}

const ask = 'Avise a la persona que administra su central telefónica.'
const unseen = 'así que no se ven las llamadas'

const plain: typeof en.phone.plain = {
  'bad-address': [`Ringback no tiene una dirección válida de la central telefónica, ${unseen}.`, ask],
  'unknown-host': [
    `Ringback no encuentra la central telefónica, ${unseen}.`,
    'Revise que esta PC esté en la red de la oficina. Si lo está, avise a la persona que administra su central telefónica.',
  ],
  refused: [`La central telefónica no acepta la conexión de Ringback, ${unseen}.`, ask],
  unreachable: [
    `Ringback no puede llegar a la central telefónica, ${unseen}.`,
    'Revise el cable de red o el Wi-Fi de esta PC. Si están bien, avise a la persona que administra su central telefónica.',
  ],
  'no-answer': [`La central telefónica no responde, ${unseen}.`, ask],
  'not-ami': [`En lugar de la central telefónica, Ringback encuentra otra cosa, ${unseen}.`, ask],
  'no-encryption': [`La central telefónica no acepta una conexión segura, ${unseen}.`, ask],
  'certificate-changed': [
    'No es seguro que sea la misma central telefónica de antes. Por seguridad, Ringback no inicia sesión y no ve las llamadas.',
    ask,
  ],
  'wrong-password': [`La central telefónica no deja entrar a Ringback, ${unseen}.`, ask],
  'sign-in-changed': [`La central telefónica ya no deja entrar a Ringback, ${unseen}.`, ask],
  'in-use': [`Alguien más tiene abierta la sesión de Ringback en la central telefónica, ${unseen}.`, ask],
  'still-in-use': [
    `La central telefónica no ha soltado la conexión anterior de Ringback, ${unseen}.`,
    'Casi siempre se resuelve solo. Si no cambia, avise a la persona que administra su central telefónica.',
  ],
  'not-permitted': [`La central telefónica no deja entrar a Ringback, ${unseen}.`, ask],
  banned: [`La central telefónica rechaza esta PC, ${unseen}.`, ask],
  full: [`La central telefónica rechaza esta PC, ${unseen}.`, ask],
  restarting: [
    `La central telefónica se está reiniciando, ${unseen}.`,
    'Ringback se conecta solo en cuanto vuelva. Si tarda más de unos minutos, avise a la persona que la administra.',
  ],
  'not-connected': [
    'La central telefónica no está conectada.',
    'Ringback se conecta solo; en Ajustes → Central telefónica se dice qué lo impide.',
  ],
  lost: [
    `Se perdió la conexión con la central telefónica, ${unseen}.`,
    'Ringback lo intenta de nuevo solo. Si no cambia, avise a la persona que administra su central telefónica.',
  ],
  'tells-nothing': ['La central telefónica no le informa a Ringback de las llamadas, aunque las hay.', ask],
}

const readLine =
  'Su línea read debería decir call,agent,dialplan: call por sí solo distingue las contestadas de las perdidas, agent ' +
  'agrega quién esperó en una cola, y dialplan, el buzón de voz y los menús. Las primeras llamadas mostrarán si es así.'

const checks: typeof en.phone.checks = {
  found: ({ host, ms }) => [`Asterisk responde en ${host} después de ${ms} ms.`, null],
  'signed-in': ({ username }) => [`La central telefónica aceptó al usuario “${username}”.`, null],
  'may-list': () => [`Este usuario puede ver la lista de llamadas en curso. ${readLine}`, null],
  'may-not-list': () => [
    `Este usuario no puede ver la lista de llamadas en curso: se pierden las que empiecen mientras Ringback no esté conectado. ${readLine}`,
    'Agregue reporting a la línea write del usuario en manager.conf y ejecute “manager reload”.',
  ],
  'may-ring': () => ['Este usuario puede hacer sonar su teléfono para devolver llamadas.', null],
  'may-not-ring': () => [
    'Este usuario no puede hacer sonar teléfonos. Solo hace falta para “Devolver llamada”.',
    'Agregue originate a la línea write del usuario en manager.conf y ejecute “manager reload”.',
  ],
  'ringing-not-told': () => ['La central telefónica no dice si este usuario puede hacer sonar teléfonos.', null],
  'spares-events': () => ['La central telefónica envía solo lo que Ringback necesita.', null],
  'sends-all': () => [
    'Este usuario no puede elegir qué se le envía ni ver la lista de teléfonos y troncales. Es solo comodidad: con system ' +
      'en su línea write de manager.conf podría, y muchas otras cosas también.',
    null,
  ],
  encrypted: () => ['Todo va cifrado entre Ringback y la central.', null],
  'encryption-offered': ({ port }) => [
    `Esta central telefónica ofrece cifrado en el puerto ${port}. Sin él, la contraseña y cada llamada se pueden leer en la red.`,
    'Actívelo con un clic aquí abajo.',
  ],
  'encryption-not-offered': () => [
    'Esta central telefónica no ofrece cifrado: quien pueda escuchar en su red puede leer la contraseña.',
    'Ponga tlsenable = yes y tlscertfile en manager.conf para activarlo.',
  ],
  'broke-off': () => ['La prueba se interrumpió.', 'Pruebe otra vez; el registro dice qué falló.'],
}

export const phone: typeof en.phone = {
  problems,
  plain,
  steps: {
    found: 'Central encontrada',
    'sign-in': 'Inicio de sesión',
    calls: 'Ver llamadas',
    ring: 'Hacer sonar su teléfono',
    system: 'Menos tráfico',
    encryption: 'Cifrado',
  },
  checks,
}
