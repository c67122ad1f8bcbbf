import { number } from '../../../electron/contract/text/locale.ts'

export const contact = {
  region: 'Contact',
  name: 'Name',
  addName: 'Add a name',
  notes: 'Notes',
  notesPlaceholder: 'For your colleagues, never sent',
  withUs: 'With us',
  firstSeen: 'First call',
  calls: 'Calls',
  callCount(calls: number, missed: number): string {
    if (missed === 0) return number(calls)
    if (missed < calls) return `${number(calls)}, ${number(missed)} missed`
    return calls === 1 ? `${number(calls)}, missed` : `${number(calls)}, all missed`
  },
  lines: 'Line',
  texting: 'Texting',
  mayText: 'May be texted',
  yes: 'Yes',
  no: 'No',
  notSure: 'Not sure',
  automatic: 'Automatic this week',
  ofMost: (sent: number, most: number) => `${sent} of ${most}`,
  optedOutBy: {
    text: 'They wrote that they want no texts',
    staff: 'They told somebody here that they want no texts',
    gateway: 'Their phone company passed on that they want no texts',
  },
  asked: 'They may have asked for no more texts. Nothing goes out by itself until you decide.',
  textsAreFine: 'Texts are fine',
  optOut: 'Stop texting this person',
  optIn: 'Allow texts again',
  optedOut: (who: string) => `No more texts go to ${who}`,
  earlier: 'Earlier',
  copyNumber: 'Copy number',
}
