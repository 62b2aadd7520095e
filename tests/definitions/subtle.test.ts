import { afterEach, beforeEach, expect, test } from 'vitest'

import { echoes, expected } from './expected.ts'
import { parts } from './subtle/parts.ts'
import { people } from './subtle/people.ts'
import type { Change } from './subtle/subtle.ts'
import { values } from './subtle/values.ts'
import { ways } from './subtle/ways.ts'
import { worst } from './subtle/worst.ts'
import { Tree } from './tree.ts'

const all = [...values, ...ways, ...people, ...worst, ...parts]

let tree: Tree
beforeEach(() => {
  tree = new Tree()
})
afterEach(() => tree.remove())

const change = (changes: readonly Change[]): void => changes.forEach(([file, from, to]) => tree.change(file, from, to))

test.each(all.map((one) => [one.title, one] as const))('%s is refused', (_title, { changes, told }) => {
  change(changes)
  expect(tree.report().catalogue).toBeNull()
  expect(tree.problems().filter((problem) => !echoes(problem, told))).toEqual(told.map((one) => expected(tree, one, '')))
})

test.each(all.map(({ title, twin }) => [`${title} (${twin.title})`, twin.changes] as const))('the sound twin of: %s', (_title, changes) => {
  change(changes)
  expect(tree.problems()).toEqual([])
})
