/**
 * Looks at a packed Ringback (`npm run pack`): its fuses, that its code is one archive, and what lies in it.
 *
 * Usage: npm run check:package [-- FOLDER]   (default: dist/linux-unpacked)
 * Ends with 1 where something is not as it must be.
 */
import { existsSync } from 'node:fs'
import { open } from 'node:fs/promises'
import path from 'node:path'
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses'

const folder = path.resolve(process.argv[2] ?? 'dist/linux-unpacked')
const program = ['ringback', 'Ringback.exe', 'Contents/MacOS/Ringback']
  .map((name) => path.join(folder, name))
  .find((file) => existsSync(file))
const archive = ['resources/app.asar', 'Contents/Resources/app.asar']
  .map((name) => path.join(folder, name))
  .find((file) => existsSync(file))

/** As they are written into the program: the digits 0 and 1. */
const [off, on] = [48, 49]

const fuses: [keyof typeof FuseV1Options, number][] = [
  ['RunAsNode', off],
  ['EnableCookieEncryption', on],
  ['EnableNodeOptionsEnvironmentVariable', off],
  ['EnableNodeCliInspectArguments', off],
  ['EnableEmbeddedAsarIntegrityValidation', on],
  ['OnlyLoadAppFromAsar', on],
  ['GrantFileProtocolExtraPrivileges', off],
]
/** What a packed Ringback is made of. */
const belongs = /^(?:out|node_modules)\/|^build\/icon\.png$|^package\.json$/
/** What it was made from, or never is part of it. */
const leftover = /\.(?:map|tsx?|env|sqlite|pem|key|log)$|(?:^|\/)(?:tests|scripts|docs)\/.*\.spec\./

interface Entry {
  files?: Record<string, Entry>
}

/** The names in an asar archive: a Chromium pickle whose JSON begins at byte 16. */
async function names(file: string): Promise<string[]> {
  const archived = await open(file)
  try {
    const sizes = Buffer.alloc(16)
    await archived.read(sizes, 0, 16, 0)
    const header = Buffer.alloc(sizes.readUInt32LE(12))
    await archived.read(header, 0, header.length, 16)
    const found: string[] = []
    const walk = ({ files = {} }: Entry, at: string): void => {
      for (const [name, entry] of Object.entries(files)) {
        if (entry.files) walk(entry, `${at}${name}/`)
        else found.push(at + name)
      }
    }
    walk(JSON.parse(header.toString('utf8')) as Entry, '')
    return found
  } finally {
    await archived.close()
  }
}

async function troubles(): Promise<string[]> {
  if (!program) return [`There is no packed Ringback in ${folder}: npm run pack makes one.`]
  const found: string[] = []
  const wire = await getCurrentFuseWire(program)
  for (const [name, state] of fuses) {
    const is: number | undefined = wire[FuseV1Options[name]]
    if (is !== state) found.push(`The fuse ${name} is ${is === on ? 'on' : is === off ? 'off' : 'not there'}.`)
  }
  if (!archive) return [...found, 'Its code is not in one archive.']
  if (existsSync(path.join(path.dirname(archive), 'app'))) found.push('Beside the archive lies a folder of code.')
  const files = await names(archive)
  console.log(`${files.length} files in the archive`)
  for (const name of files) {
    if (!belongs.test(name) || leftover.test(name)) found.push(`It carries ${name}.`)
  }
  return found
}

const found = await troubles()
for (const trouble of found.slice(0, 40)) console.error(trouble)
console.log(found.length === 0 ? `${folder}: as it must be` : `${folder}: ${found.length} troubles`)
if (found.length > 0) process.exitCode = 1
