import { list, number } from '../../../electron/contract/text/locale.ts'
import { time } from './time.ts'

export const live = {
  region: 'Calls right now',
  ringing: 'Ringing now',
  waiting: 'Waiting in line',
  quiet: 'No calls right now',
  onPhone: 'On the phone',
  with: (phones: string[]) => (phones.length === 0 ? '' : `with ${list(phones)}`),
  open: 'Open conversation',
  openNew: 'Open a conversation',
  more: (count: number) => `and ${number(count)} more`,
  rings: (phones: string[]) => (phones.length === 0 ? '' : `rings ${list(phones)}`),
  theySaid: (at: number, now: number) => `They wrote ${time.past(at, now)}:`,
  weSaid: (at: number, now: number) => `You wrote ${time.past(at, now)}:`,
  firstCall: 'Not in your inbox yet',
}
