/** `npm run engine -- --config FILE --data DIR`: prepares what is missing, then runs the engine in this terminal. */
import { prepareForEngine } from './prepare/prepare.ts'
import { stopWithParent } from './stop-with-parent.ts'

stopWithParent()
await prepareForEngine()
// After the preparation: the engine loads the database addon as soon as it is imported.
const { runEngine } = await import('../electron/engine/cli.ts')
process.exitCode = await runEngine(process.argv.slice(2))
