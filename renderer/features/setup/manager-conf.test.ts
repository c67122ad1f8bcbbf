import { describe, expect, it } from 'vitest'
import { freePbxFields, makePassword, managerConf, permitLine } from './manager-conf.ts'

const user = { username: 'ringback', password: 'k7Qm', permit: permitLine('192.0.2.57') }

describe('the lines for manager.conf', () => {
  it('give least rights to one PC', () => {
    const lines = managerConf(user).split('\n')
    expect(lines).toContain('[ringback]')
    expect(lines).toContain('secret = k7Qm')
    expect(lines).toContain('permit = 192.0.2.57/255.255.255.255')
    expect(lines).toContain('read = call,agent,dialplan')
    expect(lines.some((line) => line.includes('command'))).toBe(false)
  })

  it('let in one address of the newer kind, too, and no other', () => {
    const lines = managerConf({ ...user, permit: permitLine('2001:db8::57') }).split('\n')
    expect(lines).toContain('permit = 2001:db8::57/128')
    expect(lines).toContain('deny = ::/0')
  })

  it('say the same as the fields of FreePBX', () => {
    expect(Object.fromEntries(freePbxFields(user))).toEqual({
      'Manager name': 'ringback',
      'Manager secret': 'k7Qm',
      Deny: '0.0.0.0/0.0.0.0',
      Permit: '192.0.2.57/255.255.255.255',
      Read: 'call, agent, dialplan',
      Write: 'originate, reporting',
    })
  })

  it('offer a password of four groups that differs each time', () => {
    expect(makePassword()).toMatch(/^([A-Za-z0-9]{4}-){3}[A-Za-z0-9]{4}$/)
    expect(makePassword()).not.toBe(makePassword())
  })
})
