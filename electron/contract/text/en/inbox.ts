import { plural } from './plural.ts'

/** Words of the inbox that the engine puts together. */
export const inbox = {
  testText: (who: string) => `A test text from ${who}: texting works. Reply to this, and it shows in the inbox.`,
  withheld: 'Number withheld',
  unknownNumber: 'Unknown number',
  newest: {
    answered: 'Answered call',
    noAnswer: 'You called, no answer',
    notOut: 'You called, it did not go out',
    called: 'You called',
  },
  earlier: {
    missed: 'Missed',
    answered: (by: string | null, time: string) => `Answered${by === null ? '' : ` by ${by}`}, ${time}`,
    outMissed: 'Outgoing, no answer',
    out: (time: string) => `Outgoing, ${time}`,
    texted: 'texted',
    replied: 'replied',
  },
  pictures: {
    /** What a text without words shows instead of them. */
    count: (count: number) => (count === 1 ? 'Picture' : plural(count, 'picture', 'pictures')),
    neverCame: 'A picture that could not be fetched. Look at it at your text service.',
    /** By what is stored with the picture. */
    problems: {
      kind: 'A file that Ringback cannot show. Look at it at your text service.',
      'too-large': 'A picture over 5 MB, too large for Ringback. Look at it at your text service.',
      gone: 'A picture that the text service has deleted.',
    },
  },
}
