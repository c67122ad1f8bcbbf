/**
 * Hears on a Linux desktop that the screen was locked, which Electron tells of on Windows and macOS only (electron
 * issue 38088): each desktop's screen saver says so on the session bus, under a name of its own.
 */
import type { Message } from '@jellybrick/dbus-next'
import type { Logger } from '../../telephony/logger.ts'
import { tellOf } from './bus-signals.ts'

const screenSavers = [
  'org.freedesktop.ScreenSaver',
  'org.gnome.ScreenSaver',
  'org.cinnamon.ScreenSaver',
  'org.mate.ScreenSaver',
]
const changed = 'ActiveChanged'

type Dbus = typeof import('@jellybrick/dbus-next')

/** What is used of a bus; the package's own type does not tell of its events. */
export interface SignalBus {
  call(message: Message): Promise<unknown>
  on(event: 'message' | 'error', listener: (heard: Message) => void): unknown
}

/** Calls `locked` each time, for as long as the bus is there. Without a bus nobody tells, and the log says so. */
export async function hearScreenLock(locked: () => void, logger: Logger): Promise<void> {
  try {
    const dbus = await import('@jellybrick/dbus-next')
    const bus = dbus.sessionBus() as unknown as SignalBus
    // A bus that goes away must not end the app.
    bus.on('error', () => logger.warn('lock.screen-unheard', { why: 'the session bus is not there' }))
    await hearOn(dbus, bus, locked)
  } catch (error) {
    logger.warn('lock.screen-unheard', { why: String(error) })
  }
}

export async function hearOn(dbus: Dbus, bus: SignalBus, locked: () => void): Promise<void> {
  bus.on('message', ({ interface: face, member, body }) => {
    const [isActive]: unknown[] = body
    if (member === changed && isActive === true && screenSavers.some((one) => one === face)) locked()
  })
  for (const face of screenSavers) await tellOf(dbus, bus, `type='signal',interface='${face}',member='${changed}'`)
}
