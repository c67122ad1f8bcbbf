/** Times in which no text could go out. */
export interface Trouble {
  kind: 'no-engine' | 'phones' | 'gateway' | 'disk' | 'asleep'
  from: number
  to: number | null
}

export class Troubles {
  readonly all: Trouble[] = []

  begin(kind: Trouble['kind'], from: number): void {
    if (!this.#running(kind)) this.all.push({ kind, from, to: null })
  }

  end(kind: Trouble['kind'], to: number): void {
    const running = this.#running(kind)
    if (running) running.to = to
  }

  #running(kind: Trouble['kind']): Trouble | undefined {
    return this.all.find((trouble) => trouble.kind === kind && trouble.to === null)
  }
}
