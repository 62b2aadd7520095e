import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

import { afterEach, beforeEach, expect, test } from 'vitest'

import { conceptKeys, serviceKeys } from '#app/catalogue/check-texts.ts'
import { checkExamples } from '#app/examples/check-examples.ts'

import { problemsOf, Tree } from './tree.ts'

let tree: Tree
beforeEach(() => {
  tree = new Tree()
})
afterEach(() => tree.remove())

/** Every text that the tree needs, in three languages, but for those left out (`en/services/angling-card.json steps.issue`). */
function writeTexts(without: readonly string[]): void {
  const { catalogue } = tree.report()
  if (!catalogue) throw new Error('the tree is not sound')
  const services = Object.values(catalogue.services)
  const files = new Map([...services.map((one) => [`services/${one.service}.json`, serviceKeys(one)] as const), ['concepts.json', services.flatMap((one) => conceptKeys(one, catalogue))]])
  for (const language of ['zh-CN', 'en', 'ar']) {
    for (const [file, keys] of files) write(`${language}/${file}`, keys.filter((key) => !without.includes(`${language}/${file} ${key}`)))
  }
}

function write(name: string, keys: readonly string[]): void {
  const path = join(tree.root, '..', 'locales', name)
  const texts: Record<string, unknown> = {}
  for (const key of keys) {
    const parts = key.split('.')
    const group = parts.slice(0, -1).reduce<Record<string, unknown>>((inner, part) => (inner[part] ??= {}) as Record<string, unknown>, texts)
    group[parts.at(-1) ?? ''] = 'a text'
  }
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, JSON.stringify(texts))
}

test('with every text in three languages nothing is missing', () => {
  writeTexts([])
  expect(tree.problems()).toEqual([])
})

test('a text missing in one language is told by its key and file', () => {
  writeTexts(['ar/services/angling-card.json steps.issue', 'zh-CN/concepts.json waters.options.lake'])
  expect(tree.problems()).toEqual([
    { file: 'locales/zh-CN/concepts.json', line: 1, column: 1, code: 'missing_text', message: 'the text "waters.options.lake" is missing' },
    { file: 'locales/ar/services/angling-card.json', line: 1, column: 1, code: 'missing_text', message: 'the text "steps.issue" is missing' },
  ])
})

test('a service without examples is told where others have some', () => {
  mkdirSync(join(tree.root, 'services/angling-card'), { recursive: true })
  tree.write('services/angling-card/examples.yaml', 'examples: []\n')
  const told = problemsOf(checkExamples(tree.report(), tree.root, 'tree')).filter(({ file }) => file.includes('own-stall'))
  expect(told).toEqual([{ file: 'tree/services/own-stall/examples.yaml', line: 1, column: 1, code: 'example', message: 'this service has no examples: write one case for each way through it' }])
})
