import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Source files of the portal without their tests. */
export const sources: readonly { path: string; text: string }[] = readdirSync('app', { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name))
  .map((name) => ({ path: join('app', name), text: withoutComments(readFileSync(join('app', name), 'utf8')) }))

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '')
}

/** What a piece of code says for a key: `pattern` matches all keys it can mean. `namespace` null: it does not say. */
export type Mention = { path: string; namespace: string | null; pattern: RegExp; written: string }

/** Plain strings, templates, and templates inside of templates, each looked for on its own. */
const LITERALS = [/'([^'\n\\]*)'/g, /`([^`\n]*)`/g, /(?<![\w.])t\(`([^`\n]+)`/g]
const SAID = /^(?:([a-z]+):)?([A-Za-z_][\w.]*|\w+[._][\w.]*\$\{.*)$/

/** Every string in the code that can be a key, or the frame of one. */
export function mentions(): Mention[] {
  return sources.flatMap(({ path, text }) => {
    const used = namespacesIn(text)
    return LITERALS.flatMap((literal) => [...text.matchAll(literal)]).flatMap(([, written = '']) => {
      const said = SAID.exec(written)
      if (!said?.[2]) return []
      const pattern = patternOf(said[2])
      // A bare key in a file that names namespaces is one of theirs; elsewhere it can be anybody's.
      const names = said[1] ? [said[1]] : used.length > 0 ? [...used, 'ui'] : [null]
      return names.map((namespace) => ({ path, namespace, pattern, written }))
    })
  })
}

const namespacesIn = (text: string): string[] => [...text.matchAll(/useTranslation\(\s*\[?([^\])]*)/g)].flatMap(([, list = '']) => [...list.matchAll(/'([\w-]+)'/g)].map(([, name = '']) => name))

/** A key, or a template of keys: whatever stands in a gap can be anything. */
function patternOf(key: string): RegExp {
  const parts = key.split(/\$\{(?:[^{}]|\{[^{}]*\})*\}?/)
  return new RegExp(`^${parts.map((part) => part.replaceAll('.', '\\.')).join('.+')}$`)
}

export type Call = { path: string; line: number; namespace: string; key: string; pattern: RegExp }

/** Calls of `t` whose namespace can be told: said in the key, or by the nearest `t` above. */
export function calls(): Call[] {
  return sources.flatMap(({ path, text }) => {
    const callsOfT = [...text.matchAll(/(?<![\w.])t\(\s*(?:[^'`()\n]*?\?\s*)?(?:'([^'\n]+)'|`([^`\n]+)`)(?:\s*:\s*'([^'\n]+)')?/g)]
    return callsOfT.flatMap(({ index, 1: plain, 2: template, 3: otherwise }) =>
      [plain ?? template ?? '', otherwise ?? ''].flatMap((written) => {
        const said = SAID.exec(written)
        const namespace = said?.[1] ?? namespaceAt(text, index)
        if (!said?.[2] || namespace === null) return []
        return [{ path, line: text.slice(0, index).split('\n').length, namespace, key: said[2], pattern: patternOf(said[2]) }]
      }),
    )
  })
}

/** The namespace of the `t` in force at this place; null where it came in as an argument. */
function namespaceAt(text: string, index: number): string | null {
  const all = [...text.slice(0, index).matchAll(/useTranslation\(\s*\[?\s*'([\w-]+)'|(textsFor\()|\bt: TFunction/g)]
  const last = all.at(-1)
  return last?.[1] ?? (last?.[2] ? 'ui' : null)
}
