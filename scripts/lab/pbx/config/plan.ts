import type { LabAddresses } from '../addresses.ts'
import type { AmiUser, OfficeKind } from '../office.ts'

/** What the configuration of one lab's PBX is made from. */
export interface PbxPlan {
  addresses: LabAddresses
  /** Where its files are, as Asterisk in its root sees it, e.g. `/lab/17-4242`. */
  home: string
  /** How long phones ring before the PBX gives up, in seconds; where they ring in turn, each half of it. */
  ringSeconds: number
  office: OfficeKind
  /** Events tell when they were sent, for recordings. */
  timestamps: boolean
  passwords: Record<AmiUser, string>
}
