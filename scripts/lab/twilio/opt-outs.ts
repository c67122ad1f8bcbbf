/** Who asked for no texts from which of our numbers, and what Twilio answers by itself to such a request. */
const outWords = new Set(['stop', 'unsubscribe', 'end', 'quit', 'stopall', 'revoke', 'optout', 'cancel'])
const inWords = new Set(['start', 'yes', 'unstop'])
const helpWords = new Set(['help', 'info'])

export class OptOuts {
  readonly #pairs = new Set<string>()

  /** Whether `recipient` refuses texts from `sender`. */
  has(recipient: string, sender: string): boolean {
    return this.#pairs.has(pair(recipient, sender))
  }

  /**
   * Reads what `author` wrote to our number; answers with the automatic reply, or null. Only a message of that one
   * word counts, and YES counts only for somebody who is opted out.
   */
  read(author: string, number: string, body: string): string | null {
    const word = body.trim().toLowerCase()
    const key = pair(author, number)
    if (outWords.has(word)) {
      if (this.#pairs.has(key)) return null
      this.#pairs.add(key)
      return 'No more messages will be sent from this number. START brings them back.'
    }
    if (inWords.has(word)) return this.#pairs.delete(key) ? 'Messages from this number are on again.' : null
    return helpWords.has(word) ? 'STOP ends messages from this number.' : null
  }
}

function pair(recipient: string, sender: string): string {
  return `${recipient} ${sender}`
}
