import { mobileNumber } from '../office.ts'
import type { PbxPlan } from './plan.ts'

/** The dialplan: what each number of `officeNumbers` does, and what desk phones may dial. */
export function extensionsConf({ ringSeconds: ring }: PbxPlan): string {
  const short = Math.ceil(ring / 2)
  const long = ring + 2
  return `[from-trunk]
exten => 15305550101,1,Dial(PJSIP/101,${ring})
 same => n,Hangup()
exten => 15305550105,1,Dial(PJSIP/105,${ring})
 same => n,Hangup()
exten => 15305550110,1,Dial(PJSIP/101&PJSIP/102&PJSIP/103,${ring},t)
 same => n,Hangup()
exten => 15305550111,1,Dial(PJSIP/101,${short})
 same => n,Dial(PJSIP/102,${short})
 same => n,Dial(PJSIP/103,${short})
 same => n,Hangup()
exten => 15305550120,1,Answer()
 same => n,Queue(front,,,,${long})
 same => n,Hangup()
exten => 15305550121,1,Answer()
 same => n,Queue(frontlocal,,,,${long})
 same => n,Hangup()
exten => 15305550130,1,Dial(PJSIP/101,${short})
 same => n,VoiceMail(101@default,u)
 same => n,Hangup()
exten => 15305550140,1,Goto(menu,s,1)
exten => 15305550150,1,Dial(Local/101@follow-me/n&Local/102@follow-me/n,${ring})
 same => n,Hangup()
exten => 15305550160,1,Dial(Local/${mobileNumber}@to-mobile,${long})
 same => n,Hangup()
exten => 15305550170,1,Answer()
 same => n,Playback(silence/1)
 same => n,Dial(PJSIP/101,${ring})
 same => n,Hangup()
exten => 15305550171,1,Progress()
 same => n,Playback(silence/1,noanswer)
 same => n,Dial(PJSIP/101,${ring})
 same => n,Hangup()
exten => 15305550180,1,Answer()
 same => n,Playback(vm-nobodyavail&vm-goodbye)
 same => n,Hangup()
exten => 15305550190,1,Dial(PJSIP/101,${ring},m)
 same => n,Hangup()

[menu]
exten => s,1,Answer()
 same => n,BackGround(silence/3)
 same => n,WaitExten(${ring})
 same => n,Hangup()
exten => 1,1,Dial(PJSIP/101,${ring})
 same => n,Hangup()
exten => i,1,Hangup()
exten => t,1,Hangup()

[follow-me]
exten => _10X,1,Dial(PJSIP/\${EXTEN},${ring})
 same => n,Hangup()

[queue-local]
exten => _10X,1,Dial(PJSIP/\${EXTEN},${ring})
 same => n,Hangup()

[to-mobile]
exten => _1NXXNXXXXXX,1,Dial(PJSIP/\${EXTEN}@trunk,${long})
 same => n,Hangup()

[internal]
include => parkedcalls
exten => _10X,1,Dial(PJSIP/\${EXTEN},${ring},tT)
 same => n,Hangup()
exten => _1NXXNXXXXXX,1,Dial(PJSIP/\${EXTEN}@trunk,${ring},T)
 same => n,Hangup()
`
}
