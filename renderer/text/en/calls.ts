import { number, region } from '../../../electron/contract/text/locale.ts'
import type { CallLegView, MissedReason } from '../../../electron/contract/view-models.ts'
import * as dates from '../dates.ts'
import { plural } from './plural.ts'
import { time } from './time.ts'

export const calls = {
  title: 'Calls',
  lead: 'Every call to the office, what became of it, and why a text went out or did not.',
  list: 'Calls, newest first',
  empty: 'No calls yet',
  emptyBody: 'As soon as your phone system is connected, each call appears here when it ends.',
  nothingFound: 'No calls match these filters',
  nothingFoundBody: 'Remove one of them to see more.',
  caller: 'Caller',
  line: 'Line',
  what: 'What happened',
  done: 'Done about it',
  verdict: 'Text',
  time: 'Time',
  texted: 'Texted',
  notTexted: 'No text',
  held: 'Held',
  moreLoading: 'Loading older calls',
  failedToLoad: 'The calls could not be read',
  gap(from: number, to: number | null, now: number): string {
    const begin = time.past(from, now)
    if (to === null) return `Not connected to the phone system since ${begin}: calls are not seen`
    const end = dates.daysAway(from, to) === 0 ? dates.clockTime(to) : time.past(to, now)
    return `Not connected to the phone system from ${begin} to ${end}: calls in that time were not seen`
  },
  outcome: { answered: 'Answered', missed: 'Missed', outbound: 'You called' },
  reasons: {
    'no-answer': 'Nobody picked up',
    abandoned: 'The caller hung up',
    busy: 'Busy or declined',
    unavailable: 'No phone could be reached',
    voicemail: 'Went to voicemail',
    unattended: 'No phone was called',
  } satisfies Record<MissedReason, string>,

  filters: {
    label: 'Filter calls',
    search: 'Name or number',
    clearSearch: 'Clear search',
    kind: 'Which calls',
    kinds: {
      all: 'All calls',
      missed: 'Missed',
      untexted: 'Missed, not texted',
      answered: 'Answered',
      outbound: 'You called',
    },
    reason: 'Reason',
    anyReason: 'Any reason',
    line: 'Line',
    anyLine: 'Any line',
    phone: 'Phone',
    anyPhone: 'Any phone',
    when: 'When',
    whens: {
      any: 'Any time',
      today: 'Today',
      yesterday: 'Yesterday',
      week: 'Last 7 days',
      month: 'Last 30 days',
      days: 'Choose days…',
    },
    from: 'From',
    to: 'To',
    clear: 'Clear filters',
  },

  after: {
    planned: 'A text is on its way',
    texted: (at: number, now: number) => `Texted ${time.past(at, now)}`,
    hadText: 'Had a text already',
    wrote: (at: number, now: number) => `wrote back ${time.past(at, now)}`,
    wroteOnly: (at: number, now: number) => `They wrote ${time.past(at, now)}`,
    calledBack: (at: number, now: number) => `called back ${time.past(at, now)}`,
    tried: (at: number, now: number) => `called back ${time.past(at, now)}, no answer`,
    reachedUs: (at: number, now: number) => `called again ${time.past(at, now)} and was answered`,
    nothing: 'Nothing yet',
  },

  detail: {
    region: 'About this call',
    close: 'Close',
    open: 'Open conversation',
    story: 'What happened',
    after: 'What was done about it',
    legs: 'Who rang',
    noLegs: 'No phone was called.',
    legsHow: {
      answered: 'picked up',
      cancelled: 'rang until the caller was gone',
      'no-answer': 'rang, nobody picked up',
      busy: 'was busy',
      declined: 'declined',
      unreachable: 'could not be reached',
      elsewhere: 'stopped when somebody else took the call',
      unknown: 'unknown',
    } satisfies Record<CallLegView['how'], string>,
    legSpan: (from: number, to: number) => `${dates.clockSeconds(from)} – ${dates.clockSeconds(to)}`,
    seconds: (ms: number) => `${number(Math.round(ms / 1000))} s`,
    callSpan: 'The whole call',
    why: 'Why a text, or why not',
    step: (position: number) => `Text ${number(position)}`,
    stages: { 'call-ended': 'When the call ended', sending: 'Before sending' },
    noDecision: 'No decision was needed: the office made this call.',
    decisionUnknown: 'Ringback kept no reason for this call.',
    facts: 'What Ringback knew',
    verdicts: { text: 'Text', skip: 'No text', hold: 'Wait' },
    loading: 'Reading the call',
    textedAt: 'Texted',
    wroteAt: 'Wrote back',
    talked: { office: 'You called back', caller: 'They called again' },
    triedAt: 'You called, nobody answered',
  },

  facts: {
    number: {
      valid: 'The number is a real one',
      withheld: 'The number was withheld',
      short: 'The number is one of the office’s own phones',
      invalid: 'The number does not exist',
    },
    withheld: 'The caller did not want the number to be seen',
    country: (country: string) => `It belongs to ${region(country)}`,
    own: 'It is one of the office’s own lines',
    blocked: 'The contact was blocked',
    landline: 'It was known to be a landline',
    optedOut: 'They wanted no texts',
    optOutAsked: 'They may have asked for no more texts',
    mayText: 'Nobody had asked for no texts',
    textingOff: 'Texting was not set up',
    paused: {
      staff: 'Automatic texts were paused by you',
      brake: 'Ringback had paused itself',
      restore: 'Automatic texts were paused by a restore',
    },
    live: 'They were in a call at that moment',
    liveUnknown: 'It was not known who was in a call',
    notLive: 'They were in no call at that moment',
    office: { open: 'The office was open', closed: 'The office was closed', break: 'The office had a break' },
    opensAt: (at: number, now: number) =>
      at > now ? `it opens ${time.upcoming(at, now)}` : `it opened ${time.past(at, now)}`,
    otherFollowUp: (at: number, now: number) =>
      `An earlier call was being answered by texts since ${time.past(at, now)}`,
    automatic: (count: number) =>
      count === 0
        ? 'No automatic text in the seven days before'
        : `${plural(count, 'automatic text', 'automatic texts')} in the seven days before`,
    staffWrote: (at: number, now: number) => `You had written to them ${time.past(at, now)}`,
    spoke: (at: number, now: number) => `You had talked with them ${time.past(at, now)}`,
    replied: (at: number, now: number) => `They had written ${time.past(at, now)}`,
  },

  textAnyway: {
    button: 'Text them after all',
    title: (who: string) => `Text ${who}`,
    lead: 'What Ringback would have written. It goes out as your own text, and no automatic ones follow.',
    label: 'Text',
    send: 'Send text',
    cancel: 'Cancel',
    sent: (who: string) => `Text to ${who} on its way`,
    refused: 'This caller is not texted',
  },

  export: {
    button: 'Export',
    running: (count: number) => `${plural(count, 'call', 'calls')} written…`,
    stop: 'Stop',
    done: (count: number, file: string) => `${plural(count, 'call', 'calls')} saved to ${file}`,
    headings: [
      'Date and time',
      'Kind',
      'Name',
      'Number',
      'Line',
      'What happened',
      'Decision about a text',
      'Texted',
      'Wrote',
      'Talked with',
    ],
  },
}
