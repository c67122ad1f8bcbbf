import type { en } from '../en/index.ts'
import { plural } from './plural.ts'

export const parties: typeof en.parties = {
  context: ({ context }) => `su contexto es ${context}`,
  'wired-line': () => 'está conectado a una línea telefónica',
  'wired-phone': () => 'está conectado a un teléfono',
  'signs-in-elsewhere': () => 'con él, la central telefónica inicia sesión en un proveedor',
  'signs-in-here': () => 'inicia sesión en la central telefónica como los teléfonos',
  'is-extension': ({ extension }) => `es la extensión ${extension}`,
  watched: () => 'el dialplan tiene un hint para él',
  'in-queue': () => 'atiende llamadas de una cola',
  'own-number': ({ extension }) => `su propio número es ${extension}`,
  'phone-features': () => 'tiene un buzón de voz, u otros pueden contestar sus llamadas',
  'fixed-address': () => 'se conoce por una dirección fija',
  'context-of-its-own': ({ context }) => `ningún teléfono de la oficina comparte su contexto ${context}`,
  'named-trunk': () => 'su nombre lo dice',
  'named-provider': () => 'lleva el nombre de un proveedor',
  'named-span': () => 'es una línea de la red telefónica',
  'named-number': () => 'lleva por nombre un número de teléfono completo',
  'named-host': () => 'solo se conoce por una dirección',
  'named-extension': () => 'su nombre es como el de una extensión',
  'named-device': () => 'su nombre es como el de un aparato',
  'named-place': () => 'lleva el nombre de un lugar de la oficina',
  'different-callers': () => 'por él llamaron personas distintas',
  'whole-numbers': () => 'por él llegaron números completos',
  'went-out-through': ({ calls }) =>
    calls === 1 ? 'por él salió una llamada' : `por él salieron ${plural(calls, 'llamada', 'llamadas')}`,
  'called-out': ({ calls }) => `llamó hacia fuera ${often(calls)}`,
  'one-number': () => 'siempre muestra el mismo número y llama a distintos',
  rang: ({ calls }) => `sonó como teléfono de la oficina ${often(calls)}`,
  'shows-its-name': () => 'muestra su propio nombre como número',
  'shows-extension': () => 'muestra una extensión como número',
  'dials-extensions': () => 'marca extensiones',
  'dials-codes': () => 'marcó códigos de servicio de la central telefónica',
  'office-says': () => 'así lo dice su oficina',
  listed: () => 'está en la lista de troncales',
  'not-listed': () => 'no está en la lista de troncales',
}

function often(count: number): string {
  return plural(count, 'vez', 'veces')
}
