/**
 * Playwright's `test` with three things more. `launch`: every app that a test starts is closed after it, and when the test
 * failed its log and a picture of its window are kept with the report. `bus`: the session bus, where toasts are seen;
 * `tray`: the desktop's tray, there before the app if it is asked for before `launch`. A test that asks for one of the
 * two is skipped where there is no session bus. Each of Playwright's workers has a desktop of its own.
 */
import { test as base } from '@playwright/test'
import { RunningApp } from './app.ts'
import type { LaunchOptions } from './app.ts'
import { OwnDesktop } from './own-desktop.ts'
import { noToastsHere, SessionBus } from './session-bus.ts'
import { TrayHost } from './tray-host.ts'

export { expect } from '@playwright/test'

interface Fixtures {
  launch(options?: LaunchOptions): Promise<RunningApp>
  bus: SessionBus
  tray: TrayHost
}

export const test = base.extend<Fixtures, { desktop: OwnDesktop }>({
  desktop: [
    // Playwright reads which fixtures are needed from the first parameter's pattern: none.
    // oxlint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const desktop = await OwnDesktop.open()
      await use(desktop)
      await desktop.close()
    },
    { scope: 'worker', auto: true },
  ],

  // oxlint-disable-next-line no-empty-pattern
  launch: async ({}, use, info) => {
    const running: RunningApp[] = []
    await use(async (options) => {
      const app = await RunningApp.launch(options)
      running.push(app)
      return app
    })
    for (const app of running.reverse()) {
      if (info.status !== info.expectedStatus) {
        const picture = await app.window.screenshot({ timeout: 5000 }).catch(() => null)
        if (picture) await info.attach('window.png', { body: picture, contentType: 'image/png' })
        await info.attach('ringback.log', { body: await app.log.text(), contentType: 'text/plain' })
      }
      await app.close()
    }
  },

  // oxlint-disable-next-line no-empty-pattern
  bus: async ({}, use) => {
    const why = await noToastsHere()
    test.skip(why !== null, why ?? '')
    const bus = await SessionBus.open()
    await use(bus)
    await bus.close()
  },

  // oxlint-disable-next-line no-empty-pattern
  tray: async ({}, use) => {
    const why = await noToastsHere()
    test.skip(why !== null, why ?? '')
    const tray = await TrayHost.open()
    await use(tray)
    tray.close()
  },
})
