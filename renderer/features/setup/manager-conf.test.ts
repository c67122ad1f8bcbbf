import { describe, expect, it } from 'vitest'
import { makePassword, managerConf } from './manager-conf.ts'

describe('the lines for manager.conf', () => {
  it('give least rights to one PC', () => {
    const lines = managerConf({ username: 'ringback', password: 'k7Qm', permit: '192.0.2.57' }).split('\n')
    expect(lines).toContain('[ringback]')
    expect(lines).toContain('secret = k7Qm')
    expect(lines).toContain('permit = 192.0.2.57/255.255.255.255')
    expect(lines).toContain('read = call,agent,dialplan')
    expect(lines.some((line) => line.includes('command'))).toBe(false)
  })

  it('offer a password of four groups that differs each time', () => {
    expect(makePassword()).toMatch(/^([A-Za-z0-9]{4}-){3}[A-Za-z0-9]{4}$/)
    expect(makePassword()).not.toBe(makePassword())
  })
})
