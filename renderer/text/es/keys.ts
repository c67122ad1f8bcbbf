import type { en } from '../en/index.ts'

export const keys: typeof en.keys = {
  title: 'Atajos de teclado',
  groups: { move: 'Moverse', act: 'Hacer', find: 'Buscar' },
  neighbours: 'Conversación siguiente, anterior',
  next: 'Conversación siguiente',
  previous: 'Conversación anterior',
  open: 'Ir a la conversación',
  done: 'Marcar como lista o reabrir',
  reply: 'Escribir una respuesta',
  note: 'Escribir una nota',
  findHere: 'Buscar en esta conversación',
  callBack: 'Devolver la llamada',
  openCaller: 'Abrir a quien llama ahora',
  undo: 'Deshacer lo último',
  search: 'Buscar',
  help: 'Atajos de teclado',
  leave: 'Volver a la lista',
  single: 'Atajos de una sola tecla',
  singleHelp:
    'Letras y signos que se oprimen solos. Desactívelos si le estorban, por ejemplo si maneja la PC con la voz.',
  ctrl: 'Ctrl',
}
