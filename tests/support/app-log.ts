/** The app's log file, read as a test wants it. */
import { readFile } from 'node:fs/promises'

export interface LogLine {
  level: string
  /** For instance `app.started`. */
  event: string
  facts: Record<string, unknown>
}

export class AppLog {
  readonly file: string

  constructor(file: string) {
    this.file = file
  }

  /** The file as it is; empty when there is none yet. */
  text(): Promise<string> {
    return readFile(this.file, 'utf8').catch(() => '')
  }

  async lines(): Promise<LogLine[]> {
    return (await this.text()).split('\n').flatMap((line) => {
      const [, level, event, facts] = /^\S+ (\w+) (\S+) (\{.*\})$/.exec(line) ?? []
      if (level === undefined || event === undefined || facts === undefined) return []
      return [{ level, event, facts: JSON.parse(facts) as Record<string, unknown> }]
    })
  }

  /** All lines of one event, oldest first. */
  async of(event: string): Promise<LogLine[]> {
    return (await this.lines()).filter((line) => line.event === event)
  }
}
