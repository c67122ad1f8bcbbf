/**
 * What stands between Ringback and the phone system, and what a check of it found, by telephony's codes. `problems` and
 * `checks` are for who looks after the phone system and stand in Settings → Phone system; `plain` says the same to
 * everybody else.
 */
type Sentence = readonly [message: string, remedy: string | null]

export interface Place {
  host: string
  port: number
  username: string
  tls: boolean
}

const problems = {
  'bad-address': () => [
    'This is no address of a phone system.',
    'Type a name such as pbx.example or an IP address such as 192.168.1.10, and a port from 1 to 65535.',
  ],
  'unknown-host': ({ host }) => [
    `The name “${host}” is not known in this network.`,
    'Check the address, or use the phone system’s IP address.',
  ],
  refused: ({ host, port }) => [
    `The computer at ${host} answers, but nothing listens on port ${port}.`,
    'Check the port, and that manager.conf says enabled = yes and binds to an address of the office network.',
  ],
  unreachable: ({ host }) => [
    `There is no way to ${host}.`,
    'Check the network cable or Wi-Fi of this PC, and the address.',
  ],
  'no-answer': ({ host }) => [
    `The phone system at ${host} does not answer.`,
    'Check that it is switched on, and the address. A firewall may also be in the way.',
  ],
  'not-ami': ({ host, port }) => [
    `Something answers at ${host}, port ${port}, but it is no Asterisk phone system.`,
    'Check the address and the port; Asterisk’s manager interface usually listens on 5038.',
  ],
  'no-encryption': ({ host, port }) => [
    `The phone system at ${host}, port ${port}, does not agree on encryption.`,
    'Check the port (with encryption usually 5039) and tlsenable, tlsbindaddr and tlscertfile in manager.conf; its firewall (fail2ban) may also have banned this PC.',
  ],
  'certificate-changed': ({ host }) => [
    `The phone system at ${host} shows another certificate than before. To be safe, Ringback does not sign in.`,
    'If the certificate was renewed there, trust the new one here. If nobody renewed it, somebody may be in between: ask who looks after the phone system.',
  ],
  'wrong-password': ({ username }) => [
    `The phone system does not accept the user “${username}”, the password, or the address of this PC.`,
    'Compare user and password with manager.conf, check that its permit line names this PC, and run “manager reload”.',
  ],
  'sign-in-changed': ({ username }) => [
    `The phone system no longer accepts the user “${username}”, which it let in before.`,
    'Somebody may have changed manager.conf: compare user, password and permit line there with what stands here.',
  ],
  'in-use': ({ username }) => [
    `The user “${username}” is signed in to the phone system already, and may be only once.`,
    'If Ringback is connected as this user, that is its own sign-in, and all is well. Else give this PC a user of its own in manager.conf, or set allowmultiplelogin = yes there.',
  ],
  'still-in-use': ({ username }) => [
    `For the phone system the user “${username}” is still signed in, and may be only once.`,
    'Mostly that is Ringback’s own connection of before: Ringback gets in as soon as the phone system notices that it is gone. If this stays, somebody else uses this user: give this PC one of its own in manager.conf.',
  ],
  'not-permitted': ({ username }) => [
    `The phone system does not let the user “${username}” in.`,
    'Check the permit and deny lines of this user in manager.conf, and run “manager reload”.',
  ],
  banned: () => [
    'The phone system turned down sign-ins of this PC, and now does not answer it at all.',
    'It may have banned this PC: unban it there (fail2ban, firewall), and check user and password here.',
  ],
  full: ({ tls }) => [
    'The phone system hangs up before it says a word.',
    'It may have too many connections already (authlimit in manager.conf), or a firewall (fail2ban) turns this PC away.' +
      (tls ? ' If it never worked, check the port, too: with encryption it is usually 5039.' : ''),
  ],
  restarting: () => [
    'The phone system is restarting.',
    'Ringback connects by itself as soon as it is back. If this takes more than some minutes, look after it.',
  ],
  'not-connected': () => [
    'The phone system is not connected.',
    'Ringback connects by itself; Settings → Phone system says what is in the way.',
  ],
  lost: () => [
    'The connection to the phone system was lost.',
    'Ringback tries again by itself. If this stays, check the network and the phone system.',
  ],
} satisfies Record<string, (place: Place) => Sentence>

const ask = 'Tell the person who looks after your phone system.'
const unseen = 'so no calls are seen'

const plain = {
  'bad-address': [`Ringback has no address of the phone system that it could use, ${unseen}.`, ask],
  'unknown-host': [
    `Ringback cannot find the phone system, ${unseen}.`,
    'Check that this PC is on the office’s network. If it is, tell the person who looks after your phone system.',
  ],
  refused: [`The phone system does not take Ringback’s connection, ${unseen}.`, ask],
  unreachable: [
    `Ringback cannot reach the phone system, ${unseen}.`,
    'Check the network cable or Wi-Fi of this PC. If they are fine, tell the person who looks after your phone system.',
  ],
  'no-answer': [`The phone system does not answer, ${unseen}.`, ask],
  'not-ami': [`Ringback finds something else in place of the phone system, ${unseen}.`, ask],
  'no-encryption': [`The phone system does not agree to a safe connection, ${unseen}.`, ask],
  'certificate-changed': [
    'The phone system does not prove to be the one that Ringback knows. To be safe, Ringback does not sign in, and sees no calls.',
    ask,
  ],
  'wrong-password': [`The phone system does not let Ringback in, ${unseen}.`, ask],
  'sign-in-changed': [`The phone system does not let Ringback in any more, ${unseen}.`, ask],
  'in-use': [`Somebody else is signed in to the phone system in Ringback’s place, ${unseen}.`, ask],
  'still-in-use': [
    `The phone system has not let go of Ringback’s connection of before, ${unseen}.`,
    'That mostly passes by itself. If it stays, tell the person who looks after your phone system.',
  ],
  'not-permitted': [`The phone system does not let Ringback in, ${unseen}.`, ask],
  banned: [`The phone system turns this PC away, ${unseen}.`, ask],
  full: [`The phone system turns this PC away, ${unseen}.`, ask],
  restarting: [
    `The phone system is restarting, ${unseen}.`,
    'Ringback connects by itself as soon as it is back. If this takes more than some minutes, tell the person who looks after it.',
  ],
  'not-connected': [
    'The phone system is not connected.',
    'Ringback connects by itself; Settings → Phone system says what is in the way.',
  ],
  lost: [
    `The connection to the phone system was lost, ${unseen}.`,
    'Ringback tries again by itself. If this stays, tell the person who looks after your phone system.',
  ],
  'tells-nothing': ['The phone system tells Ringback nothing about calls, although they come and go.', ask],
} satisfies Record<string, Sentence>

const readLine =
  'Its read line should say call,agent,dialplan: call alone tells answered from missed, agent adds who waited in a ' +
  'queue, dialplan adds voicemail and menus. The first calls show whether it does.'

const checks = {
  found: ({ host, ms }: { host: string; ms: number }) => [`Asterisk answers at ${host} after ${ms} ms.`, null],
  'signed-in': ({ username }: { username: string }) => [`The phone system accepted the user “${username}”.`, null],
  'may-list': () => [`This user may list the calls that go on. ${readLine}`, null],
  'may-not-list': () => [
    `This user may not list the calls that go on: calls that begin while Ringback is not connected are missed. ${readLine}`,
    'Add reporting to the user’s write line in manager.conf, and run “manager reload”.',
  ],
  'may-ring': () => ['This user may ring your phone to call somebody back.', null],
  'may-not-ring': () => [
    'This user may not ring phones. Only “Call back” needs that.',
    'Add originate to the user’s write line in manager.conf, and run “manager reload”.',
  ],
  'ringing-not-told': () => ['The phone system does not tell whether this user may ring phones.', null],
  'spares-events': () => ['The phone system sends only what Ringback needs.', null],
  'sends-all': () => [
    'This user may not choose what is sent, or list phones and trunks. That is only a matter of comfort: adding system ' +
      'to the user’s write line in manager.conf would allow it, and much else.',
    null,
  ],
  encrypted: () => ['Everything between Ringback and it is encrypted.', null],
  'encryption-offered': ({ port }: { port: number }) => [
    `This phone system offers encryption on port ${port}. Without it, the password and every call can be read in the network.`,
    'Use it with one click below.',
  ],
  'encryption-not-offered': () => [
    'This phone system offers no encryption: who can listen in your network can read the password.',
    'Set tlsenable = yes and tlscertfile in manager.conf to turn it on.',
  ],
  'broke-off': () => ['The check broke off.', 'Check once more; the log says what went wrong.'],
} satisfies Record<string, (facts: never) => Sentence>

export const phone = {
  problems,
  plain,
  /** The steps of the check. */
  steps: {
    found: 'Phone system found',
    'sign-in': 'Sign in',
    calls: 'See calls',
    ring: 'Ring your phone',
    system: 'Less traffic',
    encryption: 'Encryption',
  },
  checks,
}
