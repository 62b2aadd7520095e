import { describe, expect, test } from 'vitest'

import { buildDefinition } from '#tests/factories/definition.ts'

import { keysOnly, serviceNamed, textsIn } from './all-services.fixture.ts'
import type { Block } from './block.ts'
import { flowGraph } from './flow-graph.ts'

const t = textsIn('en')

/** A block as an indented outline. */
function outline(block: Block, depth = 0): string[] {
  const line = (text: string) => '  '.repeat(depth) + text
  switch (block.block) {
    case 'start':
    case 'end':
      return [line(`(${block.title})`)]
    case 'step':
      return [line([block.title, ...block.details].join(' · '))]
    case 'list':
      return block.parts.flatMap((part) => outline(part, depth))
    case 'choice':
      return block.branches.flatMap(({ label, part }) => [line(`? ${label}`), ...outline(part, depth + 1)])
    case 'frame':
      return [line(`[${[block.frame, block.title, ...block.notes].join(' · ')}]`), ...block.branches.flatMap((branch) => [line('-'), ...outline(branch, depth + 1)])]
  }
}
const flowOf = (service: string) => outline(flowGraph(t, serviceNamed(service)).flow)

describe('a flow in words', () => {
  test('tells steps with who and how long, what happens at once, returns, and choices by their outcomes', () => {
    expect(flowOf('restaurant-opening')).toEqual([
      '(Application sent)',
      '[stage · Examination · If something is missing, we ask you at most once, for everything together. · You then have 10 working days to answer.]',
      '-',
      '  Check that the application is complete · Market Regulation · 1 working day',
      '  [parallel · At the same time]',
      '  -',
      '    Food safety review · Food Safety · 3 working days · in some cases',
      '  -',
      '    Fire safety review · Fire and Rescue · 3 working days',
      '  -',
      '    Sign review · Urban Management · 3 working days · in some cases',
      'Joint site visit · Food Safety and Fire and Rescue · 5 working days · in some cases',
      'Decision · Market Regulation · 1 working day',
      '? Approve',
      '  Permit issued · by itself, at once',
      '  (Granted)',
      '? Refuse',
      '  Refusal sent · by itself, at once',
      '  (Refused)',
    ])
  })

  test('tells cases of other services, and choices on how they ended', () => {
    expect(flowOf('newborn').slice(1, 6)).toEqual(['Household entry · a case of its own', '? Granted', '  [parallel · At the same time]', '  -', '    Medical insurance · a case of its own'])
    expect(flowOf('newborn')).toEqual(expect.arrayContaining(['  ? in some cases', '  ? Otherwise', '? Otherwise']))
  })

  test('tells what is done once for each', () => {
    expect(flowOf('employer-insurance')).toContain('[each · Employees enrolled · Once for each, all at once]')
  })

  test('tells waits with what happens if nothing comes, and choices on objections', () => {
    expect(flowOf('retirement')).toContain('Payment of open contributions · you · 20 working days · If it does not come: Lapsed · in some cases')
    expect(flowOf('low-income-benefit')).toEqual(expect.arrayContaining(['? Somebody objects', '? Otherwise']))
  })

  test('keeps an appeal apart, and is without one where there is none', () => {
    expect(outline(flowGraph(t, serviceNamed('restaurant-opening')).appeal!)).toContain('(You may appeal within 60 days)')
    expect(flowGraph(t, serviceNamed('newborn')).appeal).toBeNull()
  })
})

test('a condition that has no plain words is only called a case among others', () => {
  const choose = (when: string) => buildDefinition({
    flow: [{ choose: [{ when, do: [{ end: 'granted' }] }, { else: null, do: [{ end: 'refused' }] }] }],
    data: { name: { from: 'people.person.name' }, size: { ask: 'integer', range: [1, 500] } },
    requires: [],
    on: {},
  })
  expect(outline(flowGraph(keysOnly, choose('size > 50')).flow)).toEqual(expect.arrayContaining(['? portal:guide.perhaps', '? portal:diagram.otherwise']))
})
