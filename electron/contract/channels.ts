/** The two channels between a window and main. */
export const requestChannel = 'ringback:request'
export const eventChannel = 'ringback:event'
