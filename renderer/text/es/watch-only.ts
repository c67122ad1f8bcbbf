import type { en } from '../en/index.ts'

export const watchOnly: typeof en.watchOnly = {
  name: 'Solo observar',
  all: 'Ringback muestra lo que enviaría y no envía nada por sí solo.',
  some: 'En algunas de sus líneas Ringback no envía nada por sí solo.',
  settings: 'Cambiar',
  turnOn: 'Solo observar: no enviar nada por sí solo',
  turnOff: 'Dejar de solo observar: enviar de nuevo mensajes automáticos',
  would: 'Habría enviado:',
  wouldAt: (words) => `Habría enviado: ${words}`,
  now: 'Por ahora, solo observar',
  nowHelp:
    'Cada llamada perdida muestra lo que se habría enviado, y nada sale por sí solo. Usted puede seguir escribiendo.',
  how: [
    'Cada llamada perdida muestra por qué se le escribiría, o no, y con qué palabras.',
    'No se envía nada hasta que conecte aquí los mensajes.',
    'La ventana y el icono de la bandeja dicen que las llamadas solo se observan.',
  ],
  line: (number) => `Solo observar: ${number}`,
}
