/** Signals of a Linux desktop's session bus. */
import type { Message } from '@jellybrick/dbus-next'

/** From now on `bus` tells of the signals that `rule` (a match rule of D-Bus) names. */
export async function tellOf(
  dbus: typeof import('@jellybrick/dbus-next'),
  bus: { call(message: Message): Promise<unknown> },
  rule: string,
): Promise<void> {
  await bus.call(
    new dbus.Message({
      destination: 'org.freedesktop.DBus',
      path: '/org/freedesktop/DBus',
      interface: 'org.freedesktop.DBus',
      member: 'AddMatch',
      signature: 's',
      body: [rule],
    }),
  )
}
