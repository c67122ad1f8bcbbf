/** Where the window's own pages are. */
export const appOrigin = 'app://ringback'
