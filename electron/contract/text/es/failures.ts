import type { en } from '../en/index.ts'

export const failures: typeof en.failures = {
  noConversation: ['Esta conversación ya no está.', 'Elija otra de la lista.'],
  noContact: ['Este contacto ya no está.', 'Elija otra conversación de la lista.'],
  noText: ['Este mensaje no está esperando a enviarse de nuevo.', 'Mire otra vez su estado.'],
  noFollowUp: ['Aquí ya no hay mensajes automáticos en curso.', 'Nada se enviará solo.'],
  notNext: [
    'Este mensaje ya no es el próximo: salió o se omitió hace un momento.',
    'Mire otra vez la conversación y decida sobre el próximo.',
  ],
  noTexting: ['Los mensajes aún no están configurados.', 'Configúrelos en Ajustes y envíe el mensaje.'],
  takenAfterAll: ['Su mensaje anterior sí había salido.', 'Léalo en la conversación y envíe solo lo que falte decir.'],
  optedOut: [
    'Este contacto no quiere mensajes.',
    'Mejor llame. Si vuelve a pedir mensajes, permítalos de nuevo en Detalles.',
  ],
  blocked: ['Este contacto está bloqueado.', 'Desbloquéelo para escribirle.'],
  notDone: [
    'Esto ya no se puede deshacer: pasó algo nuevo en la conversación.',
    'Abra la conversación y siga desde ahí.',
  ],
  noPage: ['Esta página de la lista no está.', 'Abra la lista de nuevo.'],
  daysBackwards: ['El último día es anterior al primero.', 'Elija los días de nuevo.'],
  tooManyDays: ['Es más de un año.', 'Elija menos días.'],
  noCaller: ['Esta llamada terminó o su número está oculto.', 'Mire en Llamadas.'],
  noQuickReply: ['Esta respuesta rápida ya no está.', 'Mire otra vez la lista.'],
  storedUnencrypted: ['Hasta ahora, la contraseña guardada solo se envió cifrada.', 'Escriba la contraseña de nuevo.'],
  storedForOther: (host) =>
    `La contraseña guardada es para ${host === '' ? 'otra central telefónica' : `la central telefónica en ${host}`}.`,
  connectedAlready: ['Ya hay una central conectada.', 'Cámbiela en Ajustes.'],
  noNumber: ['Esto no es un número de teléfono.', 'Escríbalo con su código de área, como (530) 555-0100.'],
  noPassword: ['No se dio ninguna contraseña, y no hay ninguna guardada.', 'Escriba la contraseña.'],
  noToken: ['No se dio ningún auth token, y no hay ninguno guardado.', 'Escriba el auth token.'],
  tokenForOther: ['El auth token guardado es para otra dirección.', 'Escriba el auth token de nuevo.'],
  noPart: ['Esta parte de la conversación ya no está.', 'Vaya al final y busque desde ahí.'],
  noCall: ['Esta llamada ya no está.', 'Elija otra.'],
  noNote: ['Esta nota ya no está.', 'Mire otra vez la conversación.'],
  tagNoName: ['Una etiqueta necesita un nombre.', 'Escriba una o dos palabras.'],
  tagNameTaken: ['Ya hay una etiqueta con este nombre.', 'Use esa o elija otro nombre.'],
  noTag: ['Esta etiqueta ya no está.', 'Créela de nuevo.'],
  onItsWay: ['Este mensaje ya no espera: va en camino o se retiró.', 'Mírelo otra vez en la conversación.'],
  noSuchTime: ['Esa hora ya pasó o está demasiado lejos.', 'Elija un momento dentro del próximo año.'],
  textsNotUndone: [
    'Esto ya no se puede deshacer: pasó algo nuevo con estos mensajes.',
    'Mire la conversación y siga desde ahí.',
  ],
  unknownOutcome: [
    'No se sabe si este mensaje salió: la conexión se cortó mientras iba en camino.',
    'Pregunte al contacto o envíelo otra vez.',
  ],
  timeMissed: [
    'Este mensaje no se envió: Ringback no pudo enviarlo a la hora que se eligió.',
    'Tal vez la PC estaba apagada o sin internet. Envíelo ahora si todavía viene al caso.',
  ],
  restoredText: [
    'La bandeja se restauró de una copia anterior: puede que este mensaje ya haya salido.',
    'Pregunte al contacto o envíelo otra vez.',
  ],
  notDelivered: ['El mensaje no se pudo entregar.', 'Mejor llame, o envíelo otra vez.'],
  badZone: ['Esa no es una zona horaria.', 'Elija una de la lista.'],
  quietHoursRemedy: 'Escríbale usted o llame.',
  notSent: 'Este mensaje no se envió.',
}

export const noTexts: typeof en.noTexts = {
  text: 'Escribió que no quiere más mensajes. Mejor llame. Si vuelve a pedir mensajes, oprima “Permitir mensajes de nuevo” en Detalles o pídale que escriba START.',
  staff:
    'Alguien de aquí registró que este contacto no quiere mensajes. Mejor llame. Si vuelve a pedir mensajes, oprima “Permitir mensajes de nuevo” en Detalles.',
  gateway:
    'El servicio de mensajes rechaza los mensajes a este contacto por un STOP anterior. Llame, o pídale que escriba START.',
  blocked: 'Este contacto está bloqueado. Para escribirle, oprima “Desbloquear” en Detalles.',
}
