import { readFileSync, statSync } from 'node:fs'

import { Composer, type Document, isMap, isNode, isScalar, LineCounter, type Node, type Pair, type YAMLMap } from 'yaml'

import type { Path } from '#app/kernel/definition/definition-problem.ts'

import type { FileProblem } from './file-problem.ts'
import { faultsIn } from './yaml-faults.ts'
import { tokensOf } from './yaml-tokens.ts'

type Position = { line: number; column: number }

/** A parsed file that still knows where each value stood. */
export type YamlFile = {
  name: string
  value: unknown
  locate(path: Path, where?: { atKey: boolean; offset: number }): Position
}

/** A service is a few KB; whatever is larger is no definition. */
const MAX_BYTES = 200_000
/** Aliases are allowed, but not enough of them to build a bomb. */
const MAX_ALIASES = 50
const MAX_VALUES = 25_000

export type ReadYaml = { ok: true; file: YamlFile } | { ok: false; problems: FileProblem[] }

/** Reads a YAML file. Problems: unreadable, too large or too deep, not YAML, a key twice. `name` is how messages call the file. */
export function readYamlFile(path: string, name: string): ReadYaml {
  const stat = statSync(path, { throwIfNoEntry: false })
  if (!stat?.isFile()) return refused(name, START, 'this file is missing', 'missing_file')
  return stat.size > MAX_BYTES ? refused(name, START, TOO_LARGE) : parseYaml(readFileSync(path, 'utf8'), name)
}

const START: Position = { line: 1, column: 1 }
const TOO_LARGE = `this file is larger than ${MAX_BYTES / 1000} KB: split it`

const refused = (name: string, at: Position, message: string, code: FileProblem['code'] = 'yaml'): ReadYaml => ({ ok: false, problems: [{ file: name, ...at, code, message }] })

/** As `readYamlFile`, for text at hand. */
export function parseYaml(text: string, name: string): ReadYaml {
  if (text.length > MAX_BYTES) return refused(name, START, TOO_LARGE)
  const lines = new LineCounter()
  const read = tokensOf(text, lines)
  const at = (offset: number): Position => placeOf(lines, offset)
  if (!read.ok) return refused(name, at(read.offset), read.message)
  const hidden = HIDDEN.exec(text)
  if (hidden) return refused(name, at(hidden.index), `remove the invisible character U+${(hidden[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}: it makes a text read otherwise than it is`)
  const [document, another] = new Composer({ uniqueKeys: false, strict: true, version: '1.2' }).compose(read.tokens, true, text.length)
  if (!document) return refused(name, START, 'this file is empty')
  if (another) return refused(name, at(another.range[0]), 'a second document begins here: take out the line ---')
  // What comes after the first mistake mostly follows from it.
  const [wrong] = [...document.errors, ...document.warnings]
  if (wrong) return refused(name, at(wrong.pos[0]), `this can't be read: look at the indentation, brackets and quotes here and in the line before (${wrong.message})`)
  const faults = faultsIn(document)
  if (faults.length > 0) return { ok: false, problems: faults.map(({ code, offset, message }) => ({ file: name, ...at(offset), code, message })) }
  return withValue(document, name, lines)
}

/** Control, format and bidirectional characters, but for a mark at the very beginning, which some editors put there. */
const HIDDEN = /[^\P{Cc}\t\n\r]|[\p{Cs}\p{Zl}\p{Zp}]|(?<!^)\p{Cf}|^(?!\uFEFF)\p{Cf}/u

function withValue(document: Document.Parsed, name: string, lines: LineCounter): ReadYaml {
  const tooOften = refused(name, START, 'this file repeats itself by aliases too often')
  try {
    const value: unknown = document.toJS({ maxAliasCount: MAX_ALIASES })
    return holdsFew(value) ? { ok: true, file: { name, value, locate: (path, where) => position(document.contents, path, lines, where) } } : tooOften
  } catch {
    return tooOften
  }
}

/** An alias repeats all that stands in what it stands for. */
function holdsFew(value: unknown): boolean {
  const open = [value]
  for (let count = 0; open.length > 0; count += 1) {
    if (count > MAX_VALUES) return false
    const next = open.pop()
    if (next !== null && typeof next === 'object') for (const inner of Object.values(next)) open.push(inner)
  }
  return true
}

function placeOf(lines: LineCounter, offset: number): Position {
  const { line, col } = lines.linePos(offset)
  return { line: Math.max(1, line), column: Math.max(1, col) }
}

const pairs = new WeakMap<YAMLMap, ReadonlyMap<string, Pair>>()

/** A map's entry by its key. Found again and again in a file with many mistakes, so looked up once. */
function pairAt(map: YAMLMap, key: string | number): Pair | undefined {
  const known = pairs.get(map) ?? new Map(map.items.flatMap((item) => (isScalar(item.key) ? [[String(item.key.value), item] as const] : [])))
  pairs.set(map, known)
  return known.get(String(key))
}

function position(root: Node | null, path: Path, lines: LineCounter, where = { atKey: false, offset: 0 }): Position {
  let node: unknown = root
  let known: Node | null = root
  path.forEach((part, i) => {
    const pair = isMap(node) ? pairAt(node, part) : undefined
    const last = i === path.length - 1
    if (pair && ((last && where.atKey) || pair.value === null)) known = pair.key as Node
    node = pair ? pair.value : isNode(node) && 'get' in node && typeof node.get === 'function' ? node.get(part, true) : null
    if (isNode(node) && !(last && where.atKey)) known = node
  })
  const start = known?.range?.[0] ?? 0
  // An offset counts from the first character of the text, behind an opening quote.
  const quoted = isScalar(known) && (known.type === 'QUOTE_DOUBLE' || known.type === 'QUOTE_SINGLE') ? 1 : 0
  return placeOf(lines, start + (where.offset > 0 ? where.offset + quoted : 0))
}
