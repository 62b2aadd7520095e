import { existsSync } from 'node:fs'
import { join } from 'node:path'

import type { FileProblem } from '#app/catalogue/file-problem.ts'

import { OWN, type Told } from './broken/broken.ts'
import type { Tree } from './tree.ts'

/** The problem as it must be told of a tree, with the line and column of its mark. */
export function expected(tree: Tree, { code, at, says, file }: Told, changed: string): FileProblem {
  const name = file ?? changed
  const text = existsSync(join(tree.root, name)) ? tree.text(name) : ''
  const [before = '', after = ''] = at.split('▸')
  const [ahead = '', ...more] = text.split(before + after)
  if (text !== '' && more.length !== 1) throw new Error(`"${at}" does not stand once in ${name}`)
  const lines = (text === '' ? '' : ahead + before).split('\n')
  return { file: `tree/${name}`, line: lines.length, column: (lines.at(-1) ?? '').length + 1, code, message: says }
}

/** A life event can not stand on a part that is broken: told beside what is wrong with the part, and looked at only by itself. */
export const echoes = (problem: FileProblem, told: readonly Told[]): boolean =>
  problem.code === 'unknown_service' && problem.file.endsWith(OWN) && !told.some(({ code, file }) => code === 'unknown_service' && (file ?? OWN) === OWN)
