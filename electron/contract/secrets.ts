/** Where passwords and tokens are kept on this PC. */

/** What can be chosen for a PC without a keychain. `ask`: never stored; typed in anew after each start. */
export type WithoutKeychain = 'ask' | 'file'

/** `keychain`: encrypted by the system. `file`: unencrypted, readable for this user only. `undecided`: for this run only. */
export type SecretsKept = 'keychain' | WithoutKeychain | 'undecided'
