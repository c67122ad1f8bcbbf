/**
 * Events that nobody in Ringback reads, and that phone systems send a lot: they are dropped before anything looks into
 * them. Of a busy office's events two thirds are VarSet alone. What is not in this list comes through, and so does what
 * lists something that was asked for.
 */
export const unneededEvents: ReadonlySet<string> = new Set([
  // What the dialplan does to its variables and caller ids
  'VarSet',
  'NewAccountCode',
  'NewConnectedLine',
  // Sound, keys and lines of a call
  'RTCPReceived',
  'RTCPSent',
  'DTMF',
  'DTMFBegin',
  'DTMFEnd',
  'MusicOnHold',
  'ChannelTalkingStart',
  'ChannelTalkingStop',
  'JitterBufStats',
  'MCID',
  'SoftHangupRequest',
  'BridgeCreate',
  'BridgeDestroy',
  'BridgeInfoChannel',
  // Records and logs
  'CEL',
  'Cdr',
  'LogChannel',
  'FailedACL',
  'ChallengeSent',
  'ChallengeResponseFailed',
  'RequestBadFormat',
  'SuccessfulAuth',
  'InvalidAccountID',
  'InvalidPassword',
  // The state of phones and queues, told again and again
  'DeviceStateChange',
  'ExtensionStatus',
  'PresenceStateChange',
  'PresenceStatus',
  'QueueMemberStatus',
  'MessageWaiting',
  'AGIExecStart',
  'AGIExecEnd',
  'AsyncAGIExec',
  'AsyncAGIStart',
  'AsyncAGIEnd',
])
