import type { LabAddresses } from '../addresses.ts'
import type { AmiUser } from '../office.ts'

/** What the configuration of one lab's PBX is made from. */
export interface PbxPlan {
  addresses: LabAddresses
  /** Where its files are, as Asterisk in its root sees it, e.g. `/lab/17-4242`. */
  home: string
  /** How long phones ring before the PBX gives up, in seconds; where they ring in turn, each half of it. */
  ringSeconds: number
  passwords: Record<AmiUser, string>
}
