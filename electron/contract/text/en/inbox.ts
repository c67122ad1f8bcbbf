/** Words of the inbox that the engine puts together. */
export const inbox = {
  withheld: 'Number withheld',
  unknownNumber: 'Unknown number',
  newest: {
    missed: 'Missed call',
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
}
