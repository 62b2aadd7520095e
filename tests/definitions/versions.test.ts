import { mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'

import { afterEach, beforeEach, expect, test } from 'vitest'

import { Tree } from './tree.ts'

const CARD = 'services/angling-card'
let tree: Tree
beforeEach(() => {
  tree = new Tree()
})
afterEach(() => tree.remove())

/** Puts a copy of the service into its history, as another version. */
function keep(name: string, version: number): void {
  mkdirSync(dirname(join(tree.root, CARD, name)), { recursive: true })
  tree.write(`${CARD}/${name}`, tree.text(`${CARD}/service.yaml`).replace(/^version: .*$/m, `version: ${version}`))
}

const told = () => tree.problems().filter(({ code }) => code === 'version').map(({ file, message }) => `${file}: ${message}`)

test('a version kept in history is sound, and can be found', () => {
  tree.change(`${CARD}/service.yaml`, 'version: 1\n', 'version: 2\n')
  keep('history/1.yaml', 1)
  expect(tree.problems()).toEqual([])
  expect(Object.keys(tree.report().catalogue?.versions ?? {})).toEqual(expect.arrayContaining(['angling-card@1', 'angling-card@2']))
})

test('two files with one version are told', () => {
  keep('history/1.yaml', 1)
  expect(told()).toEqual([`tree/${CARD}/history/1.yaml: version 1 is in tree/${CARD}/service.yaml too: every version has one file`])
  expect(tree.report().catalogue).toBeNull()
})

test('a history ahead of what is in force is told', () => {
  keep('history/3.yaml', 3)
  expect(told()).toEqual([`tree/${CARD}/history/3.yaml: version 3 is above version 1, which is in force: history holds what was in force before`])
})
