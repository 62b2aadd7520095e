import { expect, test } from 'vitest'

import { buildDefinition } from '#tests/factories/definition.ts'
import { Play } from '#tests/factories/play.ts'

import { completeDefinition } from './complete-definition.ts'
import type { Definition } from './definition.ts'

const LATER = new Set(['opens', 'suspension', 'department'])

/** As a portal that knew nothing of these words kept it. */
const keptBefore = (definition: Definition): Definition => JSON.parse(JSON.stringify(definition, (key, value: unknown) => (LATER.has(key) ? undefined : value))) as Definition

const appeal = { by: 'applicant', after: ['granted'], within: '60d', do: [{ task: 'again', by: 'lead.clerk', within: '5wd', outcomes: ['ok'] }, { end: 'granted' }] }

test('a definition kept before a word was known means what it meant then, in its appeal too', () => {
  const definition = buildDefinition({ on: { appeal } })
  expect(keptBefore(definition)).not.toEqual(definition)
  expect(completeDefinition(keptBefore(definition))).toEqual(definition)
})

test('a case that began by it is finished by it', () => {
  const play = new Play(completeDefinition(keptBefore(buildDefinition({})))).submit().answer('s1', 'acceptance', 'accept')
  expect(play.open()).toEqual(['food_review:1', 'fire_review:1'])
})
