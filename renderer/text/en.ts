/**
 * Every word the window shows, in English. A second language is a second file with the same members. Sentences address a
 * receptionist: no jargon outside the phone-system form, and each trouble comes with what to do about it.
 */
import type {
  CallBackPhase,
  CallBackView,
  ConversationTab,
  MessageState,
  PhonePermission,
} from '../../electron/contract/view-models.ts'
import * as dates from './dates.ts'

const numbers = new Intl.NumberFormat('en')

function plural(count: number, one: string, many: string): string {
  return `${numbers.format(count)} ${count === 1 ? one : many}`
}

const units = { now: 'now', min: 'min', h: 'h', d: 'd' }

export const text = {
  app: {
    name: 'Ringback',
    noBridge: 'This page is not running inside Ringback.',
    noBridgeRemedy: 'Open the Ringback app instead.',
    demoName: 'Demo office',
    demoExplained: 'Nobody here is real and no text leaves this PC',
    leaveDemo: 'Leave the demo',
    openingDemo: 'Opening the demo office…',
    rail: 'Main',
    inbox: 'Inbox',
    calls: 'Calls',
    settings: 'Settings',
    needReply: (count: number) => `${plural(count, 'conversation needs', 'conversations need')} a reply`,
    close: 'Close',
    dismiss: 'Dismiss',
    tryAgain: 'Try again',
    undo: 'Undo',
    copy: 'Copy',
    copied: 'Copied',
    save: 'Save',
    saved: 'Saved',
    savedLater: 'Kept here, saved when Ringback is back',
    loading: 'Loading',
  },

  time: {
    today: 'Today',
    yesterday: 'Yesterday',
    waited(since: number, now: number): string {
      const { amount, unit } = dates.waited(since, now)
      return unit === 'now' ? units.now : `${amount} ${units[unit]}`
    },
    waiting(since: number, now: number): string {
      const { unit } = dates.waited(since, now)
      return unit === 'now' ? 'waiting since just now' : `waiting for ${text.time.waited(since, now)}`
    },
    /** Heading of a day in a conversation or the list of calls. */
    day(at: number, now: number): string {
      const away = dates.daysAway(at, now)
      if (away === 0) return text.time.today
      if (away === -1) return text.time.yesterday
      if (away > -7 && away < 0) return dates.weekday(at)
      return `${dates.shortWeekday(at)} ${dates.shortDate(at, now)}`
    },
    /** The least that tells when in a list row: a time today, a weekday this week, else a date. */
    short(at: number, now: number): string {
      const away = dates.daysAway(at, now)
      if (away === 0) return dates.clockTime(at)
      return away > -7 && away < 0 ? dates.shortWeekday(at) : dates.shortDate(at, now)
    },
    /** A moment to come, inside a sentence: `today 12:42`, `tomorrow 09:00`, `Mon 09:00`. */
    upcoming(at: number, now: number): string {
      const away = dates.daysAway(at, now)
      const clock = dates.clockTime(at)
      if (away === 0) return `today ${clock}`
      if (away === 1) return `tomorrow ${clock}`
      return away > 1 && away < 7 ? `${dates.shortWeekday(at)} ${clock}` : `${dates.shortDate(at, now)}, ${clock}`
    },
    /** A moment gone by, inside a sentence: `10:02`, `yesterday 10:02`, `Nov 3, 10:02`. */
    past(at: number, now: number): string {
      const away = dates.daysAway(at, now)
      if (away === 0) return dates.clockTime(at)
      return away === -1 ? `yesterday ${dates.clockTime(at)}` : `${dates.shortDate(at, now)}, ${dates.clockTime(at)}`
    },
    since: (at: number, now: number) => `since ${text.time.past(at, now)}`,
    /** When something last was, inside a sentence: `today 10:12`, `yesterday 10:12`, `4 Mar`. */
    last(at: number, now: number): string {
      const away = dates.daysAway(at, now)
      if (away === 0) return `today ${dates.clockTime(at)}`
      if (away === -1) return `yesterday ${dates.clockTime(at)}`
      return dates.shortDate(at, now)
    },
    /** How long a call has rung or lasted. */
    elapsed(ms: number): string {
      const seconds = Math.max(0, Math.floor(ms / 1000))
      return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`
    },
  },

  inbox: {
    list: 'Conversations',
    search: 'Search people, numbers, texts',
    clearSearch: 'Clear search',
    tabs: { 'needs-reply': 'Needs reply', waiting: 'Waiting', done: 'Done', all: 'All' } satisfies Record<
      ConversationTab,
      string
    >,
    missed: (count: number) => (count > 1 ? `Missed ×${numbers.format(count)}` : 'Missed'),
    failed: 'Text failed',
    optedOut: 'No texts',
    live: 'Calling now',
    unread: 'unread',
    autoSent: (sent: number, steps: number) => `Auto ${sent} of ${steps}`,
    autoAnswered: (step: number) => `Answered Auto ${step}`,
    nextAuto: (at: number, now: number) =>
      `Auto text ${dates.daysAway(at, now) === 0 ? dates.clockTime(at) : text.time.upcoming(at, now)}`,
    you: 'You:',
    auto: 'Auto:',
    moreLoading: 'Loading more conversations',
    empty: {
      'needs-reply': {
        title: 'Nobody waits for an answer',
        body: 'When a caller you missed writes back, they appear here, the one who waits longest first.',
      },
      waiting: {
        title: 'Nobody to wait for',
        body: 'People who were texted or answered, and have not written back yet, stand here.',
      },
      done: {
        title: 'Nothing is done yet',
        body: (singleKeys: boolean) =>
          `Press ${singleKeys ? 'E, or ' : ''}Done in a conversation, once it needs nothing more. A new reply brings it back.`,
      },
      all: {
        title: 'No conversations yet',
        body: 'A call that nobody picks up starts one: Ringback texts the caller and the reply arrives here.',
      },
    } satisfies Record<ConversationTab, { title: string; body: string | ((singleKeys: boolean) => string) }>,
    notConnected: 'Your phone system is not connected yet, so no calls can be seen.',
    connect: 'Connect your phone system',
    nothingFound: 'Nothing found',
    nothingFoundBody: (query: string) => `No name, number or text matches “${query}”.`,
    failedToLoad: 'The conversations could not be read',
  },

  conversation: {
    region: 'Conversation',
    timeline: 'Calls and texts',
    choose: 'Choose a conversation',
    chooseBody: 'Calls and texts with one person stand together, in the order they happened.',
    details: 'Details',
    hideDetails: 'Hide details',
    done: 'Done',
    reopen: 'Reopen',
    markedDone: (who: string) => `${who} marked done`,
    calledLine: (line: string) => `called ${line}`,
    newBelow: 'New message below',
    missedCall: 'Missed call',
    answeredCall: 'Answered call',
    outboundAnswered: 'You called, and they answered',
    outboundMissed: 'You called, no answer',
    outboundFailed: 'You called, but it did not go out',
    whyText: 'Why a text?',
    whyNoText: 'Why no text?',
    whyHold: 'Why not yet?',
    decidedAt: (at: number) => `Decided at ${dates.clockTime(at)}`,
    auto: (number: number, of: number) => `Auto ${number} of ${of}`,
    autoPlain: 'Auto',
    elsewhere: 'Sent outside Ringback',
    afterCall: (seconds: number) =>
      seconds < 120 ? `${Math.round(seconds)} s after the call` : `${Math.round(seconds / 60)} min after the call`,
    states: {
      queued: 'Waiting to be sent',
      sending: 'Sending',
      sent: 'Sent',
      delivered: 'Delivered',
      failed: 'Not sent',
      check: 'Please check',
      cancelled: 'Not sent: cancelled',
      received: 'Received',
    } satisfies Record<MessageState, string>,
    dueAt: (at: number, now: number) => `Goes out ${text.time.upcoming(at, now)}`,
    pictures: (count: number) => plural(count, 'picture', 'pictures'),
    picture: (number: number, of: number) => (of === 1 ? 'Picture' : `Picture ${number} of ${of}`),
    openPicture: (number: number, of: number) => (of === 1 ? 'Open the picture' : `Open picture ${number} of ${of}`),
    pictureWaiting: 'Fetching the picture …',
    pictureUnreadable: 'This picture cannot be shown.',
    sendAgain: 'Send again',
    note: 'Note',
    nextText: (at: number, now: number) => `Next text ${text.time.upcoming(at, now)}`,
    nextTextSoon: 'Next text in a moment',
    sendNow: 'Send now',
    skip: 'Skip',
    stop: 'Stop',
    followUpBar: 'Automatic texts',
    failedToLoad: 'This conversation could not be read',
  },

  composer: {
    label: 'Message',
    placeholder: (who: string) => (who.length > 40 ? 'Write a message' : `Write to ${who}`),
    send: 'Send',
    bookingLink: 'Booking link',
    hint: 'Enter sends, Shift + Enter starts a new line',
    texts: (count: number) => plural(count, 'text', 'texts'),
    left: (count: number) => `${plural(count, 'character', 'characters')} left`,
    tooLong: (over: number) => `${plural(over, 'character', 'characters')} too long for one message`,
    blocked: 'No text can be written here',
  },

  contact: {
    region: 'Contact',
    name: 'Name',
    addName: 'Add a name',
    notes: 'Notes',
    notesPlaceholder: 'For your colleagues, never sent',
    withUs: 'With us',
    firstSeen: 'First call',
    calls: 'Calls',
    callCount: (calls: number, missed: number) =>
      missed === 0 ? numbers.format(calls) : `${numbers.format(calls)}, ${numbers.format(missed)} missed`,
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
  },

  health: {
    title: 'How Ringback is doing',
    well: 'All well',
    paused: 'Paused',
    look: 'Trouble',
    working: 'Connecting',
    off: 'Not set up',
    unknown: 'Starting',
    phoneSystem: 'Phone system',
    texting: 'Texting',
    inbox: 'Inbox on this PC',
    states: { ok: 'Working', working: 'Connecting', off: 'Not set up', trouble: 'Trouble' },
    automatic: 'Automatic texts',
    pause: 'Pause',
    pauseFor: 'Pause automatic texts',
    pauseChoices: { 30: '30 minutes', 60: '1 hour', null: 'Until I resume' },
    resume: 'Resume',
    pausedUntil: (until: number, now: number) => `No automatic texts until ${text.time.upcoming(until, now)}`,
    pausedOpen: 'No automatic texts until you resume',
    pausedByBrake: 'Unusually many automatic texts went out in a few minutes, so Ringback paused them',
    openSettings: 'Open settings',
    retryIn: (seconds: number) => (seconds > 0 ? `Next attempt in ${seconds} s.` : 'Trying again …'),
    tryNow: 'Try now',
    more: 'With more rights on the phone system',
    moreBody: 'Whoever looks after it can add these to the lines of Ringback’s user in manager.conf.',
    permissions: {
      call: ['read: call', 'the calls themselves'],
      agent: ['read: agent', 'who waits in a queue, and who gave up there'],
      dialplan: ['read: dialplan', 'whether a call ended in voicemail, a menu or an announcement'],
      reporting: ['write: reporting', 'what became of calls while the connection was gone'],
      originate: ['write: originate', 'calling back from this window'],
      system: ['write: system', 'less traffic, and the list of phones and trunks; not needed otherwise'],
    } satisfies Record<PhonePermission, [permission: string, adds: string]>,
    engineStopped: 'Ringback’s engine has stopped, so no calls are seen and no texts are sent',
    engineStarting: 'Ringback is starting',
    engineRemedy: 'It is started again by itself. If this stays, quit Ringback from the tray and open it again.',
  },

  callBack: {
    button: 'Call back',
    /** Begins with the words on the button, so that who says what they see is understood. */
    callWho: (who: string) => `Call back ${who}`,
    region: 'Call back',
    notConnected: 'Calling back needs the phone system, which is not connected right now.',
    notPermitted: 'The phone system does not let Ringback ring phones. Settings, Phone system say what to add.',
    already: (who: string) => `You are calling ${who} right now.`,
    phases: {
      'ringing-you': ({ phone, who }) => `Your phone ${phone} rings. Pick it up, and ${who} is called.`,
      'ringing-them': ({ who }) => `Calling ${who}…`,
      talking: ({ who }) => `You are talking with ${who}.`,
      ended: () => 'The call has ended.',
    } satisfies Record<CallBackPhase, (view: CallBackView) => string>,
    steps: { 'ringing-you': 'Your phone', 'ringing-them': 'Their phone', talking: 'Talking', ended: '' },
    atPhone: {
      'ringing-you': 'To stop, decline the call on your phone.',
      'ringing-them': 'To stop, hang up your phone.',
      talking: 'Hang up your phone to end the call.',
    },
    cancel: 'Cancel',
    hangUp: 'Hang up',
    again: 'Call again',
    settings: 'Settings',
    whichPhone: 'Which phone is yours?',
    whichPhoneLead:
      'Ringback rings it first. Once you pick it up, the other person is called. You can change it in Settings.',
    chooseOne: 'Choose your phone.',
    chooseAndCall: 'Save and call',
    lead: 'Call back rings your own desk phone first. Once you pick it up, the other person is called.',
    myPhone: 'Your phone',
    otherPhone: 'Another phone',
    typeHelp: 'Its extension, such as 101, or its name in the phone system, such as PJSIP/101.',
    callerId: 'They see',
    callerIdAuto: (line: string | null) => (line === null ? 'Your main line' : `Your main line (${line})`),
    callerIdNone: 'Whatever the phone system shows',
    dialling: 'How numbers are dialled',
    form: 'Numbers are dialled as',
    formAuto: (example: string | null) =>
      example === null ? 'The phone system is asked' : `As your office dials: ${example}`,
    forms: {
      'country-code': '1 212 555 0142: with country code',
      national: '212 555 0142: as within the country',
      e164: '+1 212 555 0142: with a plus sign',
    },
    context: 'Context in the phone system',
    contextHelp: 'Empty: that of your phone. Your PBX person knows it.',
    badContext: 'Letters, digits, dot, dash and underscore only.',
    prefix: 'Prefix',
    prefixHelp: 'For an outside line, such as 9.',
    badPrefix: 'Digits, * and # only, six at most.',
    howTitle: 'How it works',
    how: [
      'You press Call back, or the key C.',
      'Your phone rings. Pick it up.',
      'The other person’s phone rings, and shows your office’s number.',
    ],
    atPhoneOnly:
      'Where there is no Cancel button, the phone system does not let Ringback hang up: do it at your phone.',
  },

  live: {
    region: 'Calls right now',
    ringing: 'Ringing now',
    waiting: 'Waiting in line',
    quiet: 'No calls right now',
    onPhone: 'On the phone',
    with: (phones: string[]) =>
      phones.length === 0 ? '' : `with ${new Intl.ListFormat('en', { style: 'long' }).format(phones)}`,
    open: 'Open conversation',
    more: (count: number) => `and ${numbers.format(count)} more`,
    rings: (phones: string[]) =>
      phones.length === 0 ? '' : `rings ${new Intl.ListFormat('en', { style: 'long' }).format(phones)}`,
  },

  calls: {
    title: 'Calls',
    lead: 'Every call to the office, what became of it, and why a text went out or did not.',
    empty: 'No calls yet',
    emptyBody: 'As soon as your phone system is connected, each call appears here when it ends.',
    caller: 'Caller',
    line: 'Line',
    what: 'What happened',
    verdict: 'Text',
    time: 'Time',
    texted: 'Texted',
    notTexted: 'No text',
    held: 'Held',
    older: 'Show older calls',
    failedToLoad: 'The calls could not be read',
    gap(from: number, to: number | null, now: number): string {
      const begin = text.time.past(from, now)
      if (to === null) return `Not connected to the phone system since ${begin}: calls are not seen`
      const end = dates.daysAway(from, to) === 0 ? dates.clockTime(to) : text.time.past(to, now)
      return `Not connected to the phone system from ${begin} to ${end}: calls in that time were not seen`
    },
    outcome: { answered: 'Answered', missed: 'Missed', outbound: 'You called' },
  },

  keys: {
    title: 'Keyboard shortcuts',
    groups: { move: 'Move', act: 'Do', find: 'Find' },
    neighbours: 'Next, previous conversation',
    next: 'Next conversation',
    previous: 'Previous conversation',
    open: 'Go to the conversation',
    done: 'Mark done, or reopen',
    reply: 'Write a reply',
    callBack: 'Call back',
    search: 'Search',
    help: 'Keyboard shortcuts',
    leave: 'Back to the list',
    single: 'Single-key shortcuts',
    singleHelp: 'Letters and signs pressed alone. Turn them off if they get in your way, as with voice control.',
    ctrl: 'Ctrl',
  },

  setup: {
    welcome: 'Welcome to Ringback',
    welcomeLead:
      'When nobody can pick up, Ringback texts the caller within seconds and brings the reply to this window.',
    connectTitle: 'Connect your phone system',
    connectBody:
      'For an office with its own Asterisk phone system. Takes about ten minutes, and you can stop anywhere.',
    demoTitle: 'Try the demo office',
    demoBody: 'A made-up office with made-up callers. No account, no internet, nothing to set up.',
    demoGo: 'Try the demo office',
    skip: 'Skip, I will do this later',
    lead: 'About ten minutes. You can stop anywhere and come back.',
    steps: { phone: 'Your phone system', texting: 'Texting', message: 'Your first text' },
    stepsLabel: 'Steps',
    noPhone: 'No phone system at hand?',
    check: 'Check',
    checkAgain: 'Check again',
    checking: 'Checking…',
    saveWaits: 'You can save once the check is over.',
    unsaved: 'This is as you left it, and not saved yet.',
    discard: 'Discard',
    isItRight: 'Is it right?',
    notChecked: 'Press Check and Ringback tries it out right away. Nothing is changed.',
    saveNext: 'Save and continue',
    saveStart: 'Save and start',
    show: 'Show',
    hide: 'Hide',
    keepStored: 'Stored. Leave empty to keep it.',
    required: 'This is needed.',
    phone: {
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
    },
    texting: {
      title: 'Connect texting',
      lead: 'Texts leave through your own Twilio account, from a number your callers can write back to.',
      way: 'How texts leave',
      ways: { twilio: 'Through Twilio', asterisk: 'Through our own phone system' },
      own: {
        lead: 'Texts leave through your own phone system, whose provider must carry them. No text service is needed.',
        trunk: 'Your trunk',
        trunkHelp: 'As the phone system calls the way to your provider, like PJSIP/trunk.',
        trunksSeen: (trunks: string[]) => `Ringback has seen ${new Intl.ListFormat('en').format(trunks)}.`,
        numbers: 'How your provider wants numbers',
        styles: { plus: 'With a plus: +15305550141', digits: 'Digits only: 15305550141' },
        /** The check's own names for what it tries (telephony/sms/asterisk/check.ts). */
        checks: ['Send texts', 'Your trunk', 'Receive texts', 'Texts while Ringback is off'],
        limits: 'What such texts cannot do',
        limitList: [
          'Nobody learns whether a text arrived: “Sent” is the last word.',
          'If the connection breaks in the very moment of sending, you are asked to check that text.',
          'Up to 756 plain characters, fewer with emoji; no pictures.',
        ],
        forPerson: 'For your PBX person',
        steps: (context: string) => [
          'Your provider must take texts as SIP MESSAGE, and your Asterisk be 16.20, 18.6 or newer.',
          'In manager.conf, Ringback’s user: write = originate,reporting,message and read = call,agent,dialplan,user',
          `In pjsip.conf, the trunk’s endpoint: message_context = ${context}`,
          'In extensions.conf, the lines below; then reload all three.',
        ],
      },
      sid: 'Account SID',
      token: 'Auth token',
      from: 'Your texting number',
      fromHelp: 'With country code, like +1 530 555 0100, or a messaging service (MG…).',
      other: 'Use an API key, or another provider than Twilio',
      key: 'API key',
      keyHelp: 'Leave empty to sign in with the auth token. A key can be withdrawn by itself.',
      keySecret: 'Secret of the API key',
      badKey: 'The SID of an API key starts with SK.',
      baseUrl: 'Address of a Twilio-compatible provider',
      baseUrlHelp: 'Leave empty for Twilio itself. SignalWire: https://SPACE.signalwire.com/api/laml',
      badUrl: 'An address starts with http:// or https://.',
      /** The check's own names for what it tries (telephony/sms/twilio/check.ts). */
      checks: ['Sign in to Twilio', 'Texting number', 'Registration with carriers', 'Automatic answers'],
      suspect: {
        accountSid: 'This account and token were not accepted.',
        apiKey: 'This key and its secret were not accepted.',
        authToken: 'This account and token were not accepted.',
        from: 'No texts can be sent from this number.',
        trunk: 'The phone system has no such trunk.',
        baseUrl: 'Something else answers here.',
      },
      where: 'Where to find these',
      whereSteps: [
        'Sign in at twilio.com and open the Console.',
        'Account SID and Auth Token stand on its first page, under Account Info.',
        'Your number stands under Phone Numbers, Active numbers. It must be allowed to send texts.',
      ],
      kept: 'The token is kept on this PC only.',
    },
    message: {
      title: 'Your first text',
      lead: 'This goes to a caller whom nobody could answer. Say who you are; they may not have saved your number.',
      business: 'Name of your business',
      businessHelp: 'As callers know it.',
      booking: 'Booking link',
      bookingHelp: 'Optional. Where people can book by themselves.',
      badUrl: 'A link starts with https://.',
      enabled: 'Text missed callers automatically',
      delay: 'Send it after',
      delayUnit: 'seconds',
      badDelay: 'A whole number from 0 to 300.',
      delayHelp: 'Wait this long in case they call again (0 to 300).',
      template: 'Text',
      fields: 'Insert',
      fieldNames: {
        business: 'business name',
        caller: 'caller’s name',
        line: 'line',
        bookingLink: 'booking link',
      },
      preview: 'How it looks on their phone',
      previewLater: 'Shown once the text is right.',
      sampleCaller: 'Pat',
      sampleLine: 'Main line',
      sampleBusiness: 'Your business',
    },
    failed: 'This could not be saved',
  },

  texts: {
    lead: 'Up to three texts for one missed call. They stop as soon as the caller replies, or somebody speaks with them.',
    steps: { first: 'First text', second: 'Second text', third: 'Third text' },
    send: { first: 'Send after', second: 'Send after', third: 'Send the next morning at' },
    sendStep: {
      first: 'Send after: the first text',
      second: 'Send after: the second text',
      third: 'Send the next morning at: the third text',
    },
    off: 'off',
    delay: 'Send the first text after',
    secondAfter: 'Send the second text after',
    thirdAt: 'Send the third text the next morning at',
    minutes: 'minutes',
    badMinutes: 'A whole number from 1 to 1440.',
    badTime: 'Fill in the time.',
    whenClosed: 'While you are closed:',
    closedChoices: { 'at-once': 'at once, without booking link', hold: 'when you open' },
    other: 'Other words when you are closed or on a break',
    states: { usual: 'Text', closed: 'When you are closed', break: 'On a break' },
    likeUsual: 'Like the usual text',
    likeOffice: 'Like the office’s',
    perLine: 'Other words for one of your lines',
    perLineHelp: 'What you leave empty is as for the whole office.',
    noLines: 'Lines get their names under Phone system, Lines and phones. Each can then have texts of its own.',
    finePoints: 'Fine points',
    addOptOut: 'Say how to opt out in every text',
    addOptOutHelp: 'Added at the end where a text does not name STOP. Carriers expect it.',
    plainPunctuation: 'Use plain quotes and dashes where that saves a text',
    plainPunctuationHelp: 'One curly quote can make a text cost twice as much.',
    field: (step: string, state: string) => `${step}: ${state.charAt(0).toLowerCase()}${state.slice(1)}`,
  },

  hours: {
    lead: 'When you are open decides which text a caller gets and when the next morning’s text goes out.',
    timeZone: 'Time zone of the office',
    badZone: 'Choose a time zone from the list, such as America/Chicago.',
    week: 'Opening hours',
    days: {
      mon: 'Monday',
      tue: 'Tuesday',
      wed: 'Wednesday',
      thu: 'Thursday',
      fri: 'Friday',
      sat: 'Saturday',
      sun: 'Sunday',
    },
    closed: 'Closed',
    to: 'to',
    from: (day: string, number: number) => `${day}, opening ${number}: from`,
    until: (day: string, number: number) => `${day}, opening ${number}: to`,
    addBlock: 'Add hours',
    addBlockOn: (day: string) => `Add hours: ${day}`,
    removeBlock: (day: string, number: number) => `Remove opening ${number}: ${day}`,
    copy: 'Same until Friday',
    overnight: 'next day',
    problems: {
      time: 'Fill in both times.',
      nothing: 'These hours end when they begin. For a whole day, enter midnight to midnight.',
      overlap: 'Two of these overlap.',
      'next-day': 'This lasts into the hours of the next day.',
      'too-many': 'That is more than Ringback can keep for one day.',
      date: 'Fill in the date.',
      backwards: 'The last day is before the first.',
      twice: 'One of these days is in another exception already.',
      'too-long': 'That is longer than a year: change the week instead.',
    },
    exceptions: 'Holidays and other exceptions',
    exceptionsHelp: 'Days that are not like the rest of the week.',
    addException: 'Add an exception',
    exception: (number: number) => `Exception ${number}`,
    firstDay: 'First day',
    lastDay: 'Last day',
    exceptionName: 'What it is',
    exceptionHint: 'Thanksgiving',
    closedAllDay: 'Closed all day',
    removeException: (name: string) => `Remove ${name}`,
    meaning: 'What this means',
    states: { open: 'You are open now.', closed: 'You are closed now.', break: 'You are on a break now.' },
    opens: (when: string) => `You open again on ${when}.`,
    never: 'You never open: no text would go out the next morning.',
    morning: (when: string) => `The next morning’s text to somebody who calls now would go out on ${when}.`,
    meaningLater: 'Shown once the hours are right.',
    quiet: {
      title: 'When callers may be texted',
      usual: (from: string, to: string) => `From ${from} to ${to}, where the caller is`,
      strict: 'The same, and stricter where a caller’s state asks for it',
      own: 'Hours of my own',
      from: 'From',
      to: 'To',
      byState: 'Also keep to what a caller’s state asks for',
      bad: 'The second time must be later than the first.',
      how: 'How Ringback knows where a caller is',
      howSteps: [
        'The area code tells the time zone. Where it lies in two, a text must be allowed in both.',
        'Toll-free and other numbers of no place: it must be allowed in every time zone of the country.',
        'A number from abroad goes by the time zones of its country.',
      ],
      statesTitle: (count: number) => `${count} states with stricter rules`,
      madeOn: (date: string) => `As of ${date}. A help for good manners, no legal advice.`,
      none: 'no texts',
      days: { weekdays: 'Mon–Fri', saturday: 'Sat', sunday: 'Sun', workweek: 'Mon–Sat', daily: 'every day' },
      noHolidays: 'no texts on holidays',
    },
  },

  settings: {
    title: 'Settings',
    sections: {
      phone: 'Phone system',
      texting: 'Texting',
      texts: 'Business and texts',
      hours: 'Business hours',
      calling: 'Calling back',
      about: 'About',
    },
    phoneTitle: 'Phone system',
    textingTitle: 'Texting',
    saved: 'Saved. Ringback uses it from now on.',
    phoneTabs: { connection: 'Connection', parties: 'Lines and phones' },
  },

  parties: {
    lead: 'What Ringback has found out by itself. If something is wrong, put it right here: it counts from the next call on.',
    noList:
      'Ringback may not read the phone system’s own list, so phones and trunks appear here once they are used. To have all of them at once, add system to the user’s write line in manager.conf.',
    outside: 'Lines outside (trunks)',
    outsideHelp: 'Only calls that come in here can be missed calls.',
    inside: 'Desk phones',
    insideHelp: 'Calls from here are the office’s own and are never answered by a text.',
    lines: 'Your numbers',
    linesHelp: 'The numbers that people dial to reach you. The name stands wherever a call is shown, and in texts.',
    empty: 'Nothing seen yet',
    emptyBody: 'Call your office once and it appears here.',
    leads: (endpoint: string) => `Where ${endpoint} is`,
    side: { outside: 'Outside', inside: 'Inside' },
    because: (why: string[]) => `Because ${new Intl.ListFormat('en').format(why)}.`,
    noReason: 'Nothing tells yet, so it is taken for a desk phone.',
    unsure: 'Not sure yet',
    chosen: 'Your choice',
    toldOutside: (endpoint: string) => `${endpoint} is a line outside, from the next call on.`,
    toldInside: (endpoint: string) => `${endpoint} is a desk phone, from the next call on.`,
    toldGuess: (endpoint: string) => `Ringback decides about ${endpoint} by itself again.`,
    lineName: (number: string) => `Name of ${number}`,
    addName: 'Give it a name, like Main line',
    lineCalls: (calls: number, last: number | null, now: number) =>
      last === null ? 'No call yet' : `${plural(calls, 'call', 'calls')}, last ${text.time.last(last, now)}`,
    lineSince: (first: number, now: number) => `First seen ${text.time.last(first, now)}`,
    failedToLoad: 'Lines and phones could not be read',
  },

  about: {
    title: 'About Ringback',
    lead: 'The missed-call inbox for the front desk.',
    version: 'Version',
    runtime: 'Runtime',
    electron: (version: string) => `Electron ${version}`,
    standIn: (version: string) => `Stand-in runtime, Electron ${version}`,
    standInNote:
      'This copy runs on the older development runtime, because the current one could not be downloaded here. It is for development and tests, never for daily work in an office.',
    chromium: 'Chromium',
    node: 'Node',
    profile: 'Profile',
    profiles: { office: 'Your office', demo: 'Demo office' },
    data: 'Data folder',
    logs: 'Log folder',
    openLogs: 'Open log folder',
    keys: 'Keyboard shortcuts',
  },
}
