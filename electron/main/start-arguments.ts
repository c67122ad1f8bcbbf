/** With which arguments Ringback begins anew, in the other profile. */
import { linkIn } from './dial-links.ts'

/**
 * Those of this run, `argv` without the program, but for what was meant for this run alone: to begin hidden, and a link that
 * has been opened already.
 */
export function argumentsAgain(argv: readonly string[], { demo }: { demo: boolean }): string[] {
  const once = (argument: string) => argument === '--demo' || argument === '--hidden' || linkIn([argument]) !== null
  return [...argv.filter((argument) => !once(argument)), ...(demo ? ['--demo'] : [])]
}
