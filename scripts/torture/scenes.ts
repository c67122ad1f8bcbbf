/** Written scenes of an office, for checkouts without recordings, and for what those lack. */
import { Script } from '../../telephony/calls/testing.ts'

type Headers = Parameters<Script['raw']>[0]

/** A script that remembers what it says as it would be sent. */
class WrittenScript extends Script {
  readonly sent: string[] = []

  /** By Uniqueid: every event of a real Asterisk names the state that its channels are in. */
  readonly #states = new Map<string, string | number>()

  override raw(headers: Headers): this {
    const whole = { ...headers }
    for (const prefix of ['', 'Dest']) {
      const id = String(headers[`${prefix}Uniqueid`])
      const state = headers[`${prefix}ChannelState`] ?? this.#states.get(id)
      if (state === undefined) continue
      whole[`${prefix}ChannelState`] = state
      this.#states.set(id, state)
    }
    this.sent.push(
      Object.entries(whole)
        .map(([header, value]) => `${header}: ${value}`)
        .join('\r\n'),
    )
    return super.raw(headers)
  }
}

let callers = 0

function from(line: string): WrittenScript {
  const number = `530555${String(++callers % 10_000).padStart(4, '0')}`
  return new WrittenScript().arrives('caller', 'PJSIP/trunk-0001', {
    CallerIDNum: number,
    CallerIDName: 'Pat Lee',
    Exten: line,
  })
}

/** The callee's end of a dial, as `Newexten` shows it. */
function rings(script: WrittenScript, source: string, name: string, application = 'AppDial'): WrittenScript {
  return script.rings(source, name).runs(name, application)
}

const intoQueue = (script: WrittenScript) =>
  script.up('caller').runs('caller', 'Queue').tell('QueueCallerJoin', 'caller', { Queue: 'front' })

/** Each is a call from beginning to end. */
export function scenes(): string[][] {
  const talk = (script: WrittenScript, phone: string) =>
    script.answers('caller', phone).wantsToHangUp('caller').gone(phone, 'caller')
  const scripts = [
    talk(rings(from('15305550101').runs('caller', 'Dial'), 'caller', '101'), '101'),
    rings(from('15305550101').runs('caller', 'Dial'), 'caller', '101')
      .wantsToHangUp('caller')
      .dialEnds('caller', '101', 'CANCEL')
      .gone('101', 'caller'),
    rings(from('15305550101').runs('caller', 'Dial'), 'caller', '101')
      .dialEnds('caller', '101', 'NOANSWER')
      .gone('101', 'caller'),
    queueGivenUp(),
    queueAnswered(),
    answeredThenQueued(),
    parkedAndFetched(),
    from('15305550180').runs('caller', 'Answer').up('caller').runs('caller', 'Playback').gone('caller'),
    menuThenPhone(),
  ]
  return scripts.map(({ sent }) => sent)
}

function queueGivenUp(): WrittenScript {
  const script = rings(intoQueue(from('15305550120')), 'caller', '101', 'AppQueue')
  script.dialEnds('caller', '101', 'NOANSWER').gone('101')
  return script.wantsToHangUp('caller').tell('QueueCallerLeave', 'caller').gone('caller')
}

function queueAnswered(): WrittenScript {
  const script = rings(intoQueue(from('15305550120')), 'caller', '102', 'AppQueue')
  script.up('102').dialEnds('caller', '102', 'ANSWER').tell('QueueCallerLeave', 'caller').bridged('caller', '102')
  return script.gone('102', 'caller')
}

/** The receptionist answers and sends the caller on to a queue, where nobody takes the call: it was answered. */
function answeredThenQueued(): WrittenScript {
  const script = rings(from('15305550101').runs('caller', 'Dial'), 'caller', '101').answers('caller', '101')
  script.tell('BridgeLeave', 'caller', { BridgeUniqueid: 'caller-101' })
  script.tell('BridgeLeave', '101', { BridgeUniqueid: 'caller-101' }).gone('101')
  intoQueue(script)
  rings(script, 'caller', '102', 'AppQueue').dialEnds('caller', '102', 'NOANSWER').gone('102')
  return script.wantsToHangUp('caller').tell('QueueCallerLeave', 'caller').gone('caller')
}

function parkedAndFetched(): WrittenScript {
  const script = from('15305550101').up('caller').runs('caller', 'Park')
  script.tell('BridgeEnter', 'caller', {
    BridgeUniqueid: 'lot',
    BridgeType: 'parking',
    BridgeTechnology: 'holding_bridge',
  })
  script.arrives('103', 'PJSIP/103-0009', { Context: 'internal', CallerIDNum: '103', Exten: '701' }).up('103')
  script.tell('BridgeLeave', 'caller', { BridgeUniqueid: 'lot' })
  return script.bridged('caller', '103').gone('103', 'caller')
}

function menuThenPhone(): WrittenScript {
  const script = from('15305550140').up('caller').runs('caller', 'BackGround').runs('caller', 'Dial')
  return rings(script, 'caller', '101').answers('caller', '101').gone('101', 'caller')
}
