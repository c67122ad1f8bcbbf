/**
 * Runs the bundle of the engine's process that stands beside this file's own, with what V8 compiled of it before. With
 * the argument `keep` it only keeps that.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { Script } from 'node:vm'

const file = path.join(import.meta.dirname, 'engine.cjs')
const compiled = `${file}.compiled`
const source = `(function (exports, require, module, __filename, __dirname) {${readFileSync(file, 'utf8')}\n})`
const script = new Script(source, {
  filename: file,
  ...(existsSync(compiled) ? { cachedData: readFileSync(compiled) } : {}),
})
type Run = (exports: object, require: NodeJS.Require, module: object, file: string, folder: string) => void
const run = script.runInThisContext() as Run
const module = { exports: {} }
run(module.exports, createRequire(file), module, file, path.dirname(file))
if (process.argv[2] === 'keep') {
  writeFileSync(compiled, script.createCachedData())
  process.exit()
}
