export const settings = {
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
}
