import { expect, it } from 'vitest'

import { languages } from '#app/i18n/languages.ts'
import { taskNode } from '#app/kernel/definition/nodes.ts'

import { serviceNamed, textsIn } from './all-services.fixture.ts'
import { writeBpmn } from './bpmn/write-bpmn.ts'
import { officeNames } from './office-names.ts'

const correction = serviceNamed('record-correction')

it.each(languages)('says in %s, in the service’s own words, which department a value will name', (language) => {
  const words = officeNames(textsIn(language), correction.service, taskNode(correction, 'review')!)
  expect(words).toBe(textsIn(language)('services/record-correction:offices.review'))
  expect(words).not.toContain('offices.review')
})

it('names the departments where they are known', () => {
  const restaurant = serviceNamed('restaurant-opening')
  expect(officeNames(textsIn('en'), restaurant.service, taskNode(restaurant, 'joint_inspection')!)).toMatch(/Food Safety.* and .*Fire/)
})

it('leaves the step in the lane of the department that answers for the service, and tells who may do it', () => {
  const xml = writeBpmn(textsIn('en'), correction)
  expect(xml).toContain('The department that keeps the record')
  expect(xml).toContain('by: register_owner, one of market_regulation.steward')
})
