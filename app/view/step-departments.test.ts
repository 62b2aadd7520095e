import type { TFunction } from 'i18next'
import { expect, it } from 'vitest'

import { stepDepartments } from './step-departments.ts'

// Trusted: says which text was asked for.
const t = ((key: string) => key) as TFunction

it.each([
  [{ kind: 'task', name: 'review.2', departments: [] }, ['services/trial:offices.review']],
  [{ kind: 'task', name: 'visit', departments: ['fire', 'food', 'fire'] }, ['departments:fire.name', 'departments:food.name']],
  [{ kind: 'wait', name: 'fee', departments: [] }, []],
] as const)('%j is done by %j', (step, words) => expect(stepDepartments(t, 'trial', step)).toEqual(words))
