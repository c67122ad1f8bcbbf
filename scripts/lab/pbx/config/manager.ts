import { amiPort, amiTlsPort } from '../addresses.ts'
import { amiUsers } from '../office.ts'
import type { AmiUser } from '../office.ts'
import type { PbxPlan } from './plan.ts'

/** The manager interface and its users. */
export function managerConf({ addresses, passwords, timestamps, home }: PbxPlan): string {
  const users = Object.entries(amiUsers) as [AmiUser, { read: string; write: string; permit?: string }][]
  return `[general]
enabled=yes
webenabled=no
port=${amiPort}
bindaddr=${addresses.pbx}
timestampevents=${timestamps ? 'yes' : 'no'}
tlsenable=yes
tlsbindaddr=${addresses.pbx}:${amiTlsPort}
tlscertfile=${home}/etc/asterisk.pem
${users
  .map(
    ([name, { read, write, permit }]) => `
[${name}]
secret=${passwords[name]}
read=${read}
write=${write}
${permit === undefined ? '' : `deny=0.0.0.0/0.0.0.0\npermit=${permit}\n`}; In ms. At the 100 of the default, a burst of calls makes Asterisk hang up on a reader that is only a little slow.
writetimeout=10000
`,
  )
  .join('')}`
}
