/** Every word that people read stands in a catalogue (renderer/text, electron/contract/text), in both languages. */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parseSync } from 'vite'
import { expect, test } from 'vitest'

const root = path.resolve(import.meta.dirname, '..')
const rooms = ['electron', 'renderer', 'telephony']

/** What is no code of the product, and the catalogues themselves. */
const elsewhere = /\.test\.tsx?$|\.d\.ts$|\/text\/|testing\.ts$|scripted-|\/demo\/|random-history|self-signed/

/** What is said there is said to somebody else than who sits at the window, or must stay as it is. */
const exempt: Record<string, string> = {
  'electron/engine/cli.ts': 'a terminal',
  'electron/engine/settings/config-file.ts': 'who writes the config file, whose fields are English',
  'electron/engine/settings/config-office.ts': 'the same',
  'electron/main/support-details.ts': 'whoever gives support',
  'electron/contract/standard-texts.ts': 'callers: the texts that an office has until it writes its own',
  'electron/engine/writing/seeds.ts': 'callers: the first quick replies, in both languages',
  'electron/engine/replies/answers.ts': 'callers: answers to keywords, in both languages',
  'electron/engine/followup/added-words.ts': 'callers: how to opt out',
  'electron/engine/opt-out/evidence.ts': 'the ledger: told apart by its letters',
  'electron/engine/opt-out/patterns.ts': 'nobody: what callers write',
  'electron/engine/opt-out/wish.ts': 'nobody: what callers write',
  'telephony/small-disk.ts': 'who runs the tests',
  'telephony/phone-number.ts': 'nobody: what phone networks write',
  'electron/engine/hours/data/area-codes.ts': 'the table of places, which the catalogue translates',
  'electron/engine/hours/data/state-rules.ts': 'the table of laws',
}

/** Single ones: names of products, words that stand on their pages, and marks that machines compare. */
const names = new Set([
  'Asterisk',
  'FreePBX',
  'Manager name',
  'Manager secret',
  'Ringback engine',
  'Demo office',
  'Not found',
  'your phone system',
  'Too many requests',
  'no transaction is active',
])

test('no sentence for people stands in the code', () => {
  const found = rooms
    .flatMap((room) =>
      readdirSync(path.join(root, room), { recursive: true, encoding: 'utf8' }).map((file) => `${room}/${file}`),
    )
    .filter((file) => /\.tsx?$/.test(file) && !elsewhere.test(file) && !Object.hasOwn(exempt, file))
    .flatMap((file) => sentencesIn(file).map((sentence) => `${file}: ${sentence}`))
  expect(found).toEqual([])
})

test('what it looks for is found', () => {
  expect(['Texts go out.', 'it signs in elsewhere', 'Call $ back', 'Try it again'].map(isSentence)).not.toContain(false)
  const code = ['PJSIP/trunk', 'follow-up-stopped', 'SELECT a FROM b WHERE c', 'YYYY-MM-DD', 'America/Los_Angeles', '']
  expect(code.map(isSentence)).not.toContain(true)
})

interface Node {
  type: string
  start: number
  end: number
  [member: string]: unknown
}

function sentencesIn(file: string): string[] {
  const source = readFileSync(path.join(root, file), 'utf8')
  const found: string[] = []
  const walk = (node: unknown): void => {
    if (Array.isArray(node)) return node.forEach(walk)
    if (!isNode(node) || isForDevelopers(node, source)) return
    const said = saidBy(node)
    if (
      said !== null &&
      !names.has(said.trim()) &&
      (node.type === 'JSXText' ? /\p{L}{2}/u.test(said) : isSentence(said))
    ) {
      found.push(said.trim())
    }
    Object.values(node).forEach(walk)
  }
  walk(parseSync(file, source).program.body)
  return found
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value
}

/** The text of a literal; what is filled into a template as `$`. */
function saidBy(node: Node): string | null {
  if (node.type === 'JSXText' || node.type === 'Literal')
    return typeof node['value'] === 'string' ? node['value'] : null
  if (node.type !== 'TemplateLiteral') return null
  return (node['quasis'] as { value: { cooked: string } }[]).map(({ value }) => value.cooked).join('$')
}

/** Errors that are thrown at us, the log, SQL, types, and the names of styles. */
function isForDevelopers(node: Node, source: string): boolean {
  const text = (part: unknown): string => (isNode(part) ? source.slice(part.start, part.end) : '')
  switch (node.type) {
    case 'NewExpression':
      return /^(?:Error|TypeError|RangeError|SettingError|TooManyRequests|CsvError)$/.test(text(node['callee']))
    case 'CallExpression':
      return /logger|^super$/i.test(text(node['callee']))
    case 'JSXAttribute':
      return text(node['name']) === 'className'
    default:
      return (
        node.type === 'TaggedTemplateExpression' || node.type === 'TSLiteralType' || node.type === 'ImportDeclaration'
      )
  }
}

/** Words that hardly a sentence does without. */
const small =
  /\b(?:the|this|that|these|those|your|you|with|from|does|which|there|what|when|and|is|are|was|not|of|by|it|its|no|to|for|in|on|an|el|la|los|las|de|que|una?|su|sin|por|para)\b/

function isSentence(text: string): boolean {
  const words = text.match(/[\p{L}’']+/gu) ?? []
  if (words.length < 2 || !text.trim().includes(' ')) return false
  if (/^\s*\p{Lu}\p{Ll}+ (?:\p{Ll}|[$“{])/u.test(text)) return true
  return words.length >= 3 && small.test(text) && !/[=;{}<>()]|^\.|--/.test(text)
}
