/** "Watch only": everything is judged and shown, and nothing goes out by itself. */
export const watchOnly = {
  name: 'Watch only',
  all: 'Ringback shows what it would text, and sends nothing by itself.',
  some: 'For some of your lines Ringback sends nothing by itself.',
  settings: 'Change',
  turnOn: 'Watch only: send nothing by itself',
  turnOff: 'End watch only: send automatic texts again',
  would: 'Would have texted:',
  wouldAt: (words: string) => `Would have texted: ${words}`,
  now: 'Watch only for now',
  nowHelp:
    'Every missed call shows what would have been texted, and nothing goes out by itself. You can still write by hand.',
  how: [
    'Every missed call shows why it would be texted, or would not, and in which words.',
    'Nothing is sent until you connect texting here.',
    'The window and the tray icon say that calls are only watched.',
  ],
  line: (number: string) => `Watch only: ${number}`,
}
