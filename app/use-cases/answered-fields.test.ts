import { expect, it } from 'vitest'

import type { DataField } from '#app/kernel/definition/definition.ts'
import { typed } from '#tests/factories/play.ts'

import { answeredFields } from './answered-fields.ts'

// Trusted: what names a field is all that is looked at.
const field = (name: string, each: string | null = null) => ({ name, each }) as DataField
const data = { phone: field('phone'), worker: field('worker', 'workers'), wage: field('wage', 'workers'), size: field('size') }

it('lists answers in the order of the file, item by item', () => {
  const answers = { 'wage.2': typed(2), 'wage.1': typed(1), 'worker.2': typed('Bo'), 'worker.1': typed('An'), size: typed(9), strange: typed(0) }
  expect(answeredFields({ data }, answers).map(({ field: { name }, answer }) => [name, answer.value])).toEqual([['worker.1', 'An'], ['wage.1', 1], ['worker.2', 'Bo'], ['wage.2', 2], ['size', 9]])
})
