import { readFileSync, statSync } from 'node:fs'

import { type Document, isMap, isNode, isScalar, LineCounter, type Node, parseDocument, visit } from 'yaml'

import type { Path } from '#app/kernel/definition/definition-problem.ts'

import type { FileProblem } from './file-problem.ts'

type Position = { line: number; column: number }

/** A parsed file that still knows where each value stood. */
export type YamlFile = {
  name: string
  value: unknown
  locate(path: Path, where?: { atKey: boolean; offset: number }): Position
}

/** A service is a few KB; whatever is larger is no definition. */
const MAX_BYTES = 1_000_000
/** Aliases are allowed, but not enough of them to build a bomb. */
const MAX_ALIASES = 50

export type ReadYaml = { ok: true; file: YamlFile } | { ok: false; problems: FileProblem[] }

/** Reads a YAML file. Problems: unreadable, too large, not YAML, a key twice. `name` is how messages call the file. */
export function readYamlFile(path: string, name: string): ReadYaml {
  const failed = (code: FileProblem['code'], message: string, at: Position = { line: 1, column: 1 }): ReadYaml => ({
    ok: false,
    problems: [{ file: name, ...at, code, message }],
  })
  const stat = statSync(path, { throwIfNoEntry: false })
  if (!stat?.isFile()) return failed('missing_file', 'this file is missing')
  if (stat.size > MAX_BYTES) return failed('yaml', `this file is larger than ${MAX_BYTES / 1000} KB`)
  return parseYaml(readFileSync(path, 'utf8'), name)
}

/** As `readYamlFile`, for text at hand. */
export function parseYaml(text: string, name: string): ReadYaml {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true, strict: true, prettyErrors: false, version: '1.2' })
  const wrong = [...document.errors, ...document.warnings].map((error): FileProblem => {
    const at = lines.linePos(error.pos[0])
    return { file: name, line: at.line, column: at.col, code: 'yaml', message: `this is not YAML: ${error.message}` }
  })
  if (wrong.length > 0) return { ok: false, problems: wrong }
  const strange = prototypeKeys(document, lines, name)
  if (strange.length > 0) return { ok: false, problems: strange }
  try {
    const value: unknown = document.toJS({ maxAliasCount: MAX_ALIASES })
    return { ok: true, file: { name, value, locate: (path, where) => position(document.contents, path, lines, where) } }
  } catch {
    return { ok: false, problems: [{ file: name, line: 1, column: 1, code: 'yaml', message: 'this file repeats itself by aliases too often' }] }
  }
}

/** A key that JavaScript would take for something else than a name. */
function prototypeKeys(document: Document, lines: LineCounter, name: string): FileProblem[] {
  const found: FileProblem[] = []
  visit(document, {
    Pair(_, pair) {
      if (!isScalar(pair.key) || pair.key.value !== '__proto__') return
      const at = lines.linePos(pair.key.range?.[0] ?? 0)
      found.push({ file: name, line: at.line, column: at.col, code: 'unknown_key', message: '"__proto__" can not be a name: choose another' })
    },
  })
  return found
}

function position(root: Node | null, path: Path, lines: LineCounter, where = { atKey: false, offset: 0 }): Position {
  let node: unknown = root
  let known: Node | null = root
  path.forEach((part, i) => {
    const pair = isMap(node) ? node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(part)) : undefined
    const last = i === path.length - 1
    if (pair && ((last && where.atKey) || pair.value === null)) known = pair.key as Node
    node = pair ? pair.value : isNode(node) && 'get' in node && typeof node.get === 'function' ? node.get(part, true) : null
    if (isNode(node) && !(last && where.atKey)) known = node
  })
  const start = known?.range?.[0] ?? 0
  // An offset counts from the first character of the text, behind an opening quote.
  const quoted = isScalar(known) && (known.type === 'QUOTE_DOUBLE' || known.type === 'QUOTE_SINGLE') ? 1 : 0
  const at = lines.linePos(start + (where.offset > 0 ? where.offset + quoted : 0))
  return { line: Math.max(1, at.line), column: Math.max(1, at.col) }
}
