const characters = new Intl.Segmenter()
/** Characters of a name that leave room for what is said of it. */
const longest = 48
/** Turn the direction of what follows, to the end of the line. */
const turning = /[\u202a-\u202e\u2066-\u2069]/g
const fromTheRight = /[\p{sc=Hebrew}\p{sc=Arabic}\p{sc=Syriac}\p{sc=Thaana}\p{sc=Nko}]/u

/** What somebody else chose, for a sentence of ours: never so long that the rest is not seen, nor able to turn it round. */
export function inWords(theirs: string): string {
  const plain = theirs.replace(turning, '')
  const some = plain.length <= longest ? [plain] : [...characters.segment(plain)].map(({ segment }) => segment)
  const short = some.length <= longest ? plain : `${some.slice(0, longest - 1).join('')}…`
  return fromTheRight.test(short) ? `\u2068${short}\u2069` : short
}
