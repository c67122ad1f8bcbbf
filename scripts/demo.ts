/** `npm run demo`: the demo office, in a profile of its own. */
import { openApp } from './open-app.ts'

process.exitCode = await openApp(['--demo', ...process.argv.slice(2)])
