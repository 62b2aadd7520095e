import { existsSync } from 'node:fs'

import { expect, test } from 'vitest'

import type { Bench, Effort, Row } from './harness/row.ts'
import { runBenches } from './run-benches.ts'

const bench = (name: string, measure: Bench['measure']): Bench => ({ name, says: '', unit: 'ms', ratio: 'ours/theirs', goal: 1, atMost: true, measure })

test('a row that can not be measured has no figures, is counted, and stops no other', async () => {
  const [rows, failures, efforts]: [Row[], string[], Effort[]] = [[], [], []]
  const broken = bench('broken', async () => Promise.reject(new Error('the peer does not start')))
  const sound = bench('sound', async (effort) => {
    efforts.push(effort)
    expect(existsSync(effort.folder)).toBe(true)
    return { ours: 2, theirs: 1 }
  })
  const failed = await runBenches([broken, sound], { rounds: 7, quick: false }, { row: (row) => rows.push(row), failed: ({ name }, error) => failures.push(`${name}: ${String(error)}`) })
  expect([failed, rows.map(({ name, ratio }) => [name, ratio]), failures]).toEqual([1, [['sound', 2]], ['broken: Error: the peer does not start']])
  expect(efforts).toMatchObject([{ rounds: 7, share: 1 }])
  expect(existsSync(efforts[0]?.folder ?? '')).toBe(false)
})

test('a smoke run measures little, once', async () => {
  const efforts: Effort[] = []
  const one = bench('one', async (effort) => {
    efforts.push(effort)
    return { ours: 1, theirs: 1 }
  })
  expect(await runBenches([one], { rounds: 5, quick: true }, { row: () => {}, failed: () => {} })).toBe(0)
  expect(efforts).toMatchObject([{ rounds: 1, share: 0.05 }])
})
