import * as dbus from '@jellybrick/dbus-next'
import type { Message } from '@jellybrick/dbus-next'
import { expect, it } from 'vitest'
import { hearOn } from './linux-screen-lock.ts'

it('hears each desktop lock its screen, not unlock it, and asks for nothing else', async () => {
  const rules: unknown[] = []
  let locks = 0
  let hear: (message: Message) => void = () => {}
  const bus = {
    call: async ({ body }: Message) => rules.push(...body),
    on: (_: string, listener: (message: Message) => void) => void (hear = listener),
  }
  await hearOn(dbus, bus, () => void (locks += 1))
  const say = (face: string, ...body: unknown[]) => hear({ interface: face, member: 'ActiveChanged', body } as never)
  say('org.gnome.ScreenSaver', true)
  say('org.freedesktop.ScreenSaver', true)
  say('org.freedesktop.ScreenSaver', false)
  say('org.example.Else', true)
  expect(locks).toBe(2)
  expect(rules).toHaveLength(4)
})
