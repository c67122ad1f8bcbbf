import { MessageSquareReply, TriangleAlert } from 'lucide-react'
import { useWindow } from '../../store/window-store.ts'
import { Button } from '../../ui/button.tsx'
import { text } from '../../text/en.ts'
import './about.css'

const words = text.about

/** Which Ringback this is, on what it runs, and where it keeps its things. */
export function About() {
  const info = useWindow((state) => state.info)
  const run = useWindow((state) => state.run)
  const showKeys = useWindow((state) => state.showKeys)
  if (!info) return null
  const standIn = info.runtime.kind === 'stand-in'
  const facts: [string, string][] = [
    [words.version, info.version],
    [words.runtime, standIn ? words.standIn(info.runtime.electron) : words.electron(info.runtime.electron)],
    [words.chromium, info.runtime.chromium],
    [words.node, info.runtime.node],
    [words.profile, words.profiles[info.profile]],
    [words.data, info.dataFolder],
    [words.logs, info.logFolder],
  ]
  return (
    <div className="about">
      <header>
        <span className="welcome-mark" aria-hidden="true">
          <MessageSquareReply size={28} strokeWidth={1.9} />
        </span>
        <div>
          <h2>{words.title}</h2>
          <p>{words.lead}</p>
        </div>
      </header>
      {standIn ? (
        <p className="about-note">
          <TriangleAlert size={17} aria-hidden="true" />
          {words.standInNote}
        </p>
      ) : null}
      <dl>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className="theirs selectable">{value}</dd>
          </div>
        ))}
      </dl>
      <div className="about-actions">
        <Button onPress={() => void run('app:open-log-folder', undefined)}>{words.openLogs}</Button>
        <Button onPress={() => showKeys(true)}>{words.keys}</Button>
      </div>
    </div>
  )
}
