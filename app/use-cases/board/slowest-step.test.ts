import { expect, it } from 'vitest'

import { taskNode } from '#app/kernel/definition/nodes.ts'
import { buildDefinition } from '#tests/factories/definition.ts'

import { slowestStep } from './slowest-step.ts'
import type { StepTimes } from './times.ts'

const trial = buildDefinition()
const definitions = { trial }
const limitOf = (step: string): number => taskNode(trial, step)?.within.amount ?? 0
const none = { count: 0, median: null, p90: null }

/** A step whose nine of ten were done so many days over its limit. */
const took = (step: string, over: number, count = 10): StepTimes => {
  const p90 = limitOf(step) + over
  return { service: 'trial', departments: ['lead'], step, times: { office: { count, median: 1, p90 }, applicant: none, other: none } }
}

it('is the one furthest over its limit, not the longest', () => {
  expect(limitOf('fire_review')).toBeGreaterThan(limitOf('acceptance'))
  expect(slowestStep([took('fire_review', 1), took('acceptance', 2)], definitions)).toMatchObject({ step: 'acceptance', within: limitOf('acceptance'), count: 10 })
})

it('is of equals the longer one', () => {
  expect(slowestStep([took('acceptance', 2), took('fire_review', 2)], definitions)?.step).toBe('fire_review')
})

it('may keep to its limit when all do', () => {
  const slowest = slowestStep([took('fire_review', -1), took('acceptance', 0)], definitions)
  expect(slowest?.step).toBe('acceptance')
  expect(slowest?.p90).toBe(slowest?.within)
})

it('is never told from fewer than five, nor of waits, returns and services that are gone', () => {
  const others = [took('fire_review', 9, 4), took('examine', 9), { ...took('fire_review', 9), service: 'gone' }]
  expect(slowestStep(others, definitions)).toBeNull()
})
