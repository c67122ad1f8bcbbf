/** `npm run bench:store -- DIR`: a profile folder with a very large inbox, for `--user-data-dir=DIR`. */
import path from 'node:path'
import { parseArgs } from 'node:util'
import { prepareForEngine } from './prepare/prepare.ts'

const { positionals } = parseArgs({ allowPositionals: true })
const [folder] = positionals
if (folder === undefined) {
  process.stdout.write('Name the folder: npm run bench:store -- DIR\n')
  process.exit(2)
}
await prepareForEngine()
const { copyBigStore } = await import('./bench/big-store/cached.ts')
await copyBigStore(path.resolve(folder))
process.stdout.write(`${path.join(path.resolve(folder), 'inbox.sqlite')}\n`)
