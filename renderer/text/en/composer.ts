import { plural } from './plural.ts'

export const composer = {
  label: 'Message',
  placeholder: (who: string) => (who.length > 40 ? 'Write a message' : `Write to ${who}`),
  send: 'Send',
  bookingLink: 'Booking link',
  hint: 'Enter sends, Shift + Enter starts a new line',
  texts: (count: number) => plural(count, 'text', 'texts'),
  left: (count: number) => `${plural(count, 'character', 'characters')} left`,
  tooLong: (over: number) => `${plural(over, 'character', 'characters')} too long for one message`,
  to: 'to',
  toNumber: 'Number that the text goes to',
  blocked: 'You cannot text here',
}
