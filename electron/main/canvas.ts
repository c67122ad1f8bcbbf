/** The window's ground before its page is drawn: the page's own (`--canvas`), so that nothing flashes. */
export const canvas = { light: '#efede9', dark: '#121211' }
