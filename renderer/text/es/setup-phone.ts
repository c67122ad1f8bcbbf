import type { en } from '../en/index.ts'

export const setupPhone: typeof en.setup.phone = {
  lead: 'Ringback escucha su central Asterisk y nunca cambia nada en ella. Quien la administra puede llenar esto en un minuto.',
  host: 'Dirección',
  port: 'Puerto',
  badPort: 'Un número de 1 a 65535.',
  user: 'Usuario',
  password: 'Contraseña',
  passwordAgain: 'Escríbala otra vez: la guardada es para otra dirección o para una conexión cifrada.',
  make: 'Crear una',
  forPerson: 'Para quien administra la central',
  findLead:
    'Ringback escucha su central Asterisk y nunca cambia nada en ella. Escriba su dirección; esta página muestra lo que hay que poner allí.',
  signInLead: (host) =>
    `Cuando la central${host === '' ? '' : ` en ${host}`} conozca al usuario de Ringback, compruébelo aquí.`,
  ownAddress: (address) =>
    `Esta PC llega a la central como ${address}. Por una VPN u otro router, ponga la dirección que allí se ve.`,
  noAddress: 'Cuando escriba la dirección de la central, aquí aparece también la de esta PC.',
  whichSystem: 'Qué tipo de central',
  asteriskSteps: [
    'En manager.conf, en [general]: enabled = yes, y bindaddr = 0.0.0.0 o la dirección en su red.',
    'Al final, las líneas de abajo. Después: asterisk -rx "manager reload"',
  ],
  anotherPassword: 'Crear otra contraseña',
  copyLines: 'Copiar las líneas',
  showPassword: 'Mostrar la contraseña',
  hidePassword: 'Ocultar la contraseña',
  freePbx:
    'En FreePBX abra Settings, Asterisk Manager Users, Add Manager, y ponga esto. Después Submit y Apply Config.',
  copyField: (field) => `Copiar: ${field}`,
  freePbxAlso:
    'Haga que el firewall de FreePBX confíe en esta PC (Connectivity, Firewall, Networks). Sin esa página, las líneas para Asterisk van en manager_custom.conf.',
  findChecks: ['Central encontrada', 'Cifrado'],
  rights: {
    title: 'Faltan permisos',
    change: 'Cambie estas líneas del usuario de Ringback en manager.conf y recargue el manager:',
  },
  lookFor: {
    look: 'Buscarla en la red',
    looking: 'Buscando…',
    nothing: 'Nada responde con los nombres usuales. Pida la dirección a quien administra la central.',
    found: 'Una central responde en:',
  },
  foundCard: {
    title: 'Encontrado hasta ahora',
    phones: 'Teléfonos',
    trunks: 'Líneas externas',
    lines: 'Sus números',
    none: 'Ninguno todavía',
    later: 'Ringback no puede leer la lista de teléfonos; aparecen con las primeras llamadas.',
    change:
      'Lo que esté mal se corrige en Ajustes → Central telefónica. Sus números aparecen con las primeras llamadas.',
  },
  keptPassword: '<la contraseña creada antes>',
  checks: [
    'Central encontrada',
    'Inicio de sesión',
    'Ver llamadas',
    'Hacer sonar su teléfono',
    'Menos tráfico',
    'Cifrado',
  ],
  suspect: {
    host: 'Aquí no se encontró ninguna central telefónica.',
    port: 'Aquí nada responde.',
    username: 'Este inicio de sesión no fue aceptado.',
    password: 'Este inicio de sesión no fue aceptado.',
  },
  encryption: {
    label: 'Conexión cifrada (TLS)',
    help: 'Requiere tlsenable = yes en manager.conf; el puerto entonces suele ser 5039.',
    first: 'El certificado que la central muestre primero es en el que Ringback confía de ahí en adelante.',
    trusted: 'Ringback confía en el certificado con esta huella (SHA-256), y en ningún otro:',
    changed: 'La central telefónica muestra un certificado distinto al de antes.',
    changedHelp:
      'Ringback no inicia sesión, para que nadie de por medio conozca la contraseña. Si el certificado se renovó en la central, compare allí la huella nueva y confíe en ella.',
    trustedOne: 'De confianza hasta ahora',
    shownOne: 'Mostrado ahora',
    trust: 'Confiar en el certificado nuevo',
    use: (port) => `Usar cifrado en el puerto ${port}`,
  },
  choosePassword: '<elija una contraseña>',
  thisPc: '<esta PC>',
  hiddenPassword: '••••••••',
}
