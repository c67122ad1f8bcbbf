/** Every state of the window that is looked at. */
import { backupShots } from './backup.ts'
import { callsShots } from './calls.ts'
import { connectionsShots } from './connections.ts'
import { contactShots } from './contact.ts'
import { contactFileShots } from './contact-files.ts'
import { conversationShots } from './conversation.ts'
import { failedShots } from './failed.ts'
import { healthShots } from './health.ts'
import { inboxShots } from './inbox.ts'
import { listShots } from './list.ts'
import { liveShots } from './live.ts'
import { settingsShots } from './settings.ts'
import { loadingShots } from './loading.ts'
import { lockShots } from './lock.ts'
import { setupShots } from './setup.ts'
import { watchOnlyShots } from './watch-only.ts'
import { windowShots } from './window.ts'
import type { Shot } from './shot.ts'

export const shots: Shot[] = [
  ...inboxShots,
  ...windowShots,
  ...listShots,
  ...lockShots,
  ...conversationShots,
  ...contactShots,
  ...callsShots,
  ...liveShots,
  ...loadingShots,
  ...failedShots,
  ...healthShots,
  ...setupShots,
  ...watchOnlyShots,
  ...settingsShots,
  ...connectionsShots,
  ...contactFileShots,
  ...backupShots,
]
