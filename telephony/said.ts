/** What telephony tells people, as data: it knows no language. Whoever shows it has a sentence for every code. */

/** One of the codes of `F`, with the facts that belong to it. */
export type Said<F> = { [C in keyof F]: { code: C; facts: F[C] } }[keyof F]

/** A code that needs no facts. */
export type NoFacts = Readonly<Record<string, never>>

/** A language's words for each code of `F`: what happened, and what to do about it. */
export type Sentences<F> = {
  readonly [C in keyof F]: (facts: F[C]) => readonly [message: string, remedy: string | null]
}

/** For logs and terminals: `refused {"port":5038}`. */
export function inCode({ code, facts }: { code: string; facts: object }): string {
  return Object.keys(facts).length === 0 ? code : `${code} ${JSON.stringify(facts)}`
}
