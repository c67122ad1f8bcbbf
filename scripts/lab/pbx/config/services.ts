import { mobileNumber } from '../office.ts'
import type { PbxPlan } from './plan.ts'

/** Phones ring although they are in a call: several calls of a test may share them. */
export function queuesConf({ ringSeconds, office }: PbxPlan): string {
  const queue = (name: string, members: string[], settings = 'strategy=ringall\ntimeout=60\nretry=1') => `
[${name}]
ringinuse=yes
${settings}
${members.map((member) => `member => ${member}`).join('\n')}
`
  const queues =
    office === 'plain'
      ? [
          queue('front', ['PJSIP/101', 'PJSIP/102']),
          queue('frontlocal', ['Local/101@queue-local/n', 'Local/102@queue-local/n']),
        ]
      : [
          queue('620', ['Local/101@from-queue/n', 'Local/102@from-queue/n']),
          queue('621', ['PJSIP/101', 'PJSIP/102'], `strategy=linear\ntimeout=${Math.ceil(ringSeconds / 2)}\nretry=1`),
          queue('622', ['PJSIP/101']),
          queue('623', [], 'joinempty=yes'),
          queue('624', ['PJSIP/105'], 'joinempty=yes\nretry=1'),
        ]
  return `[general]
persistentmembers=no
${queues.join('')}`
}

export function voicemailConf(): string {
  return `[general]
format=wav
maxsecs=60
maxsilence=0

[default]
101 => 1234,Front Desk
`
}

export function featuresConf(): string {
  return `[general]
pickupexten=*8

[featuremap]
blindxfer=##
atxfer=*2
`
}

/** Extension 700 (70 in the FreePBX-like office) parks a call; 701 to 709 fetch it; in time it rings its parker. */
export function parkingConf({ office, ringSeconds }: PbxPlan): string {
  const plain = office === 'plain'
  return `[general]

[default]
parkext=${plain ? 700 : 70}
parkpos=701-709
context=parkedcalls
parkingtime=${plain ? 45 : ringSeconds}
comebacktoorigin=yes
comebackdialtime=${ringSeconds}
`
}

/** Whom Asterisk's own follow-me calls for 101: its desk phone, and a mobile, whoever accepts first. */
export function followMeConf({ ringSeconds }: PbxPlan): string {
  return `[general]
takecall=1
declinecall=2

[101]
context=from-internal
number=101,${ringSeconds}
number=${mobileNumber},${ringSeconds}
enable_callee_prompt=yes
`
}

/** Nothing but the defaults. */
export function confbridgeConf(): string {
  return `[general]

[default_user]
type=user

[default_bridge]
type=bridge
`
}

/** Asterisk brings no music; any of its recordings will do. */
export function musicOnHoldConf(): string {
  return `[default]
mode=files
directory=/usr/share/asterisk/sounds/en_US_f_Allison/silence
`
}

export function loggerConf(): string {
  return `[general]
dateformat=%F %T.%3q

[logfiles]
messages.log => notice,warning,error
`
}

/** Reports of ended calls to whoever reads class `cdr`. */
export function cdrManagerConf(): string {
  return `[general]
enabled=yes
`
}

export function asteriskConf({ home }: PbxPlan): string {
  return `[directories]
astetcdir => ${home}/etc
astdbdir => ${home}/db
astspooldir => ${home}/spool
astrundir => ${home}/run
astlogdir => ${home}/log
astcachedir => ${home}/cache
`
}
