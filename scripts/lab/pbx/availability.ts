/** Whether tests can have a lab here. */
import { preparePbxRoot } from './root.ts'

/**
 * Null when a lab can be started, otherwise why not, for the name of the tests that are skipped. Makes the PBX's root
 * where it is not there yet; `npm test` did so already, or found out that it cannot be.
 */
export async function whyNoLab(env: NodeJS.ProcessEnv = process.env): Promise<string | null> {
  const known = env['RINGBACK_NO_PBX']
  if (known) return known
  const prepared = await preparePbxRoot({ log: () => {} })
  return prepared.ok ? null : prepared.why
}
