/** How copies of the inbox are called; the name alone tells what a file is and when it was made. */
import type { BackupKind } from '../../contract/backups.ts'

const beginnings = { daily: 'inbox', 'by-hand': 'by-hand', 'set-aside': 'set-aside' } as const
const dated = /^(inbox|by-hand|set-aside)-(\d{4}-\d{2}-\d{2})T(\d{2})-(\d{2})(?:-(\d{2}))?Z\.sqlite$/
const beforeUpgrade = /^before-upgrade-from-\d+\.sqlite$/

/** The name of a copy made at `at` (epoch ms). Those of one minute differ by their seconds, but for the daily ones. */
export function nameFor(kind: keyof typeof beginnings, at: number): string {
  const stamp = new Date(at).toISOString().slice(0, kind === 'daily' ? 16 : 19)
  return `${beginnings[kind]}-${stamp.replaceAll(':', '-')}Z.sqlite`
}

/** What a file of the backups folder is; `at` is null where only the file itself knows. Null for what is no copy. */
export function kindOf(name: string): { kind: BackupKind; at: number | null } | null {
  if (beforeUpgrade.test(name)) return { kind: 'before-upgrade', at: null }
  const [, beginning, day, hour, minute, second = '00'] = dated.exec(name) ?? []
  if (beginning === undefined) return null
  const kind = beginning === 'inbox' ? 'daily' : beginning === 'by-hand' ? 'by-hand' : 'set-aside'
  return { kind, at: Date.parse(`${day}T${hour}:${minute}:${second}Z`) }
}
