export const about = {
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
}
