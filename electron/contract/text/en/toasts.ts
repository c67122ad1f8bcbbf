/** Notifications of the desktop. */
export const toasts = {
  trouble: {
    phoneSystem: 'Ringback does not see your calls',
    texting: 'Ringback cannot send texts',
    engine: 'Ringback is not working',
  },
  mended: 'Ringback works again',
  well: 'Calls are seen and texts go out.',
  missed: (from: string) => `Missed call: ${from}`,
  noText: (reason: string) => `No text was sent. ${reason}`,
  closed: 'Ringback keeps watching your calls',
  closedBody: 'It stays in the tray. Quit it there if you want it to stop.',
  reply: 'Reply',
}
