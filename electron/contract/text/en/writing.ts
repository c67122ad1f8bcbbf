import { plural } from './plural.ts'

/** What is wrong with a template, or good to know before it is sent: said while somebody writes. */
export const writing = {
  unknownField: (name: string) => `The text has a field that Ringback does not know: {${name}}.`,
  emptyField: (name: string) =>
    `The text uses {${name}}, which is empty. Give other words for then: {${name}|your words}.`,
  looseBrace: 'The text has a brace that belongs to no field. Fields look like {business}.',
  empty: 'The text says nothing.',
  tooLong: 'The text is too long.',
  change: 'Change the text and save again.',
  noBusiness: 'The first text must say who writes: give the name of your office.',
  businessInFront: 'Your office’s name is put in front, so that people know who writes.',
  optOutAdded: 'How to opt out is added at the end.',
  noOptOut: 'This text does not say how to opt out. Carriers expect it, and may block what lacks it.',
  withoutLink: 'Without a booking link, the sentence that has it is left out.',
  segments: (count: number) => `This text is sent and billed as ${count} texts. Shorter ones are read sooner.`,
  costly: (characters: string, count: number, segments: number) =>
    `${characters} ${count === 1 ? 'makes' : 'make'} this text dear: it is sent and billed as ${segments} texts.`,
  plainLetters: (count: number) => `With plain letters in their place it would be ${plural(count, 'text', 'texts')}.`,
  carrierWord: (word: string, whatHappens: string) =>
    `Mobile carriers act on the reply “${word}” themselves: ${whatHappens}.`,
  ownWords: 'Let people reply in their own words instead.',
  /** What comes of it when somebody replies with such a word. */
  carriers: {
    ends: 'no text would reach them any more',
    answers: 'the text service would answer instead of you',
    takes: 'the text service would take it for itself',
  },
}
