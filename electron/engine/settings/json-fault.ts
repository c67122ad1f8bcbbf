/**
 * Where a JSON text goes wrong. The JavaScript engine's own message quotes what stands there, which in a config file
 * may be a password, and does not always say where it is.
 */

const blank = /[ \t\n\r]*/y
const string = /"(?:[^"\\\p{Cc}]|[\u007f-\u009f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"/uy
const scalar = /(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![\w.+-])/y
/** Deeper than anybody nests a config by hand; an end for a text that never stops opening brackets. */
const deepest = 200

/** Line and column, both from 1, of the first thing that does not belong; null when there is none. */
export function jsonFault(text: string): { line: number; column: number } | null {
  const reader = new Reader(text)
  if (reader.value(0) && reader.atEnd()) return null
  const before = text.slice(0, reader.at).split('\n')
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 }
}

class Reader {
  /** Offset of the next character; after a fault, where it is. */
  at = 0
  readonly #text: string

  constructor(text: string) {
    this.#text = text
    this.#take(blank)
  }

  atEnd(): boolean {
    return this.at === this.#text.length
  }

  /** Each of these is true when what was asked for stood there, and then past it and the blanks behind it. */
  value(depth: number): boolean {
    if (depth > deepest) return false
    if (this.#sign('{')) return this.#list('}', () => this.#take(string) && this.#sign(':') && this.value(depth + 1))
    if (this.#sign('[')) return this.#list(']', () => this.value(depth + 1))
    return this.#take(string) || this.#take(scalar)
  }

  #list(end: '}' | ']', item: () => boolean): boolean {
    if (this.#sign(end)) return true
    do if (!item()) return false
    while (this.#sign(','))
    return this.#sign(end)
  }

  #sign(sign: string): boolean {
    if (this.#text[this.at] !== sign) return false
    this.at += 1
    return this.#take(blank)
  }

  #take(shape: RegExp): boolean {
    shape.lastIndex = this.at
    if (!shape.test(this.#text)) return false
    this.at = shape.lastIndex
    return shape === blank || this.#take(blank)
  }
}
