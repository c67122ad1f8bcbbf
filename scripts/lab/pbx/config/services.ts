import type { PbxPlan } from './plan.ts'

/** Phones ring although they are in a call: several calls of a test may share them. */
export function queuesConf(): string {
  const queue = (name: string, members: string[]) => `
[${name}]
strategy=ringall
timeout=60
retry=1
ringinuse=yes
${members.map((member) => `member => ${member}`).join('\n')}
`
  return `[general]
persistentmembers=no
${queue('front', ['PJSIP/101', 'PJSIP/102'])}${queue('frontlocal', ['Local/101@queue-local/n', 'Local/102@queue-local/n'])}`
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

/** Extension 700 parks a call; 701 to 709 fetch it. */
export function parkingConf(): string {
  return `[general]

[default]
parkext=700
parkpos=701-709
context=parkedcalls
parkingtime=45
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
