/** Answers what the window asks: by main itself, or by the engine. */
import path from 'node:path'
import { GrowingFiles } from './growing-file.ts'
import { route } from './ipc-router.ts'
import { mainHandlers } from './main-handlers.ts'
import type { DesktopOptions, DesktopParts } from './desktop-parts.ts'
import { senderOf } from './sender.ts'
import { windowFiles } from './window-files.ts'

/** Requests that came before wait for this. */
export function answerWindow({ profile, logger, early }: DesktopOptions, parts: DesktopParts): void {
  const { window, lock, engine, ask, preferences, secrets, about, keeper, pc } = parts
  const isLocked = () => lock.isLocked
  const outside = windowFiles(() => window.current, isLocked)
  const growing = new GrowingFiles(path.join(profile.folder, 'unfinished-files.json'), logger)
  const handlers = mainHandlers({
    info: () => about.info(),
    prefer: (chosen) => {
      if (preferences.choose(chosen)) engine.speak()
      keeper.keepSoon()
    },
    setReading: (conversationIds) => window.setReading(conversationIds),
    supportDetails: () => about.supportDetails(),
    pc,
    exports: { ...outside, ask, files: growing, progress: (calls) => window.tell('export:progress', { calls }) },
    imports: { ...outside, ask },
    chooseSecrets: (how) => {
      secrets.choose(how)
      keeper.keepSoon()
    },
    restore: (name) => engine.restore(name),
    backupFolder: path.join(profile.folder, 'backups'),
    settingsFile: { ...outside, ask, files: growing },
    lock,
  })
  early.answerWith((event, name, input) =>
    route(senderOf(event, window.current), name, input, {
      handlers,
      isLocked,
      logger,
      engine: (command, checked) => engine.request(command, checked),
      done: (command, checked, value) => secrets.commandDone(command, checked, value),
    }),
  )
}
