/**
 * The work of a receptionist's busy hour, without its pauses: what fills the window's memory is what one does, not how
 * long one waits. An hour is taken for 120 conversations opened, 30 searches typed, 30 texts written, 300 texts coming
 * in, 40 times scrolling through list or conversation, and 20 visits to other pages.
 */
import { setTimeout as rest } from 'node:timers/promises'
import type { Page } from '@playwright/test'
import type { StandIn } from '../../scripts/lab/twilio/stand-in.ts'
import type { RunningApp } from '../support/app.ts'

const hour = { opened: 120, searches: 30, written: 30, received: 300, scrolled: 40, visits: 20 }

/** Does it all; resolves with how much that was. */
export async function hourOfWork(app: RunningApp, sms: StandIn): Promise<Record<string, number>> {
  const { window } = app
  await backToInbox(window)
  for (let step = 0; step < hour.opened; step += 1) {
    sms.receive({ from: `+1212555${String(step % 500).padStart(4, '0')}`, body: `Number ${step}: can you call me?` })
    for (const _ of [1, 2]) {
      if (step % 4 === 3) sms.receive({ from: `+1305555${String(step).padStart(4, '0')}`, body: 'Gracias' })
    }
    if (every(step, hour.searches)) await search(window, step)
    const rows = window.getByRole('row')
    await rows.nth(step % Math.max(1, Math.min(6, await rows.count()))).click()
    await rest(150)
    if (every(step, hour.written)) await write(window, step)
    if (every(step, hour.scrolled)) await scroll(window, step)
    if (every(step, hour.visits)) await visit(window, step)
  }
  return hour
}

/** True so many times in `hour.opened` steps, evenly. */
function every(step: number, times: number): boolean {
  return Math.floor(((step + 1) * times) / hour.opened) > Math.floor((step * times) / hour.opened)
}

async function search(window: Page, step: number): Promise<void> {
  const words = ['garcía', 'appointment', '530555', 'Patel', 'muela', 'Delta', 'Chloé']
  await window.locator('#search-box').focus()
  await window.locator('#search-box').fill('')
  await window.keyboard.type(words[step % words.length] ?? 'Lee', { delay: 40 })
  await rest(400)
  if (step % 2 === 0) {
    await window.locator('#search-box').fill('')
    await rest(200)
  }
}

async function write(window: Page, step: number): Promise<void> {
  const box = window.getByRole('textbox', { name: 'Message' })
  if ((await box.count()) === 0 || !(await box.isEnabled())) return
  await box.fill(`We have Thursday at ${step % 12} free.`)
  await box.press('Enter')
}

async function scroll(window: Page, step: number): Promise<void> {
  const pane = window.locator(step % 2 === 0 ? '#conversation-list' : '.timeline').first()
  if ((await pane.count()) === 0) return
  await pane.hover()
  for (let turn = 0; turn < 15; turn += 1) {
    await window.mouse.wheel(0, step % 2 === 0 ? 400 : -400)
    await rest(16)
  }
}

async function visit(window: Page, step: number): Promise<void> {
  const rail = window.getByRole('navigation', { name: 'Main' }).getByRole('button')
  // Calls, Overview, Settings.
  await rail.nth(1 + (step % 3)).click()
  await rest(300)
  await backToInbox(window)
}

async function backToInbox(window: Page): Promise<void> {
  await window.getByRole('navigation', { name: 'Main' }).getByRole('button').first().click()
  await window.getByRole('tab').first().waitFor()
}
