import type { en } from '../en/index.ts'

export const reach: typeof en.reach = {
  'nobody-listens': [
    'El servicio de mensajes rechaza la conexión.',
    'Revise la dirección y si un cortafuegos impide el paso a esta PC. Después compruebe otra vez.',
  ],
  'name-unknown': [
    'Aquí no se conoce la dirección del servicio de mensajes.',
    'Revise que esta PC tenga internet y que la dirección esté bien escrita. Después compruebe otra vez.',
  ],
  silent: [
    'El servicio de mensajes no responde.',
    'Revise que esta PC tenga internet; un cortafuegos o un proxy puede tragarse lo que envía. Después compruebe otra vez.',
  ],
  'cut-off': [
    'Se cortó la conexión con el servicio de mensajes.',
    'Revise que esta PC tenga internet. Después compruebe otra vez.',
  ],
  'not-trusted': [
    'El servicio de mensajes muestra un certificado en el que esta PC no confía.',
    'Revise la fecha de esta PC y si un programa de seguridad mira dentro de sus conexiones. Después compruebe otra vez.',
  ],
  'no-answer-of-its-own': [
    'Lo que responde ahí no es un servicio de mensajes, o tiene problemas.',
    'Revise la dirección y la red de esta PC (una página de inicio de sesión, un proxy). Después compruebe otra vez.',
  ],
  'phone-system-lost': [
    'Se cortó la conexión con la central telefónica.',
    'Revise la red y si la central está en marcha. Después compruebe otra vez.',
  ],
}
