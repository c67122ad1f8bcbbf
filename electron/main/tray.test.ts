import { beforeEach, describe, expect, it } from 'vitest'
import { healthWith, part } from '../contract/testing.ts'
import { TrayPresence } from './tray.ts'
import type { TrayItem } from './tray.ts'

let toolTip: string
let items: (TrayItem | 'separator')[]
let click: () => void
let done: string[]
let tray: TrayPresence

beforeEach(() => {
  done = []
  const icon = {
    setToolTip: (text: string) => void (toolTip = text),
    setMenu: (menu: (TrayItem | 'separator')[]) => void (items = menu),
    onClick: (run: () => void) => void (click = run),
  }
  tray = new TrayPresence(icon, 'Ringback', {
    open: () => done.push('open'),
    pause: (minutes) => done.push(`pause ${minutes}`),
    resume: () => done.push('resume'),
    lock: () => done.push('lock'),
    quit: () => done.push('quit'),
  })
})

const labels = () => items.flatMap((item) => (item === 'separator' ? [] : [item.label]))
const choose = (label: RegExp) => {
  for (const item of items) if (item !== 'separator' && label.test(item.label)) item.click?.()
}

describe('the tray', () => {
  it('is of use before anything is known', () => {
    expect(toolTip).toContain('Ringback')
    choose(/^Open/)
    choose(/^Quit/)
    expect(done).toEqual(['open', 'quit'])
  })

  it('opens the window on a click', () => {
    click()
    expect(done).toEqual(['open'])
  })

  it.each([
    [0, 'Nobody waits for a reply'],
    [1, '1 conversation needs a reply'],
    [7, '7 conversations need a reply'],
  ])('with %d waiting says "%s"', (count, words) => {
    tray.setNeedsReply(count)
    expect(toolTip.split('\n')).toContain(words)
    expect(labels()).toContain(words)
  })

  it('says that calls are only watched', () => {
    tray.setHealth({ ...healthWith(), watchOnly: 'all' })
    expect(toolTip).toContain('Watch only: nothing goes out by itself')
    expect(labels()).toContain('Watch only: nothing goes out by itself')
    tray.setHealth({ ...healthWith(), watchOnly: 'some' })
    expect(toolTip).toContain('Some lines are watched only')
    tray.setHealth(healthWith())
    expect(toolTip).not.toContain('watched only')
  })

  it('tells the trouble, and that it is over', () => {
    tray.setHealth(healthWith({ phoneSystem: part('trouble', 'The phone system does not answer.') }))
    expect(toolTip).toContain('The phone system does not answer.')
    tray.setHealth(healthWith())
    tray.setEngine({ state: 'running', message: null })
    expect(toolTip).not.toContain('does not answer')
    expect(labels()).toContain('All well')
  })

  it('tells that the engine is away, whatever was told last', () => {
    tray.setHealth(healthWith())
    tray.setEngine({ state: 'stopped', message: 'The inbox file is damaged.' })
    expect(toolTip).toContain('The inbox file is damaged.')
    expect(labels()).not.toContain('All well')
  })

  it('claims nothing before the engine runs', () => {
    expect(labels()).not.toContain('All well')
  })

  it('tells first of a damaged inbox: nothing else matters then', () => {
    tray.setHealth(healthWith({ inbox: part('trouble', 'Inbox.'), texting: part('trouble', 'Texting.') }))
    expect(toolTip).toContain('Inbox.')
    expect(toolTip).not.toContain('Texting.')
  })

  it('keeps only the counts while the window is locked, and offers nothing that changes anything', () => {
    tray.setNeedsReply(2)
    tray.setHealth(healthWith({ texting: part('trouble', 'The number (530) 555-0199 is off.') }))
    tray.setLock('open')
    choose(/^Lock now/)
    tray.setLock('locked')
    expect(toolTip.split('\n')).toEqual(['Ringback', '2 conversations need a reply', 'Locked'])
    expect(labels().join()).not.toMatch(/555|Pause|Lock now/)
    choose(/./)
    expect(done).toEqual(['lock', 'open', 'quit'])
  })

  it('offers three pauses', () => {
    choose(/30 minutes/)
    choose(/1 hour/)
    choose(/until I resume/)
    expect(done).toEqual(['pause 30', 'pause 60', 'pause null'])
  })

  it('offers to resume while paused, and nothing to pause', () => {
    tray.setHealth(healthWith({ paused: { since: 0, until: null, by: 'staff' } }))
    expect(toolTip).toContain('paused')
    expect(labels().some((label) => label.startsWith('Pause'))).toBe(false)
    choose(/^Resume/)
    expect(done).toEqual(['resume'])
  })

  it('shows the same whatever comes first', () => {
    const health = healthWith({ texting: part('trouble', 'Texts cannot leave.') })
    tray.setHealth(health)
    tray.setNeedsReply(2)
    const before = [toolTip, labels()]
    tray.setNeedsReply(2)
    tray.setHealth(health)
    expect([toolTip, labels()]).toEqual(before)
  })
})
