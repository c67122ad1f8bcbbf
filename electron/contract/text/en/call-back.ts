type Ending = (phone: string, who: string) => [message: string, remedy: string]

/** How a call back ended or why it could not begin, for the receptionist. */
export const callBack = {
  talked: (who: string) => `You talked with ${who}.`,
  cancelled: 'The call was canceled.',
  hungUp: (who: string) => `You hung up before ${who} answered.`,
  ends: {
    'phone-unreachable': (phone) => [
      `Your phone ${phone} could not be reached.`,
      'Check that it is switched on and connected, or choose another phone in Settings.',
    ],
    'phone-busy': (phone) => [`Your phone ${phone} is busy.`, 'End the other call, then call again.'],
    'phone-declined': (phone) => [
      `Your phone ${phone} declined the call.`,
      'If it is set to “do not disturb”, turn that off.',
    ],
    'phone-unanswered': (phone, who) => [
      `You did not pick up your phone ${phone}.`,
      `Call again: once you pick up, ${who} is called.`,
    ],
    busy: (_phone, who) => [`${who} is on the phone.`, 'Try again in a few minutes, or write a text.'],
    declined: (_phone, who) => [`${who} declined the call.`, 'Try again later, or write a text.'],
    'no-answer': (_phone, who) => [`${who} did not answer.`, 'Try again later, or write a text.'],
    'invalid-number': (_phone, who) => [
      `${who} cannot be called: the phone company does not know the number.`,
      'Check the number.',
    ],
    'no-line': (_phone, who) => [
      `No line to the outside could be had, so ${who} was not called.`,
      'Try again. If this stays, tell whoever looks after your phone system.',
    ],
    'no-way': (_phone, who) => [
      `Your phone system does not know how to call ${who}.`,
      'Check how numbers are dialed in Settings → Calling back.',
    ],
  } satisfies Record<string, Ending>,
  silentWhileRinging: (phone: string, who: string): [string, string] => [
    'The phone system does not say what became of the call.',
    `Your phone ${phone} may ring all the same: once you pick up, ${who} is called.`,
  ],
  disconnected: [
    'The connection to the phone system was lost.',
    'A call that goes on stays on your phone; Ringback cannot see it.',
  ] as [string, string],
  hangUpRemedy: (phone: string) => `Hang up, or decline the call, on your phone ${phone}.`,
  mayNotHangUp: 'The phone system does not let Ringback hang up.',
  /** `said`: the phone system's own words in brackets, or nothing. */
  notHungUp: (said: string) => `The phone system could not hang up${said}.`,
  mayNotRing: (username: string): [string, string] => [
    'The phone system does not let Ringback ring phones.',
    `Tell the person who looks after your phone system: its user “${username}” lacks the right to ring phones (originate).`,
  ],
  refused: (said: string): [string, string] => [
    `The phone system refused the call${said}.`,
    'Try again. If this stays, tell whoever looks after your phone system.',
  ],
  already: (who: string | null): [string, string] => [
    `You are already calling ${who ?? 'somebody'}.`,
    'End that call first.',
  ],
  noNumber: ['There is no number here to call.', 'Choose another call or conversation.'] as [string, string],
  noPhone: ['Your phone is not chosen yet.', 'Choose it in Settings → Calling back.'] as [string, string],
  badPhone: ['This is no phone of the phone system.', 'Type its extension, such as 101, or PJSIP/101.'] as [
    string,
    string,
  ],
  badCallerId: ['The number to show is no number that exists.', 'Choose one of the office’s numbers.'] as [
    string,
    string,
  ],
}
