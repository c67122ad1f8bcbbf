import { mobileNumber } from '../office.ts'
import type { PbxPlan } from './plan.ts'

/**
 * The dialplan of an office whose PBX was set up through FreePBX: its names of contexts and its ways (every number goes
 * through subroutines, groups and queues reach phones through Local channels, a far phone must press 1), cut down to
 * what is seen from outside. Numbers are those of `freepbxLikeNumbers`.
 */
export function freepbxLikeExtensionsConf({ ringSeconds: ring }: PbxPlan): string {
  const short = Math.ceil(ring / 2)
  const long = ring + 2
  return `[from-trunk]
exten => _53055502XX,1,Set(__FROM_DID=\${EXTEN})
 same => n,Gosub(sub-record-check,s,1(in,\${EXTEN}))
 same => n,Set(CHANNEL(musicclass)=default)
 same => n,Goto(did,\${EXTEN:6},1)

[sub-record-check]
exten => s,1,Set(__REC_STATUS=INITIALIZED)
 same => n,Set(__CALLFILENAME=\${ARG1}-\${ARG2}-\${CALLERID(num)}-\${UNIQUEID})
 same => n,Return()

[did]
exten => _020X,1,Goto(ext-local,10\${EXTEN:3},1)
exten => 0210,1,Goto(ext-group,600,1)
exten => 0211,1,Goto(ext-group,601,1)
exten => 0212,1,Goto(ext-group,602,1)
exten => 0213,1,Goto(ext-group,603,1)
exten => _022[0-4],1,Answer()
 same => n,Queue(62\${EXTEN:3},t,,,${long})
 same => n,GotoIf($["\${EXTEN}"="0222"]?vm)
 same => n,Hangup()
 same => n(vm),VoiceMail(101@default,u)
 same => n,Hangup()
exten => 0225,1,Queue(622,tr,,,${long})
 same => n,Hangup()
exten => 0230,1,Gosub(macro-exten-vm,s,1(101,101))
 same => n,Hangup()
exten => 0231,1,VoiceMail(101@default,su)
 same => n,Hangup()
exten => 0240,1,Goto(ivr-1,s,1)
exten => 0250,1,FollowMe(101)
 same => n,Hangup()
exten => 0251,1,Dial(Local/FMPR-101@from-internal&Local/FMGL-${mobileNumber}#@from-internal,${long},t)
 same => n,Hangup()
exten => 0260,1,Dial(Local/${mobileNumber}@from-internal/n,${long},t)
 same => n,Hangup()
exten => 0270,1,Answer()
 same => n,Playback(vm-nobodyavail&vm-goodbye)
 same => n,Hangup()
exten => 0271,1,Answer()
 same => n,Playback(silence/2)
 same => n,Goto(ext-group,600,1)
exten => 0280,1,Busy(2)
exten => 0282,1,Hangup()
exten => 0283,1,ConfBridge(8000)
exten => 0284,1,Gosub(macro-dial-one,s,1(105,${short}))
 same => n,Gosub(macro-dial-one,s,1(101,${short}))
 same => n,Hangup()
exten => 0285,1,Gosub(macro-dial-one,s,1(101,${short}))
 same => n,Gosub(macro-dial-one,s,1(102,${short}))
 same => n,VoiceMail(101@default,u)
 same => n,Hangup()
exten => 0286,1,Dial(PJSIP/101&PJSIP/102,${ring},U(confirm))
 same => n,Hangup()
exten => 0287,1,Dial(Local/101@with-mailbox/n&Local/102@with-mailbox/n,${ring + 6},Ttr)
 same => n,Hangup()

[with-mailbox]
exten => _10X,1,Gosub(macro-exten-vm,s,1(101,\${EXTEN}))
 same => n,Hangup()

[ext-local]
exten => _10X,1,Set(__RINGTIMER=${ring})
 same => n,Gosub(macro-exten-vm,s,1(novm,\${EXTEN}))
 same => n,Hangup()

[macro-exten-vm]
exten => s,1,Gosub(macro-dial-one,s,1(\${ARG2},${ring}))
 same => n,GotoIf($["\${ARG1}"="novm"]?done)
 same => n,VoiceMail(\${ARG1}@default,u)
 same => n(done),Return()

[macro-dial-one]
exten => s,1,Set(DIALSTATUS_CW=)
 same => n,Dial(PJSIP/\${ARG1},\${ARG2},HhTtr)
 same => n,Return()

[ext-group]
exten => 600,1,Dial(PJSIP/101&PJSIP/102&PJSIP/103,${ring},Ttr)
 same => n,Hangup()
exten => 601,1,Dial(Local/101@from-internal/n,${short},Ttr)
 same => n,Dial(Local/102@from-internal/n,${short},Ttr)
 same => n,Dial(Local/103@from-internal/n,${short},Ttr)
 same => n,Hangup()
exten => 602,1,Dial(Local/101@from-internal&Local/102@from-internal&Local/103@from-internal,${ring},Ttr)
 same => n,Hangup()
exten => 603,1,Dial(Local/101@from-internal/n&Local/FMGL-${mobileNumber}#@from-internal/n,${long},Ttr)
 same => n,Hangup()

[ivr-1]
exten => s,1,Answer()
 same => n,Background(silence/2)
 same => n,WaitExten(${ring})
 same => n,Hangup()
exten => 1,1,Goto(ext-local,101,1)
exten => 2,1,Goto(ext-group,600,1)
exten => i,1,Playback(silence/1)
 same => n,Hangup()
exten => t,1,Playback(silence/1)
 same => n,Hangup()

[from-queue]
exten => _10X,1,Goto(from-internal,\${EXTEN},1)

[confirm]
exten => s,1,Read(ACCEPT,silence/1,1,,1,3)
 same => n,GotoIf($["\${ACCEPT}"="1"]?accepted)
 same => n,Set(GOSUB_RESULT=CONTINUE)
 same => n(accepted),Return()

[from-internal]
include => parkedcalls
include => park-dial
exten => _10X,1,Gosub(macro-exten-vm,s,1(novm,\${EXTEN}))
 same => n,Hangup()
exten => _FMPR-10X,1,Dial(PJSIP/\${EXTEN:5},${ring},Ttr)
exten => _FMGL-.,1,Dial(PJSIP/\${EXTEN:5:11}@trunk,${long},U(confirm))
exten => _**10X,1,PickupChan(PJSIP/\${EXTEN:2},p)
 same => n,Hangup()
exten => _1NXXNXXXXXX,1,Gosub(macro-dialout-trunk,s,1(\${EXTEN}))
 same => n,Hangup()
exten => 8000,1,ConfBridge(8000)

[macro-dialout-trunk]
exten => s,1,Set(OUTNUM=\${ARG1})
 same => n,Dial(PJSIP/\${OUTNUM}@trunk,${ring},T)
 same => n,Return()
`
}
