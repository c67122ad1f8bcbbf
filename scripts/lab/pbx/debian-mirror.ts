/** Where this machine gets its Debian packages from, so that the lab's PBX comes from the same place. */
import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'

/**
 * The address of the Debian archive that apt is set up with (`http://HOST/debian`); null on anything but Debian, and
 * where none is found: then debootstrap's own default is right.
 * @param etc the folder `/etc`
 */
export function debianMirror(etc = '/etc'): string | null {
  const release = read(path.join(etc, 'os-release'))
  if (!/^ID="?debian"?$/m.test(release)) return null
  const codename = /^VERSION_CODENAME="?([\w-]+)"?$/m.exec(release)?.[1] ?? 'stable'
  const files = sourceFiles(path.join(etc, 'apt'))
  const sources = files.flatMap((file) => (file.endsWith('.sources') ? deb822(read(file)) : oneLine(read(file))))
  const own = sources.find(({ uri, suites }) => /^(https?|file):/.test(uri) && suites.includes(codename))
  return own ? own.uri.replace(/\/+$/, '') : null
}

interface Source {
  uri: string
  suites: string[]
}

/** The format of `.sources` files: stanzas of `Field: value`, continued on indented lines. */
function deb822(text: string): Source[] {
  const field = (stanza: string, name: string) =>
    new RegExp(`^${name}:((?:.*\\n?)(?:[ \\t].*\\n?)*)`, 'im').exec(stanza)?.[1]?.split(/\s+/).filter(Boolean) ?? []
  return withoutComments(text)
    .split(/\n\s*\n/)
    .filter((stanza) => field(stanza, 'Types').includes('deb') && !field(stanza, 'Enabled').includes('no'))
    .flatMap((stanza) => field(stanza, 'URIs').map((uri) => ({ uri, suites: field(stanza, 'Suites') })))
}

/** The format of `.list` files: `deb [options] URI SUITE COMPONENT…`. */
function oneLine(text: string): Source[] {
  return withoutComments(text)
    .split('\n')
    .flatMap((line) => {
      const [, uri, suite] = /^deb\s+(?:\[[^\]]*\]\s+)?(\S+)\s+(\S+)/.exec(line.trim()) ?? []
      return uri && suite ? [{ uri, suites: [suite] }] : []
    })
}

function withoutComments(text: string): string {
  return text.replace(/^[ \t]*#.*\n?/gm, '')
}

function sourceFiles(apt: string): string[] {
  const folder = path.join(apt, 'sources.list.d')
  let names: string[] = []
  try {
    names = readdirSync(folder).filter((name) => /\.(list|sources)$/.test(name))
  } catch {
    // No such folder: then only the one file counts.
  }
  return [path.join(apt, 'sources.list'), ...names.sort().map((name) => path.join(folder, name))]
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
