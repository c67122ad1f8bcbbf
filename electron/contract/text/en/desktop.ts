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
  well: 'All well',
  starting: 'Starting',
  resume: 'Resume automatic texts',
  pauseHalf: 'Pause automatic texts for 30 minutes',
  pauseHour: 'Pause for 1 hour',
  pauseOpen: 'Pause until I resume',
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
    notRunning: 'The engine is not running yet.',
    notStarted: 'Ringback’s engine could not start.',
    startAgain: 'Start Ringback again; the log says what went wrong.',
  },
  logFolder: 'The log folder could not be opened.',
  badLink: 'Ringback opens web, phone and mail addresses only.',
  strangePage: 'This page may not ask for anything.',
  unknownRequest: 'Ringback does not know this request.',
  incomplete: 'The request is not complete.',
  failed: 'Ringback could not do that.',
  seeLog: 'Try again; the log says what went wrong.',
}
