import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { type Language, languages } from '#app/i18n/languages.ts'

/** Every text of one file by its key, `a.b.c`, in the order of the file. */
export type Texts = ReadonlyMap<string, string>

const pluralSuffix = /_(zero|one|two|few|many|other)$/

/** `ui`, `services/restaurant-opening`, … */
export const namespacesOf = (language: Language): string[] =>
  readdirSync(join('locales', language), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.slice(0, -'.json'.length).replaceAll('\\', '/'))
    .sort()

const contentOf = (language: Language, namespace: string): string => readFileSync(join('locales', language, `${namespace}.json`), 'utf8')

export const textsOf = (language: Language, namespace: string): Texts => new Map(leaves(JSON.parse(contentOf(language, namespace)), []))

function* leaves(node: unknown, path: readonly string[]): Generator<[string, string]> {
  if (typeof node === 'string') yield [path.join('.'), node]
  else if (node !== null && typeof node === 'object') for (const [key, inner] of Object.entries(node)) yield* leaves(inner, [...path, key])
  else throw new Error(`${path.join('.')} is neither a text nor a group of texts`)
}

/** Pairs of neighbours that stand in the wrong order, at any depth. */
export function unsorted(node: unknown, path = ''): string[] {
  if (node === null || typeof node !== 'object') return []
  const keys = Object.keys(node)
  const wrong = keys.slice(1).flatMap((key, i) => ((keys[i] ?? '') < key ? [] : [`${path}${keys[i]} > ${key}`]))
  return [...wrong, ...Object.entries(node).flatMap(([key, inner]) => unsorted(inner, `${path}${key}.`))]
}

export const treeOf = (language: Language, namespace: string): unknown => JSON.parse(contentOf(language, namespace))

export const gapsOf = (text: string): string[] => [...new Set([...text.matchAll(/\{\{\s*([^}]+?)\s*\}\}/g)].map(([, name = '']) => name))].sort()

export const withoutGaps = (text: string): string => text.replace(/\{\{[^}]*\}\}/g, '')

/** Every text of a namespace in all languages. */
export const inAllLanguages = (namespace: string): Record<Language, Texts> =>
  Object.fromEntries(languages.map((language) => [language, textsOf(language, namespace)])) as Record<Language, Texts>

/** Keys of which some language has several forms; a name that only ends like a form (`claimed_by_other`) is none. */
export function countedKeys(all: Record<Language, Texts>): Set<string> {
  return new Set(languages.flatMap((language) => {
    const bases = [...all[language].keys()].filter((key) => pluralSuffix.test(key)).map((key) => key.replace(pluralSuffix, ''))
    return bases.filter((base, i) => bases.indexOf(base) !== i)
  }))
}

/** Texts by key as code asks for them, each by its plural form; a key without forms has the one form ''. */
export function formsOf(texts: Texts, counted: ReadonlySet<string>): Map<string, Map<string, string>> {
  const forms = new Map<string, Map<string, string>>()
  for (const [key, text] of texts) {
    const base = key.replace(pluralSuffix, '')
    const [name, form] = counted.has(base) ? [base, pluralSuffix.exec(key)?.[1] ?? ''] : [key, '']
    forms.set(name, (forms.get(name) ?? new Map<string, string>()).set(form, text))
  }
  return forms
}

/** Keys as code asks for them. */
export function keysOf(namespace: string): string[] {
  const all = inAllLanguages(namespace)
  return [...formsOf(all.en, countedKeys(all)).keys()]
}
