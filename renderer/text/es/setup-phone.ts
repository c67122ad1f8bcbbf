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
  paste:
    'Agregue esto a manager.conf (FreePBX: manager_custom.conf) y recargue el manager (AMI). Cambie <this PC> por la dirección de esta computadora.',
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
    changed: 'La central telefónica muestra otro certificado que antes.',
    changedHelp:
      'Ringback no inicia sesión, para que nadie de por medio conozca la contraseña. Si el certificado se renovó en la central, compare allí la huella nueva y confíe en ella.',
    trustedOne: 'De confianza hasta ahora',
    shownOne: 'Mostrado ahora',
    trust: 'Confiar en el certificado nuevo',
    use: (port) => `Usar cifrado en el puerto ${port}`,
  },
  choosePassword: '<elija una contraseña>',
  thisPc: '<this PC>',
  hiddenPassword: '••••••••',
}
