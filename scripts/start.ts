/** `npm start`: prepares what is missing and opens the app; without a screen, runs the demo in this terminal. */
import { openApp } from './open-app.ts'
import { stopWithParent } from './stop-with-parent.ts'

stopWithParent()
process.exitCode = await openApp(process.argv.slice(2))
