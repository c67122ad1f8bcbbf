import { plural } from './plural.ts'

/** The tray, the menu, and what main says where the engine cannot. */
export const desktop = {
  demo: 'Demo office',
  open: (name: string) => `Open ${name}`,
  waiting: (count: number) =>
    count === 0
      ? 'Nobody waits for a reply'
      : plural(count, 'conversation needs a reply', 'conversations need a reply'),
  paused: 'Automatic texts are paused',
  watchOnly: 'Watch only: nothing goes out by itself',
  watchSome: 'Some lines are watched only',
  well: 'All well',
  starting: 'Starting',
  resume: 'Resume automatic texts',
  pauses: {
    30: 'Pause automatic texts for 30 minutes',
    60: 'Pause for 1 hour',
    tomorrow: 'Pause until tomorrow',
    null: 'Pause until I resume',
  },
  quit: 'Quit (missed calls are no longer texted)',
  menu: {
    file: 'File',
    quit: 'Quit Ringback',
    edit: 'Edit',
    undo: 'Undo',
    redo: 'Redo',
    cut: 'Cut',
    copy: 'Copy',
    paste: 'Paste',
    selectAll: 'Select all',
    view: 'View',
    resetZoom: 'Actual size',
    zoomIn: 'Zoom in',
    zoomOut: 'Zoom out',
    fullScreen: 'Full screen',
    window: 'Window',
    minimize: 'Minimize',
    close: 'Close',
  },
  engine: {
    starting: 'Ringback’s engine is starting.',
    soon: 'It will be there in a moment.',
    noAnswer: 'Ringback’s engine did not answer in time.',
    again: 'Try again.',
    stopped: 'Ringback’s engine stopped.',
    hasStopped: 'Ringback’s engine has stopped.',
    restarts: (seconds: number) =>
      `Ringback’s engine stopped. It starts again in ${seconds} s; nothing that was stored is lost.`,
    hung: (silent: number, seconds: number) =>
      `Ringback’s engine gave no sign of life for ${silent} s and was ended. It starts again in ${seconds} s; nothing that was stored is lost.`,
    notRunning: 'The engine is not running yet.',
    notStarted: 'Ringback’s engine could not start.',
    startAgain: 'Start Ringback again; the log says what went wrong.',
  },
  /** Names for files that are suggested; a day as YYYY-MM-DD sorts in any language. */
  files: {
    calls: (day: string) => `Ringback calls ${day}`,
    contacts: (day: string) => `Ringback contacts ${day}`,
    importReport: (day: string) => `Ringback import ${day}`,
    settings: (day: string) => `Ringback settings ${day}`,
    overview: (day: string) => `Ringback overview ${day}`,
  },
  spelling: { add: 'Add to dictionary', none: 'No other spelling known' },
  logFolder: 'The log folder could not be opened.',
  badLink: 'Ringback opens web, phone and mail addresses only.',
  strangePage: 'This page may not ask for anything.',
  unknownRequest: 'Ringback does not know this request.',
  incomplete: 'The request is not complete.',
  failed: 'Ringback could not do that.',
  seeLog: 'Try again; the log says what went wrong.',
  exportStopped: 'The export was stopped; no file was made.',
  diskFull: 'The disk is full.',
  makeRoom: 'Make room or choose another place.',
  notWritten: 'The file could not be written there.',
  otherPlace: 'Close it elsewhere, or choose another place.',
}
