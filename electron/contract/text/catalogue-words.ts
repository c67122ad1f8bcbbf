/** Test support: what a catalogue says, so that two languages can be compared. */

const samples: unknown[][] = [
  [3, 5, 7],
  [Date.UTC(2026, 10, 3, 15), Date.UTC(2026, 10, 24, 15), Date.UTC(2026, 10, 24, 15)],
  [['101', '102']],
  [{ phone: '101', who: 'Kim' }],
  ['Kim', 'Kim', 'Kim'],
  [true],
  ['', '', ''],
]

/** Every word of a catalogue by its path; a function by what it says about the samples it can be called with. */
export function wordsOf(catalogue: unknown, path = ''): [string, string][] {
  if (typeof catalogue === 'string') return [[path, catalogue]]
  if (typeof catalogue === 'function') return [[path, samples.map((sample) => answerTo(catalogue, sample)).join('\n')]]
  return Object.entries(catalogue ?? {}).flatMap(([name, member]) =>
    wordsOf(member, path === '' ? name : `${path}.${name}`),
  )
}

function answerTo(speak: Function, sample: unknown[]): string {
  try {
    return JSON.stringify(Reflect.apply(speak, null, sample))
  } catch {
    return ''
  }
}
