export const setupPhone = {
  lead: 'Ringback listens to your Asterisk phone system and never changes anything on it. Whoever looks after it can fill this in within a minute.',
  host: 'Address',
  port: 'Port',
  badPort: 'A number from 1 to 65535.',
  user: 'User name',
  password: 'Password',
  passwordAgain: 'Type it in again: the stored one is for another address, or for an encrypted connection.',
  make: 'Make one up',
  forPerson: 'For your PBX person',
  findLead:
    'Ringback listens to your Asterisk phone system and never changes anything on it. Type its address; this page shows what has to be entered there.',
  signInLead: (host: string) =>
    `Once the phone system${host === '' ? '' : ` at ${host}`} knows Ringback’s user, check it here.`,
  ownAddress: (address: string) =>
    `This PC reaches the phone system as ${address}. Through a VPN or another router, put the address that it sees there.`,
  noAddress: 'Once you type the phone system’s address, the address of this PC shows here, too.',
  whichSystem: 'Which kind of phone system',
  asteriskSteps: [
    'In manager.conf, under [general]: enabled = yes, and bindaddr = 0.0.0.0 or the address in your network.',
    'At its end, the lines below. Then: asterisk -rx "manager reload"',
  ],
  anotherPassword: 'Make up another password',
  copyLines: 'Copy the lines',
  showPassword: 'Show the password',
  hidePassword: 'Hide the password',
  freePbx:
    'In FreePBX open Settings, Asterisk Manager Users, Add Manager, and enter this. Then Submit and Apply Config.',
  copyField: (field: string) => `Copy: ${field}`,
  freePbxAlso:
    'Let the firewall of FreePBX trust this PC (Connectivity, Firewall, Networks). Without that page, the lines for Asterisk go into manager_custom.conf.',
  findChecks: ['Phone system found', 'Encryption'],
  rights: {
    title: 'Missing rights',
    change: 'Replace these lines of Ringback’s user in manager.conf, then reload the manager:',
  },
  lookFor: {
    look: 'Look for it in the network',
    looking: 'Looking…',
    nothing: 'Nothing answers under the usual names. Ask whoever looks after the phone system for its address.',
    found: 'A phone system answers at:',
  },
  foundCard: {
    title: 'Found so far',
    phones: 'Desk phones',
    trunks: 'Outside lines',
    lines: 'Your numbers',
    none: 'None yet',
    later: 'Ringback may not read the list of phones; they appear with the first calls.',
    change: 'What is wrong can be corrected in Settings → Phone system. Your numbers appear with the first calls.',
  },
  keptPassword: '<the password that was made up before>',
  /** The check's own names for what it tries (telephony/ami/check.ts). */
  checks: ['Phone system found', 'Sign in', 'See calls', 'Ring your phone', 'Less traffic', 'Encryption'],
  suspect: {
    host: 'No phone system was found here.',
    port: 'Nothing answers here.',
    username: 'This sign-in was not accepted.',
    password: 'This sign-in was not accepted.',
  },
  encryption: {
    label: 'Encrypted connection (TLS)',
    help: 'Needs tlsenable = yes in manager.conf; the port is then usually 5039.',
    first: 'The certificate that the phone system shows first is the one Ringback trusts from then on.',
    trusted: 'Ringback trusts the certificate with this fingerprint (SHA-256), and no other:',
    changed: 'The phone system shows another certificate than before.',
    changedHelp:
      'Ringback does not sign in, so that nobody in between learns the password. If the certificate was renewed on the phone system, compare the new fingerprint there and trust it.',
    trustedOne: 'Trusted until now',
    shownOne: 'Shown now',
    trust: 'Trust the new certificate',
    use: (port: number) => `Use encryption on port ${port}`,
  },
  choosePassword: '<choose a password>',
  thisPc: '<this PC>',
  hiddenPassword: '••••••••',
}
