import { expect, it } from 'vitest'

import { buildDefinition } from '#tests/factories/definition.ts'

import { grantedSteps } from './granted-steps.ts'

it('tells what always comes before a grant from what may come', () => {
  const { always, ever } = grantedSteps(buildDefinition().flow)
  expect([...always].sort()).toEqual(['acceptance', 'decision', 'fee', 'fire_review', 'issue'])
  expect([...ever].filter((name) => !always.has(name)).sort()).toEqual(['exam', 'food_review', 'visit'])
})

it('leaves out what only a refusal brings', () => expect(grantedSteps(buildDefinition().flow).ever.has('refuse')).toBe(false))

it('knows a second way to a grant', () => {
  const end = { node: 'end', end: 'granted' } as const
  const auto = (name: string) => ({ node: 'auto', name, makes: { kind: 'letter', template: 'x' } }) as const
  const steps = grantedSteps([{ node: 'choose', id: 'c', branches: [{ when: 'a = 1', do: [auto('quick'), end] }, { when: null, do: [] }] }, auto('slow'), end])
  expect([...steps.always]).toEqual([])
  expect([...steps.ever].sort()).toEqual(['quick', 'slow'])
})
