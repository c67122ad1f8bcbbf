/** `npm run demo`: the demo office, in a profile of its own. */
import { openApp } from './open-app.ts'
import { stopWithParent } from './stop-with-parent.ts'

stopWithParent()
process.exitCode = await openApp(['--demo', ...process.argv.slice(2)])
