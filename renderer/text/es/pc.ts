import type { en } from '../en/index.ts'

export const pc: typeof en.pc = {
  title: 'Avisos',
  lead: 'Lo que Ringback le avisa mientras trabaja en otra ventana. Estos ajustes son solo de esta PC.',
  kinds: {
    reply: ['Respuestas nuevas', 'Quién escribió y qué, salvo que tenga abierta esa conversación.'],
    missed: [
      'Llamadas perdidas sin mensaje automático',
      'No les sale ningún mensaje por sí solo: alguien debería llamar o escribir.',
    ],
    trouble: [
      'Problemas',
      'Cuando durante dos minutos no se ven las llamadas o no salen mensajes, y cuando eso termina.',
    ],
  },
  sound: 'Sonido',
  sounds: { all: 'Con todos los avisos', replies: 'Solo con respuestas nuevas', none: 'Nunca' },
  quiet:
    'Mientras esta PC está en “No molestar” o muestra una presentación, el sistema puede retener los avisos. El número en el icono sigue contando.',
  start: 'Abrir Ringback cuando inicio sesión en esta PC',
  startHelp: 'Empieza en la bandeja del sistema, sin su ventana, y desde entonces ve las llamadas.',
  links: 'Abrir enlaces de teléfono con Ringback',
  linksHelp:
    'Un clic en un número de teléfono en otro programa (enlaces tel: y sms:) abre aquí la conversación. Nada se envía ni se marca solo. Puede que el sistema pregunte una vez.',
}
