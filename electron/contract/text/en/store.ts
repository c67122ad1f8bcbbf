type Problem = readonly [message: string, remedy: string]

/** What can be wrong with the inbox file on this PC. */
export const store = {
  damaged: (file) => [
    `The inbox file ${file} is damaged and cannot be read.`,
    'Nothing was changed in it. Quit Ringback, move it away with the -wal and -shm files beside it (keep them), put a copy from the backups folder in its place and start again.',
  ],
  newer: (file) => [
    `The inbox file ${file} was made by a newer version of Ringback.`,
    'Install the newest version of Ringback on this PC. The file was left as it is.',
  ],
  inUse: (file) => [
    `Another Ringback is already working with the inbox file ${file}.`,
    'Use the Ringback that is already running, or quit it first.',
  ],
  held: (file) => [
    `Another program keeps Ringback from writing to its inbox file ${file}.`,
    'A virus scanner or a backup program may be at it. Ringback tries again by itself.',
  ],
  notWritable: (file) => [
    `Ringback cannot write to its inbox file ${file}.`,
    'Check that the disk is not full and that your user may write to this folder.',
  ],
} satisfies Record<string, (file: string) => Problem>

/** The same where everybody reads it, and who looks for the file is told elsewhere (Settings → About). */
export const storePlainly = {
  held: [
    'Another program keeps Ringback from storing calls and texts.',
    'A virus scanner or a backup program may be at it. Ringback tries again by itself.',
  ],
  notWritable: [
    'Ringback cannot store calls and texts.',
    'Check that the disk is not full and that your user may write to the data folder (Settings → About names it).',
  ],
} satisfies Record<string, Problem>
