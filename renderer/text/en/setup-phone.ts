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
  paste:
    'Add this to manager.conf (FreePBX: manager_custom.conf), then reload the manager (AMI). Replace <this PC> by this computer’s address.',
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
    help: 'Needs tlsenable = yes in manager.conf; the port then mostly is 5039.',
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
