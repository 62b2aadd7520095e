import { describe, expect, test } from 'vitest'

import { taskNode } from '#app/kernel/definition/nodes.ts'
import type { Surroundings } from '#app/kernel/definition/surroundings.ts'
import { buildDefinition, plainCalendar, trialSurroundings } from '#tests/factories/definition.ts'
import { asksFor, citizen, Play, staff, typed } from '#tests/factories/play.ts'

import { available } from './available.ts'
import { desksFor } from './desks-for.ts'
import { returnableNames } from './returnable.ts'

const office = { name: 'office', type: { type: 'choice', of: ['fire', 'food'] }, classification: 'internal' } as const
const surroundings: Surroundings = { ...trialSurroundings, concepts: { ...trialSurroundings.concepts, office } }
const definition = buildDefinition(
  {
    data: { office: { ask: 'choice', of: ['fire', 'food'] }, size: { ask: 'integer', range: [1, 500], seen_by: ['fire'] }, kind: { ask: 'choice', of: ['small', 'large'] } },
    requires: [],
    flow: [
      {
        stage: 'examine',
        returns: { to: 'applicant', merge: true, max: 2, within: '10wd', clock: 'stopped', else: 'lapsed' },
        do: [
          { task: 'acceptance', by: 'lead.clerk', within: '1wd', outcomes: ['ok', 'return'], reasons: { return: ['r'] } },
          { task: 'look', by: { department: 'office', role: 'inspector' }, within: '4wd', outcomes: ['ok', 'return'], reasons: { return: ['r'] } },
        ],
      },
      { end: 'granted' },
    ],
    on: {},
  },
  surroundings,
)
const node = taskNode(definition, 'look')!
const submitted = (named: string) => new Play(definition).submit({ office: typed(named), size: typed(60), kind: typed('large') })

describe('a task at the department that a value names', () => {
  test.each([
    ['fire', 'fire.inspector'],
    ['food', 'food.inspector'],
    ['police', 'fire.inspector'],
    [null, 'fire.inspector'],
  ])('%s: %s', (named, desk) => expect(desksFor(definition, node, { office: named })).toEqual([desk]))

  test('is offered there, and to nobody else', () => {
    const { state } = submitted('food').answer('c', 'acceptance', 'ok')
    const offers = (desk: string) => available(definition, state!, staff('s', desk)).map(({ type }) => type)
    expect([offers('food.inspector'), offers('fire.inspector')]).toEqual([['claim'], []])
  })

  test('may ask again only for what this department sees', () => {
    const names = (named: string) => returnableNames(definition, submitted(named).answer('c', 'acceptance', 'ok').state!, node, { calendar: plainCalendar, now: 0 })
    expect([names('fire'), names('food')]).toEqual([['office', 'size', 'kind'], ['office', 'kind']])
  })

  test('goes to the other department when the value was corrected', () => {
    const play = submitted('fire').answer('c', 'acceptance', 'ok').answer('i', 'look', 'return', asksFor('office', 'r')).give(citizen, { type: 'correct', stage: 'examine', round: 1, answers: { office: typed('food') } })
    expect(play.events.findLast((event) => event.type === 'task_opened')).toMatchObject({ task: 'look', round: 2, desks: ['food.inspector'] })
  })
})
