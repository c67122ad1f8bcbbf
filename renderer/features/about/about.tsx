import { MessageSquareReply, TriangleAlert } from 'lucide-react'
import { useWindow } from '../../store/window-store.ts'
import { Button } from '../../ui/button.tsx'
import { text } from '../../text/index.ts'
import { SettingsFile } from '../settings/settings-file.tsx'
import { SettingsHistory } from '../settings/settings-history.tsx'
import '../../ui/app-mark.css'
import './about.css'

/** Which Ringback this is, on what it runs, and where it keeps its things. */
export function About() {
  const info = useWindow((state) => state.info)
  const run = useWindow((state) => state.run)
  const showKeys = useWindow((state) => state.showKeys)
  if (!info) return null
  const standIn = info.runtime.kind === 'stand-in'
  const facts: [string, string][] = [
    [text.about.version, info.version],
    [
      text.about.runtime,
      standIn ? text.about.standIn(info.runtime.electron) : text.about.electron(info.runtime.electron),
    ],
    [text.about.chromium, info.runtime.chromium],
    [text.about.node, info.runtime.node],
    [text.about.profile, text.about.profiles[info.profile]],
    [text.about.data, info.dataFolder],
    [text.about.logs, info.logFolder],
  ]
  return (
    <div className="about">
      <header>
        <span className="app-mark" aria-hidden="true">
          <MessageSquareReply size={28} strokeWidth={1.9} />
        </span>
        <div>
          <h2>{text.about.title}</h2>
          <p>{text.about.lead}</p>
        </div>
      </header>
      {standIn ? (
        <p className="about-note">
          <TriangleAlert size={17} aria-hidden="true" />
          {text.about.standInNote}
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
        <Button onPress={() => void run('app:open-log-folder', undefined)}>{text.about.openLogs}</Button>
        <Button onPress={() => showKeys(true)}>{text.about.keys}</Button>
      </div>
      <SettingsFile />
      <SettingsHistory />
    </div>
  )
}
