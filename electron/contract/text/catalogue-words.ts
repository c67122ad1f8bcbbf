/** Test support: what a catalogue says, so that two languages can be compared. */

/** Words that hardly a sentence of English does without, and none of Spanish has. */
export const english =
  /\b(the|this|that|these|those|your|with|from|does|which|there|what|when|and|is|are|was|not|of|by|it|its)\b/i

const samples: unknown[][] = [
  [3, 5, 7],
  [Date.UTC(2026, 10, 3, 15), Date.UTC(2026, 10, 24, 15), Date.UTC(2026, 10, 24, 15)],
  [['101', '102']],
  [{ phone: '101', who: 'Kim' }],
  [{ host: 'pbx.example', port: 7, username: 'kim', tls: true }],
  [{ number: '12', from: '+15305550100', trunk: 'PJSIP/trunk', context: 'texts', ours: 'ringback', most: 7 }],
  ['Kim', 'Kim', 'Kim'],
  [true],
  ['', '', ''],
]

/**
 * Every word of a catalogue by its path, those of a list by their places; of a function what it says about the samples
 * it can be called with.
 */
export function wordsOf(catalogue: unknown, path = ''): [string, string][] {
  if (typeof catalogue === 'string') return [[path, catalogue]]
  if (typeof catalogue === 'function') {
    const answers = samples.flatMap((sample) => wordsOf(answerTo(catalogue, sample), path))
    // One line for each place in what it says, over all samples.
    return [...new Set(answers.map(([place]) => place))].map((place): [string, string] => [
      place,
      answers.flatMap(([at, said]) => (at === place ? [said] : [])).join('\n'),
    ])
  }
  if (typeof catalogue !== 'object' || catalogue === null) return []
  return Object.entries(catalogue).flatMap(([name, member]) => wordsOf(member, path === '' ? name : `${path}.${name}`))
}

function answerTo(speak: Function, sample: unknown[]): unknown {
  try {
    return Reflect.apply(speak, null, sample)
  } catch {
    return null
  }
}
