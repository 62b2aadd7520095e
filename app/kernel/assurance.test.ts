import { expect, test } from 'vitest'

import { assurances, enoughFor, reaches } from './assurance.ts'

test('each level is enough for itself and for those below', () => {
  expect(assurances.map((given) => assurances.map((demanded) => reaches(given, demanded)))).toEqual([[true, false, false], [true, true, false], [true, true, true]])
  expect([enoughFor('low'), enoughFor('substantial'), enoughFor('high')]).toEqual([['low', 'substantial', 'high'], ['substantial', 'high'], ['high']])
})
